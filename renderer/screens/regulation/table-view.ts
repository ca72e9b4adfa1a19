import type { Catalogue } from '../../../shared/contract/cases.ts';

export interface TableViewProps {
  catalogue: Catalogue;
  /** What is typed into the find field. */
  find: string;
  /** The row somebody was sent to. */
  at: string | undefined;
}

/** The rows that have every typed word somewhere; all while nothing is typed. */
export function rowsWith<Row>(
  rows: readonly Row[],
  find: string,
  wordsOf: (row: Row) => readonly string[],
): readonly Row[] {
  const wanted = find
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  if (wanted.length === 0) return rows;
  return rows.filter((row) => {
    const words = wordsOf(row).join('\n').toLowerCase();
    return wanted.every((word) => words.includes(word));
  });
}
