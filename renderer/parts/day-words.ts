import type { Period } from '../../shared/clock/rule.ts';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

/** Milliseconds of a day or of a moment of the office's time zone (Asia/Shanghai has no summer time). */
function millis(dayOrMoment: string): number {
  const [day, time] = dayOrMoment.split('T');
  return Date.parse(/(Z|[+-]\d\d:\d\d)$/.test(time ?? '') ? dayOrMoment : `${day}T${time ?? '00:00'}+08:00`);
}

/** Calendar days from `from` to `to`, both `YYYY-MM-DD`. */
export const daysBetween = (from: string, to: string): number => Math.round((millis(to.slice(0, 10)) - millis(from.slice(0, 10))) / DAY_MS);

/** `2026-11-22` → `2026年11月22日`; a date-time keeps its minutes. */
export function dayWords(dayOrMoment: string): string {
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?/.exec(localOf(dayOrMoment)) ?? [];
  if (year === undefined) return dayOrMoment;
  return `${year}年${Number(month)}月${Number(day)}日${time === undefined ? '' : ` ${time}`}`;
}

/** A moment with an offset in the office's time zone; other forms as they are. */
export function localOf(dayOrMoment: string): string {
  if (!/T.*(Z|[+-]\d\d:\d\d)$/.test(dayOrMoment)) return dayOrMoment;
  return new Date(Date.parse(dayOrMoment) + 8 * HOUR_MS).toISOString().slice(0, 16);
}

/** The day of a moment in the office's time zone, `YYYY-MM-DD`: what main keeps in UTC may be of the evening before. */
export const dayOf = (dayOrMoment: string): string => localOf(dayOrMoment).slice(0, 10);

export type PeriodTone = 'overdue' | 'soon' | 'running' | 'met' | 'unknown';
export interface PeriodState {
  tone: PeriodTone;
  words: string;
}

export type ShownPeriod = Pick<Period, 'statutory' | 'due' | 'unit' | 'kind' | 'duty' | 'metAt'>;

/**
 * How a period stands at `now` (day or date-time). Our own duties warn by the earlier statutory day, the party's count to the
 * rolled day (domain §2.1). Days left are calendar days: only main knows which days the State Council has moved.
 */
export function periodState(period: ShownPeriod, now: string): PeriodState {
  if (period.metAt !== null) return { tone: 'met', words: `已于${dayWords(period.metAt)}完成` };
  const end = period.duty === '本机关' ? (period.statutory ?? period.due) : period.due;
  if (end === null) return { tone: 'unknown', words: '日期待定' };
  if (period.unit === 'H') {
    const hours = Math.floor((millis(end) - millis(now)) / HOUR_MS);
    if (hours < 0) return { tone: 'overdue', words: `逾期 ${-hours} 小时` };
    return { tone: hours <= 12 ? 'soon' : 'running', words: `剩余 ${hours} 小时` };
  }
  const days = daysBetween(now, end);
  if (period.kind === 'min') return days > 0 ? { tone: 'running', words: `还须等 ${days} 天` } : { tone: 'met', words: '已等满' };
  if (days < 0) return { tone: 'overdue', words: `逾期 ${-days} 天` };
  if (days === 0) return { tone: 'soon', words: '今天到期' };
  return { tone: days <= 3 ? 'soon' : 'running', words: `剩余 ${days} 天` };
}
