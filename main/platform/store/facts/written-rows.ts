import type Sqlite from 'better-sqlite3-multiple-ciphers';
import type { FactTable } from './fact-table.ts';
import { columnsOf, listed, rowIdOf, type Values } from './fact-rows.ts';
import { factTable } from './fact-tables.ts';

/** A row of facts that was written; `before` is how it stood when the transaction began, null when it was not there. */
export interface WrittenRow {
  table: FactTable;
  rowId: string;
  before: Values | null;
}

/** The rows of facts that the running transaction has written and no entry of the chain has yet taken. */
export interface WrittenRows {
  any: () => boolean;
  /** Answers them and forgets them. */
  take: () => WrittenRow[];
  clear: () => void;
  /** Answers what brings them back to how they are now, for a savepoint that is undone. */
  mark: () => () => void;
}

/**
 * Hears of every row by triggers that belong to this connection alone, so that no way of writing is left out and nobody who
 * writes from outside is taken for the program.
 */
export function watchWrittenRows(db: Sqlite.Database, facts: readonly FactTable[]): WrittenRows {
  let rows = new Map<string, WrittenRow>();
  const note = (table: FactTable, rowId: string, before: Values | null): void => {
    const key = `${table.name} ${rowId}`;
    if (!rows.has(key)) rows.set(key, { table, rowId, before });
  };
  db.function('fact_added', { varargs: true }, (name: string, ...key: unknown[]) =>
    note(factTable(name), key.map(String).join(' '), null),
  );
  db.function('fact_changed', { varargs: true }, (name: string, ...values: unknown[]) => {
    const table = factTable(name);
    note(table, rowIdOf(table, values), values);
  });
  for (const table of facts) addTriggers(db, table);
  return {
    any: () => rows.size > 0,
    take: () => {
      const taken = [...rows.values()];
      rows.clear();
      return taken;
    },
    clear: () => rows.clear(),
    mark: () => {
      const marked = new Map(rows);
      return () => {
        rows = marked;
      };
    },
  };
}

function addTriggers(db: Sqlite.Database, table: FactTable): void {
  const { name, key } = table;
  const old = listed(columnsOf(table), 'old.');
  const on = (act: string, call: string): unknown =>
    db.exec(`create temp trigger "${name}_${act}" after ${act} on main."${name}" begin select ${call}; end`);
  on('insert', `fact_added('${name}', ${listed(key, 'new.')})`);
  on('update', `fact_changed('${name}', ${old})`);
  on('delete', `fact_changed('${name}', ${old})`);
}
