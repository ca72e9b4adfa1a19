import type Sqlite from 'better-sqlite3-multiple-ciphers';
import type { FactTable } from '../../main/platform/store/facts/fact-table.ts';

interface Column {
  name: string;
  type: string;
}

/** Puts a row into a table of facts, every column of it filled; `id` tells it from others. Foreign keys must be off. */
export function insertFact(db: Sqlite.Database, { name, key }: FactTable, id: number): void {
  const columns = db.pragma(`table_info("${name}")`) as Column[];
  const values = columns.map((column) => {
    if (column.type.toLowerCase() !== 'text') return key.includes(column.name) ? id : 1;
    return key.includes(column.name) || column.name === 'seq' ? `${column.name}${id}` : `内容${id}`;
  });
  // Unique beside their key: a household’s number and the place of a number in its series.
  const unique = columns.map((column, index) =>
    column.name === 'seq' || column.name === 'version' ? id : values[index],
  );
  db.prepare(
    `insert into "${name}" (${columns.map((column) => `"${column.name}"`).join()}) values (${columns.map(() => '?').join()})`,
  ).run(...unique);
}
