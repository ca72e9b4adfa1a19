import type Sqlite from 'better-sqlite3-multiple-ciphers';
import type { FactTable } from './fact-table.ts';

/** A row as its table declares the columns: text, whole numbers, null. A row from outside the program may hold anything. */
export type Values = readonly unknown[];

export const columnsOf = ({ columns }: FactTable): string[] => Object.keys(columns);

/** Columns as SQL, each with `before` in front of it. */
export const listed = (columns: readonly string[], before = ''): string =>
  columns.map((column) => `${before}"${column}"`).join(', ');

const valueOf = (table: FactTable, values: Values, column: string): string =>
  String(values[columnsOf(table).indexOf(column)] ?? '');

/** The key of a row as one text. No part of a key of several columns holds a space. */
export const rowIdOf = (table: FactTable, values: Values): string =>
  table.key.map((column) => valueOf(table, values, column)).join(' ');

/** The case of a row; '' where it belongs to no one case. */
export const caseIdOf = (table: FactTable, values: Values): string =>
  table.caseColumn === null ? '' : valueOf(table, values, table.caseColumn);

/** `rowIdOf` as SQL. */
export const rowIdSql = ({ key }: FactTable): string =>
  key.map((column) => `cast("${column}" as text)`).join(` || ' ' || `);

/** The condition that finds a row by the parts of its key. */
export const whereKey = ({ key }: FactTable): string => key.map((column) => `"${column}" = ?`).join(' and ');
export const keyParts = ({ key }: FactTable, rowId: string): string[] =>
  key.length === 1 ? [rowId] : rowId.split(' ').slice(0, key.length);

/** Reads rows of facts in the order of their declared columns; each statement is prepared once. */
export function createFactReader(db: Sqlite.Database): (table: FactTable, rowId: string) => Values | undefined {
  const prepared = new Map<string, Sqlite.Statement>();
  return (table, rowId) => {
    const statement =
      prepared.get(table.name) ??
      db.prepare(`select ${listed(columnsOf(table))} from "${table.name}" where ${whereKey(table)}`).raw();
    prepared.set(table.name, statement);
    return statement.get(...keyParts(table, rowId)) as Values | undefined;
  };
}
