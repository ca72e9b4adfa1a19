import type { TimelineEntry } from '../../../shared/contract/households.ts';

export interface TimelinePage {
  entries: TimelineEntry[];
  /** Where the next page begins; null at the end. */
  before: string | null;
}

/**
 * One page of a time line. Pages are cut by the moment (`at < before`), so entries of one and the same moment must not be parted:
 * the last moment of a full page is left to the next page.
 */
export function wholePage(entries: TimelineEntry[], limit: number): TimelinePage {
  const last = entries.at(-1);
  if (last === undefined || entries.length < limit) return { entries, before: null };
  const whole = entries.filter(({ at }) => at !== last.at);
  const end = whole.at(-1);
  return end === undefined ? { entries, before: last.at } : { entries: whole, before: end.at };
}

/** Years to choose from, newest first: from the first case (or the first entry seen) to this year. */
export function yearsOf(today: string, starts: readonly string[]): number[] {
  const thisYear = Number(today.slice(0, 4));
  const years = starts.map((moment) => Number(moment.slice(0, 4))).filter((year) => year > 1980);
  const firstYear = Math.min(thisYear, ...years);
  return Array.from({ length: thisYear - firstYear + 1 }, (_, index) => thisYear - index);
}
