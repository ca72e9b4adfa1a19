import { workingDaysBetween, type Calendar } from '../../../shared/time/calendar.ts';
import { daysBetween, hoursBetween, isMoment, momentOf } from '../../../shared/time/moments.ts';
import { wasMetLate } from '../../../shared/periods/periods.ts';
import type { Period } from '../../../shared/periods/rule.ts';

/** `2026-11-22` → `2026年11月22日`; a date-time keeps its minutes. */
export function dayWords(dayOrMoment: string): string {
  const [, year, month, day, time] = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?/.exec(localOf(dayOrMoment)) ?? [];
  if (year === undefined) return dayOrMoment;
  return `${year}年${Number(month)}月${Number(day)}日${time === undefined ? '' : ` ${time}`}`;
}

/** In a table: `2026-11-22`, of the year of `today` `11-22`; a date-time keeps its minutes. Columns of days are compared, not read. */
export function tableDay(dayOrMoment: string, today: string): string {
  const [day = '', time] = localOf(dayOrMoment).split('T');
  const short = day.slice(0, 4) === today.slice(0, 4) ? day.slice(5) : day;
  return time === undefined ? short : `${short} ${time.slice(0, 5)}`;
}

/** A moment in the office's time zone; a day, and whatever else stands there, as it is. */
export const localOf = (dayOrMoment: string): string => (isMoment(dayOrMoment) ? momentOf(dayOrMoment) : dayOrMoment);

/** The day of a moment in the office's time zone, `YYYY-MM-DD`: what main keeps in UTC may be of the evening before. */
export const dayOf = (dayOrMoment: string): string => localOf(dayOrMoment).slice(0, 10);

export type PeriodTone = 'overdue' | 'soon' | 'running' | 'met' | 'unknown';
interface PeriodState {
  tone: PeriodTone;
  words: string;
}

export type ShownPeriod = Pick<Period, 'statutory' | 'due' | 'unit' | 'kind' | 'duty' | 'metAt'> &
  Partial<Pick<Period, 'lapses'>>;

/** Days left until an end (late when negative), in the days the period is counted in; calendar days while the year's notice is missing. */
function daysLeft(
  { unit }: ShownPeriod,
  now: string,
  end: string,
  calendar: Calendar | null,
): { days: number; word: string } {
  const working = unit === 'WD' && calendar !== null ? workingDaysBetween(calendar, dayOf(now), dayOf(end)) : null;
  return working === null
    ? { days: daysBetween(dayOf(now), dayOf(end)), word: '天' }
    : { days: working, word: '个工作日' };
}

/**
 * How a period stands at `now` (day or date-time). Our own duties warn by the earlier statutory day, the party's count to the
 * rolled day (domain §2.1).
 */
export function periodState(period: ShownPeriod, now: string, calendar: Calendar | null): PeriodState {
  if (period.metAt !== null)
    return wasMetLate({ lapses: false, ...period })
      ? { tone: 'overdue', words: `${dayWords(period.metAt)}完成，已逾期` }
      : { tone: 'met', words: `已于${dayWords(period.metAt)}完成` };
  if (period.kind === 'accrual') return { tone: 'soon', words: '按日累计' };
  const end = period.duty === '本机关' ? (period.statutory ?? period.due) : period.due;
  if (end === null) return { tone: 'unknown', words: period.kind === 'min' ? '长期' : '日期待定' };
  if (period.unit === 'H') {
    const hours = Math.floor(hoursBetween(now, end));
    if (hours < 0) return { tone: 'overdue', words: `逾期 ${-hours} 小时` };
    return { tone: hours <= 12 ? 'soon' : 'running', words: `剩余 ${hours} 小时` };
  }
  if (dayOf(end) === dayOf(now))
    return period.kind === 'min' ? { tone: 'met', words: '已等满' } : { tone: 'soon', words: '今天到期' };
  const { days, word } = daysLeft(period, now, end, calendar);
  const isPast = dayOf(end) < dayOf(now);
  if (period.kind === 'min')
    return isPast ? { tone: 'met', words: '已等满' } : { tone: 'running', words: `还须等 ${days} ${word}` };
  if (isPast) return { tone: 'overdue', words: `逾期 ${-days} ${word}` };
  return { tone: days <= 3 ? 'soon' : 'running', words: `剩余 ${days} ${word}` };
}
