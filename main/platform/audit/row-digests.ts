import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import type Sqlite from 'better-sqlite3-multiple-ciphers';
import type { FactTable } from '../store/facts/fact-table.ts';
import { caseIdOf, columnsOf, createFactReader, type Values } from '../store/facts/fact-rows.ts';
import type { WrittenRow } from '../store/facts/written-rows.ts';

/** A row as an entry of the chain left it. `digest` is SHA-256 in hex, '' where the entry took the row away. */
export interface RowDigest {
  tableName: string;
  rowId: string;
  caseId: string;
  digest: string;
  /** Four hex digits for each column, to say which of them are different; the digest is what counts. */
  marks: string;
}

/** SHA-256 over a JSON array of table, columns and values in their declared order. Null is left out: a column added later changes no old digest. */
export function digestOf(table: FactTable, values: Values): string {
  const filled = columnsOf(table).flatMap((column, index) =>
    values[index] === null || values[index] === undefined ? [] : [column, values[index]],
  );
  return createHash('sha256')
    .update(JSON.stringify([table.name, ...filled]))
    .digest('hex');
}

const markOf = (value: unknown): string =>
  (crc32(JSON.stringify(value ?? null)) & 0xffff).toString(16).padStart(4, '0');
export const marksOf = (values: Values): string => values.map(markOf).join('');

/** The columns of a row whose marks are other than they were. */
export function changedColumns(table: FactTable, values: Values, marks: string): string[] {
  return columnsOf(table).filter(
    (_, index) => index * 4 < marks.length && markOf(values[index]) !== marks.slice(index * 4, index * 4 + 4),
  );
}

/** Hash over the digests of one entry, in the order of table and row. */
export function hashOfRows(rows: Iterable<RowDigest>): string {
  const hash = createHash('sha256');
  for (const { tableName, rowId, caseId, digest, marks } of rows)
    hash.update(`${JSON.stringify([tableName, rowId, caseId, digest, marks])}\n`);
  return hash.digest('hex');
}

export const inOrder = (rows: readonly RowDigest[]): RowDigest[] =>
  rows.toSorted((a, b) => compare(a.tableName, b.tableName) || compare(a.rowId, b.rowId));
/** As SQLite compares text: by its UTF-8 bytes. */
const compare = (a: string, b: string): number => Buffer.compare(Buffer.from(a), Buffer.from(b));

export const rowDigest = (table: FactTable, rowId: string, values: Values): RowDigest => ({
  tableName: table.name,
  rowId,
  caseId: caseIdOf(table, values),
  digest: digestOf(table, values),
  marks: marksOf(values),
});

/** What the written rows are now, and those that were not as the chain had left them when they were written over. */
export interface Taken {
  rows: RowDigest[];
  overwritten: { table: FactTable; rowId: string; caseId: string }[];
}

/** Digests the rows a transaction wrote. What stands as the chain has it already is left out. */
export function createRowDigester(db: Sqlite.Database): (written: readonly WrittenRow[]) => Taken {
  const read = createFactReader(db);
  const latest = db.prepare<[string, string, string], { digest: string }>(
    `select digest from audit_row where "caseId" = ? and "tableName" = ? and "rowId" = ? order by seq desc limit 1`,
  );
  return (written) => {
    const taken: Taken = { rows: [], overwritten: [] };
    for (const { table, rowId, before } of written) {
      const now = read(table, rowId);
      const values = now ?? before;
      // Put in and taken away again within the transaction.
      if (values === null) continue;
      const caseId = caseIdOf(table, values);
      const known = latest.get(caseId, table.name, rowId)?.digest ?? '';
      if (known !== (before === null ? '' : digestOf(table, before)) && !table.recounted)
        taken.overwritten.push({ table, rowId, caseId });
      const row = now ? rowDigest(table, rowId, now) : { tableName: table.name, rowId, caseId, digest: '', marks: '' };
      if (row.digest !== known) taken.rows.push(row);
    }
    return { ...taken, rows: inOrder(taken.rows) };
  };
}
