import type Sqlite from 'better-sqlite3-multiple-ciphers';
import { differences } from '../../main/platform/audit/compare-rows.ts';
import { columnsOf } from '../../main/platform/store/facts/fact-rows.ts';
import type { FactTable } from '../../main/platform/store/facts/fact-table.ts';
import { randomOf } from './random.ts';

const SEED = 20261130;

/** `unseen` names each cell whose change left nothing to tell. */
export interface Cells {
  changed: number;
  unseen: string[];
}

/** Changes so many random cells of random rows of facts, one at a time, and takes each back. Only a sound database may be given. */
export function changeCells(db: Sqlite.Database, facts: readonly FactTable[], cellCount: number): Cells {
  const random = randomOf(SEED);
  const filled = facts.filter(({ name }) => db.prepare(`select 1 from "${name}"`).get() !== undefined);
  const cells: Cells = { changed: 0, unseen: [] };
  db.pragma('foreign_keys=OFF');
  while (cells.changed < cellCount) {
    const table = filled[random(filled.length)];
    if (table === undefined) throw new Error('the office is empty');
    const columns = columnsOf(table);
    const column = columns[random(columns.length)] ?? '';
    const rows = db.prepare(`select rowid, "${column}" as value from "${table.name}"`).all() as Cell[];
    const cell = rows[random(rows.length)];
    if (cell === undefined) continue;
    db.exec('begin');
    if (change(db, `"${table.name}" set "${column}"`, cell, random)) {
      cells.changed += 1;
      const [found] = differences(db, facts);
      if (found === undefined) cells.unseen.push(`${table.name}.${column} of ${cell.rowid}`);
    }
    db.exec('rollback');
  }
  return cells;
}

interface Cell {
  rowid: number;
  value: string | number | null;
}

/** False where the schema itself forbids the new value. */
function change(db: Sqlite.Database, what: string, { rowid, value }: Cell, random: (below: number) => number): boolean {
  try {
    return db.prepare(`update ${what} = ? where rowid = ?`).run(otherThan(value, random), rowid).changes === 1;
  } catch {
    return false;
  }
}

/** A character exchanged, put in or taken away; a number one more; something where nothing was, and now and then nothing. */
function otherThan(value: Cell['value'], random: (below: number) => number): Cell['value'] {
  if (typeof value === 'number') return value + 1;
  if (value === null || value === '') return '改';
  if (random(10) === 0) return null;
  const at = random(value.length);
  const replacement = ['', '改', `${value[at]}改`][random(3)] ?? '';
  return `${value.slice(0, at)}${replacement}${value.slice(at + 1)}`;
}
