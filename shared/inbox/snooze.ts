import { addWorkingDays, type Calendar } from '../time/calendar.ts';
import { addDays, dayNumber, dayOf } from '../time/moments.ts';
import { SOON_WORKING_DAYS, type Dated } from './order.ts';

/** What has no last day may be put off so many days. */
const LONGEST = 30;

/**
 * The latest day to which a thing may be put off (稍后): never past three working days before its last day, so that it comes back while
 * there is time. Null when it may not be put off at all: it is overdue, that day has come, or the notice that would name it is missing.
 */
export function latestSnooze(
  { due, overdue }: Pick<Dated, 'due' | 'overdue'>,
  today: string,
  calendar: Calendar,
): string | null {
  if (overdue) return null;
  if (due === null) return addDays(today, LONGEST);
  const latest = addWorkingDays(calendar, dayOf(due), -SOON_WORKING_DAYS);
  return 'day' in latest && latest.day > today ? latest.day : null;
}

/** Whether a thing put off until a day is still out of sight: not from that day on, nor when its last day has moved nearer. */
export const isAsleep = (until: string, latest: string | null, today: string): boolean =>
  latest !== null && today < until && until <= latest;

/** The days offered: 明天 and 下周一. */
export const offeredDays = (today: string): { tomorrow: string; monday: string } => ({
  tomorrow: addDays(today, 1),
  monday: addDays(today, 7 - ((dayNumber(today) + 3) % 7)),
});
