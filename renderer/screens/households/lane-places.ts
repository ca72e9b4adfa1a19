import type { LaneCase } from '../../../shared/contract/households.ts';
import { addDays, daysBetween } from '../../../shared/time/moments.ts';
import { dayOf } from '../../parts/days/day-words.ts';

/** Bars that run at the same time stand below each other, in at most this many rows; what is more shares the last one. */
const ROWS = 3;
const LEAST_DAYS = 365;
/** Room behind today for its word. */
const AFTER_DAYS = 45;
/** A bar is never too short to be pressed. */
const LEAST_SHARE = 1.5;

export interface Lane {
  years: { year: number; at: number }[];
  bars: { own: LaneCase; row: number; at: number; length: number }[];
  marks: { kind: LaneCase['marks'][number]['kind']; name: string; day: string; at: number }[];
  /** Where today stands. */
  today: number;
}

/** Places in per cent of the width, of what is not over before `since`. */
export function laneOf(cases: readonly LaneCase[], today: string, since: string | null): Lane {
  const shown = cases.filter(({ to }) => since === null || to === null || dayOf(to) >= since);
  const begins = shown.map(({ from }) => dayOf(from)).toSorted()[0] ?? today;
  const asked = since === null || begins > since ? begins : since;
  const first = daysBetween(asked, today) < LEAST_DAYS ? addDays(today, -LEAST_DAYS) : asked;
  const last = addDays(today, AFTER_DAYS);
  const span = daysBetween(first, last);
  const place = (day: string): number => Math.max(0, (daysBetween(first, day) / span) * 100);
  return {
    years: yearsIn(first, last).map((year) => ({ year, at: place(`${year}-01-01`) })),
    bars: inRows(shown, today).map(({ own, row }) => {
      const at = place(dayOf(own.from));
      return { own, row, at, length: Math.max(LEAST_SHARE, place(endOf(own, today)) - at) };
    }),
    marks: shown
      .flatMap(({ marks }) => marks.map(({ kind, name, at }) => ({ kind, name, day: dayOf(at) })))
      .filter(({ day }) => day >= first)
      .map((mark) => ({ ...mark, at: place(mark.day) })),
    today: place(today),
  };
}

const endOf = ({ to }: LaneCase, today: string): string => (to === null ? today : dayOf(to));

const yearsIn = (first: string, last: string): number[] => {
  const from = Number(first.slice(0, 4));
  return Array.from({ length: Number(last.slice(0, 4)) - from + 1 }, (_, index) => from + index);
};

/** Each bar in the first row that is free when it begins. */
function inRows(cases: readonly LaneCase[], today: string): { own: LaneCase; row: number }[] {
  const ends: string[] = [];
  return cases.map((own) => {
    const free = ends.findIndex((end) => end < dayOf(own.from));
    const row = Math.min(free >= 0 ? free : ends.length, ROWS - 1);
    ends[row] = endOf(own, today);
    return { own, row };
  });
}
