import { chargedDays } from './deadlines.ts';
import { dayOf } from '../time/moments.ts';
import type { Period } from './rule.ts';

/** Money is summed in 分, so that no binary fraction shows. */
const inCents = (yuan: number): number => Math.round(yuan * 100);

/** 加处罚款 in yuan: 3% of the fine for each day late, never more than the fine itself (处罚法72). */
export function surchargeFor(fineInYuan: number, days: number): number {
  const fine = inCents(fineInYuan);
  return Math.min(fine, Math.round((fine * 3 * days) / 100)) / 100;
}

/** 社会保险费滞纳金 in yuan: 0.05% (万分之五) of the arrears for each day late (社保法86). */
export const lateFeeFor = (arrearsInYuan: number, days: number): number =>
  Math.round((inCents(arrearsInYuan) * 5 * days) / 10_000) / 100;

const yuan = (amount: number): string => `${amount.toLocaleString('zh-CN', { minimumFractionDigits: 2 })}元`;

/**
 * What has grown by the day, in a clerk's words, up to the day it was paid or else up to `today`; the days of
 * reconsideration and litigation are left out (处罚法73).
 */
export function chargeWords(
  { charge, from, metAt }: Pick<Period, 'charge' | 'from' | 'metAt'>,
  today: string,
): string | null {
  // Periods stored by an earlier program have no charge at all.
  if (!charge) return null;
  const until = dayOf(metAt ?? today);
  const days = chargedDays({ ...charge, from, to: until });
  const [name, amount] =
    charge.kind === 'surcharge'
      ? ['加处罚款', surchargeFor(charge.principal, days)]
      : ['滞纳金', lateFeeFor(charge.principal, days)];
  const limit =
    charge.kind === 'surcharge'
      ? `，上限${yuan(charge.principal)}${amount === charge.principal ? '（已到上限）' : ''}`
      : '';
  const halted = metAt === null && charge.pauses.some(({ to }) => to === null) ? '复议、诉讼期间停止计算。' : '';
  const assumed = charge.pauses.some((pause) => pause.assumed)
    ? '申请复议（起诉）的日期没有录入，暂从收到副本之日起停止计算，请在答复书（答辩状）中补填（处罚法73）。'
    : '';
  return `${name}${metAt === null ? '截至今日' : '截至缴清之日'}${yuan(amount)}（${days}日）${limit}。${halted}${assumed}`;
}
