import type { Calendar } from '../time/calendar.ts';
import { workingDaysBetween } from '../time/calendar.ts';
import { addDays, compareMoments, dayNumber, dayOf, daysBetween } from '../time/moments.ts';

/** The groups of 今日, in their order: 已逾期, 3个工作日内, 本周, 以后. */
export const groups = ['overdue', 'soon', 'week', 'later'] as const;
export type Group = (typeof groups)[number];

/** So many working days before its last day a thing is due soon. */
export const SOON_WORKING_DAYS = 3;

/** What the order of 今日 looks at. */
export interface Dated {
  /** Its last day, or moment, by which it is watched; null where no law sets one. */
  due: string | null;
  overdue: boolean;
  harm: number;
  /** Where it stands without a last day: what somebody else waits for this week, the rest later. */
  undated: 'week' | 'later';
  /** Since when it waits. */
  since: string | null;
}

/** Sunday of the week a day is in. */
const endOfWeek = (day: string): string => addDays(day, 6 - ((dayNumber(day) + 3) % 7));

/** Working days until a last day, in calendar days while the notice of its year is missing. */
const daysLeft = (today: string, due: string, calendar: Calendar): number =>
  workingDaysBetween(calendar, today, dayOf(due)) ?? daysBetween(today, dayOf(due));

export function groupOf({ due, overdue, undated }: Dated, today: string, calendar: Calendar): Group {
  if (overdue) return 'overdue';
  if (due === null) return undated;
  if (daysLeft(today, due, calendar) <= SOON_WORKING_DAYS) return 'soon';
  return dayOf(due) <= endOfWeek(today) ? 'week' : 'later';
}

const FAR = '9999-12-31';

/** Group by group; in each by last day, of one day the most harmful first, what has none after it and the longest waiting first. A sorted copy. */
export function inOrder<T extends Dated>(items: readonly T[], today: string, calendar: Calendar): T[] {
  const place = new Map(items.map((item) => [item, groups.indexOf(groupOf(item, today, calendar))]));
  return items.toSorted(
    (a, b) =>
      (place.get(a) ?? 0) - (place.get(b) ?? 0) ||
      compareMoments(dayOf(a.due ?? FAR), dayOf(b.due ?? FAR)) ||
      b.harm - a.harm ||
      compareMoments(a.since ?? FAR, b.since ?? FAR),
  );
}
