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
