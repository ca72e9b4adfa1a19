import { daysBetween } from './moments.ts';

export interface LatePayment {
  /** Yuan. */
  principal: number;
  /** Last day to pay; the charge runs from the day after it. */
  dueBy: string;
  /** The day it was paid, or today. */
  until: string;
  /** Days that do not count: of reconsideration and litigation (处罚法73). */
  pausedDays?: number;
}

const daysLate = ({ dueBy, until, pausedDays = 0 }: LatePayment): number => Math.max(0, daysBetween(dueBy, until) - pausedDays);
/** Money is summed in 分, so that no binary fraction shows. */
const inCents = (yuan: number): number => Math.round(yuan * 100);

/** 加处罚款 in yuan: 3% of the fine for each day late, never more than the fine itself (处罚法72). */
export function surchargeFor(late: LatePayment): number {
  const fine = inCents(late.principal);
  return Math.min(fine, Math.round((fine * 3 * daysLate(late)) / 100)) / 100;
}

/** 社会保险费滞纳金 in yuan: 0.05% (万分之五) of the arrears for each day late (社保法86). */
export function lateFeeFor(late: LatePayment): number {
  return Math.round((inCents(late.principal) * 5 * daysLate(late)) / 10_000) / 100;
}
