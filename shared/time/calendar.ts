import * as z from 'zod';
import { dayNumber, dayOfNumber } from './moments.ts';

const isWeekend = (number: number): boolean => (number + 4) % 7 === 0 || (number + 4) % 7 === 6;

/** From this day of December on, the next year's notice may change the year's last days (2018-12-29 was such a make-up working day). */
const NEXT_NOTICE_REACHES = '12-29';

const belongsTo =
  (year: number) =>
  (day: string): boolean =>
    day >= `${year - 1}-${NEXT_NOTICE_REACHES}` && day < `${year + 1}`;

/** The yearly notice of the State Council (国务院办公厅放假通知): days off, and the weekend days worked in exchange (调休上班日). */
export const CalendarYear = z
  .strictObject({
    year: z.int().min(2000).max(2100),
    off: z.array(z.iso.date()).min(1),
    work: z.array(z.iso.date()),
    source: z.string().min(1),
  })
  .check(({ value, issues }) => {
    const refuse = (path: 'off' | 'work', index: number, message: string) =>
      issues.push({ code: 'custom', path: [path, index], message, input: value });
    const own = belongsTo(value.year);
    value.off.forEach((day, index) => {
      if (!own(day)) refuse('off', index, `${day}不属于${value.year}年的放假安排`);
    });
    value.work.forEach((day, index) => {
      if (!own(day)) refuse('work', index, `${day}不属于${value.year}年的放假安排`);
      else if (!isWeekend(dayNumber(day))) refuse('work', index, `${day}不是周六或周日，无须列为调休上班日`);
      else if (value.off.includes(day)) refuse('work', index, `${day}既列为放假又列为上班`);
    });
  });
export type CalendarYear = z.infer<typeof CalendarYear>;

/** Which days are worked, for the years whose notice was entered. */
export interface Calendar {
  readonly years: ReadonlySet<number>;
  /** By day number; a day that is not in it waits for a notice. */
  readonly worked: ReadonlyMap<number, boolean>;
}

/** An answer that depends on the notice of a year: a day, or the year nobody has entered yet. */
export type CalendarDay = { day: string } | { missingYear: number };

/** The days a year's own notice settles: all, but its last ones only when the next year's notice is there too. */
function settledDays(year: number, nextIsKnown: boolean): number[] {
  const first = dayNumber(`${year}-01-01`);
  const end = dayNumber(nextIsKnown ? `${year + 1}-01-01` : `${year}-${NEXT_NOTICE_REACHES}`);
  return Array.from({ length: end - first }, (_, index) => first + index);
}

/**
 * A calendar of the shipped years and those the office entered; of two entries for one day the later year's notice wins.
 * Weekends are days off and their make-up days are worked (行诉解释48, 民法典203).
 */
export function calendarOf(notices: readonly CalendarYear[]): Calendar {
  const years = new Set(notices.map((notice) => notice.year));
  const worked = new Map(
    [...years].flatMap((year) => settledDays(year, years.has(year + 1))).map((number) => [number, !isWeekend(number)]),
  );
  for (const notice of notices.toSorted((a, b) => a.year - b.year)) {
    const settle = (days: string[], isWorked: boolean) => {
      for (const number of days.map(dayNumber)) if (worked.has(number)) worked.set(number, isWorked);
    };
    settle(notice.off, false);
    settle(notice.work, true);
  }
  return { years, worked };
}

/** The notice of a year is published in November of the year before it. */
const NOTICE_DAY = '11-01';

/** The year whose notice 法规科 is asked for: this year's where it is missing, from 1 November on the next one's; null: none. */
export function yearToEnter(years: ReadonlySet<number>, today: string): number | null {
  const year = Number(today.slice(0, 4));
  if (!years.has(year)) return year;
  return today.slice(5) >= NOTICE_DAY && !years.has(year + 1) ? year + 1 : null;
}

/** The year whose notice is needed to know this unknown day. */
function missingYearOf(calendar: Calendar, number: number): { missingYear: number } {
  const year = Number(dayOfNumber(number).slice(0, 4));
  return { missingYear: calendar.years.has(year) ? year + 1 : year };
}

/** Whether the day is worked; null when the notice for it was not entered. */
export const isWorkingDay = (calendar: Calendar, day: string): boolean | null =>
  calendar.worked.get(dayNumber(day)) ?? null;

/** The day itself when it is worked, else the first working day after it (R3). */
export function nextWorkingDay(calendar: Calendar, day: string): CalendarDay {
  const worked = isWorkingDay(calendar, day);
  if (worked === null) return missingYearOf(calendar, dayNumber(day));
  return worked ? { day } : addWorkingDays(calendar, day, 1);
}

/**
 * The `n`th working day after a day (before it, when `n` is negative), the day itself not counted (R1, R6, R8).
 * Days for which `skip` holds are not counted either (R11).
 */
export function addWorkingDays(
  calendar: Calendar,
  from: string,
  n: number,
  skip?: (day: string) => boolean,
): CalendarDay {
  const step = Math.sign(n);
  let number = dayNumber(from);
  for (let left = Math.abs(n); left > 0;) {
    number += step;
    const worked = calendar.worked.get(number);
    if (worked === undefined) return missingYearOf(calendar, number);
    if (worked && !skip?.(dayOfNumber(number))) left -= 1;
  }
  return { day: dayOfNumber(number) };
}

/** Working days after `from` up to and with `to`, negative when `to` is earlier; null when a day among them waits for a notice. */
export function workingDaysBetween(calendar: Calendar, from: string, to: string): number | null {
  const [start, end] = [dayNumber(from), dayNumber(to)];
  let worked = 0;
  for (let number = Math.min(start, end) + 1; number <= Math.max(start, end); number += 1) {
    const isWorked = calendar.worked.get(number);
    if (isWorked === undefined) return null;
    if (isWorked) worked += 1;
  }
  return end < start ? 0 - worked : worked;
}
