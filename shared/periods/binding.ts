import { compareMoments } from '../time/moments.ts';
import { watchedDate } from './periods.ts';
import type { Period } from './rule.ts';

/** Whether a period binds the office now: a running duty of its own with a last day, which does not end by itself or grow by the day. */
export const isBinding = (period: Period): boolean =>
  period.metAt === null &&
  period.duty === '本机关' &&
  (period.kind === 'max' || period.kind === 'before') &&
  !period.lapses &&
  watchedDate(period) !== null;

/** Behind every day there is; a comparison takes days only. */
const NEVER = '9999-12-31';

/** The order in which periods are looked at: what ends first comes first, what has no end last. */
export const byWatchedDate = (a: Period, b: Period): number =>
  compareMoments(watchedDate(a) ?? NEVER, watchedDate(b) ?? NEVER);

/** The periods that bind the office now, the nearest first. */
export const bindingPeriods = (periods: readonly Period[]): Period[] =>
  periods.filter(isBinding).toSorted(byWatchedDate);
