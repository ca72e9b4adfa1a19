import { chargedDays } from './deadlines.ts';
import { chineseDay } from '../time/chinese-day.ts';
import { addDays, dayOf } from '../time/moments.ts';
import type { Charge, Period } from './rule.ts';

/** Money is summed in 分, so that no binary fraction shows. */
const inCents = (yuan: number): number => Math.round(yuan * 100);

/** So many days at a rate in ten-thousandths (万分之几) of the principal a day. */
interface Share {
  days: number;
  perMyriad: number;
}

/** What has grown in yuan: 加处罚款 of 3% a day up to the fine (处罚法72), 滞纳金 of 万分之五 (社保法86). */
export function chargeFor(principalInYuan: number, shares: readonly Share[], capped: boolean): number {
  const principal = inCents(principalInYuan);
  const grown = Math.round(shares.reduce((sum, { days, perMyriad }) => sum + principal * perMyriad * days, 0) / 10_000);
  return (capped ? Math.min(principal, grown) : grown) / 100;
}

/** The charged days by the rate in force on each of them, the earlier law first. */
function sharesOf(charge: Charge, from: string, until: string): Share[] {
  let counted = 0;
  return charge.rates.map(({ before, perMyriad }) => {
    const to = before === null || before > until ? until : addDays(before, -1);
    const days = chargedDays({ ...charge, from, to }) - counted;
    counted += days;
    return { days, perMyriad };
  });
}

/** What has grown in yuan from the start of a period to a day. */
export const grownTo = (charge: Charge, from: string, to: string): number =>
  chargeFor(charge.principal, sharesOf(charge, dayOf(from), dayOf(to)), charge.capped);

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
  const shares = sharesOf(charge, dayOf(from), until);
  const name = charge.kind === 'surcharge' ? '加处罚款' : '滞纳金';
  const amount = chargeFor(charge.principal, shares, charge.capped);
  const earlier = shares
    .slice(0, -1)
    .flatMap((share, index) =>
      share.days === 0
        ? []
        : [`，其中${chineseDay(charge.rates[index]?.before ?? '')}以前的${share.days}日按每日万分之${share.perMyriad}`],
    )
    .join('');
  const limit = charge.capped
    ? `，上限${yuan(charge.principal)}${amount === charge.principal ? '（已到上限）' : ''}`
    : '';
  const halted = metAt === null && charge.pauses.some(({ to }) => to === null) ? '复议、诉讼期间停止计算。' : '';
  const assumed = charge.pauses.some((pause) => pause.assumed)
    ? '申请复议（起诉）的日期没有录入，暂从收到副本之日起停止计算，请在答复书（答辩状）中补填（处罚法73）。'
    : '';
  return `${name}${metAt === null ? '截至今日' : '截至缴清之日'}${yuan(amount)}（${days}日${earlier}）${limit}。${halted}${assumed}`;
}
