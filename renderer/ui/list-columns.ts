import type { ReactNode } from 'react';

/** A column of a list or table. */
export interface Column<Row> {
  title: string;
  /** Of a list: a track of a CSS grid, e.g. `8rem` or `minmax(0, 2fr)`. Of a table: rem, a percentage, or '' for what is left. */
  width: string;
  cell: (row: Row) => ReactNode;
  /** What pressing its head orders the list by; a list that cannot be ordered leaves it out. */
  order?: string;
}

/** How a list is ordered now. */
export interface Ordered {
  by: string;
  descending: boolean;
}

export interface ListOrder extends Ordered {
  onChange: (ordered: Ordered) => void;
}

/** What a column that takes what is left needs to be read. */
const LEAST_REM = 7;
const GAP_REM = 1;

/** What a column of this track needs: its length, or the least of a `minmax()` that names one. */
const leastRem = (track: string): number => Number(/^(?:minmax\()?([\d.]+)rem/.exec(track)?.[1] ?? LEAST_REM);

/** The rem of width that columns of these tracks need to be read side by side; a narrower list says a row in two lines. */
export const readableRem = (tracks: readonly string[]): number =>
  tracks.reduce((sum, track) => sum + leastRem(track) + GAP_REM, GAP_REM);

/** The same for a table, whose columns hold their gaps: the column that takes what the lengths and percentages leave is still read in words. */
export function readableTableRem(widths: readonly string[]): number {
  const sum = (unit: RegExp): number =>
    widths.reduce((total, width) => total + (unit.test(width) ? Number.parseFloat(width) : 0), 0);
  return (sum(/rem$/) + LEAST_REM + GAP_REM) / (1 - sum(/%$/) / 100);
}

/** The row a key goes to from row `index`; undefined when the key moves nothing. `page` is how many rows stand in sight. */
export function rowAfterKey(key: string, index: number, count: number, page: number): number | undefined {
  const there = {
    ArrowDown: index + 1,
    ArrowUp: index - 1,
    PageDown: index + page,
    PageUp: index - page,
    Home: 0,
    End: count - 1,
  }[key];
  return there === undefined || count === 0 ? undefined : Math.max(0, Math.min(there, count - 1));
}
