import type Sqlite from 'better-sqlite3-multiple-ciphers';
import type { FactTable } from '../store/facts/fact-table.ts';
import {
  caseIdOf,
  columnsOf,
  createFactReader,
  listed,
  rowIdOf,
  rowIdSql,
  type Values,
} from '../store/facts/fact-rows.ts';
import { contentFacts, factTable } from '../store/facts/fact-tables.ts';
import type { AuditRow } from './chain.ts';
import { concernOfRow, type Finding } from './finding.ts';
import { nameOfRow } from './name-of-row.ts';
import { changedColumns, digestOf, type RowDigest } from './row-digests.ts';

/** The last digest the chain holds of a row, and the entry it belongs to. */
interface Left extends RowDigest {
  seq: number;
}

const lastOfEach = (where: string): string =>
  `select "caseId", "tableName", "rowId", max(seq) as seq, digest, marks from audit_row ${where} group by "caseId", "tableName", "rowId"`;

/** What is wrong with one row, and which it is. */
export interface RowFinding extends Finding {
  name: string;
  rowId: string;
}

/**
 * A finding for each row of a whole database that is not as its chain left it. Rows are read one by one: memory does not grow with them.
 * What is on record of tables that have gone to another database counts no more.
 */
export function* differences(db: Sqlite.Database, facts: readonly FactTable[]): Generator<Finding> {
  yield* changedRows(db, facts);
  yield* overwritten(db, '1 = 1', []);
}

/** The rows that are otherwise now. */
export function* changedRows(db: Sqlite.Database, facts: readonly FactTable[]): Generator<RowFinding> {
  const read = createFactReader(db);
  const names = new Set(facts.map(({ name }) => name));
  const left = db.prepare(lastOfEach('')).iterate() as IterableIterator<Left>;
  for (const each of left) if (names.has(each.tableName)) yield* compared(db, each, read);
  for (const table of facts) yield* unrecorded(db, table, '1 = 1', []);
}

/** The same for one case: its own rows, its parties and its numbers. */
export function* differencesOfCase(db: Sqlite.Database, caseId: string): Generator<Finding> {
  const read = createFactReader(db);
  const left = db.prepare(lastOfEach('where "caseId" = ?')).iterate(caseId) as IterableIterator<Left>;
  for (const each of left) yield* compared(db, each, read);
  for (const table of contentFacts)
    if (table.caseColumn !== null) yield* unrecorded(db, table, `"${table.caseColumn}" = ?`, [caseId]);
  for (const [name, ids] of related) yield* differencesOfRows(db, factTable(name), idsOf(db, ids, caseId));
  yield* overwritten(db, '"caseId" = ?', [caseId]);
}

/** Rows that belong to no one case and yet are part of this one. */
const related: readonly (readonly [string, string])[] = [
  ['household', 'select "householdId" as id from case_party where "caseId" = ?'],
  ['paper_number', 'select number as id from paper where "caseId" = ? and number is not null'],
];

const idsOf = (db: Sqlite.Database, sql: string, caseId: string): string[] =>
  (db.prepare(sql).all(caseId) as { id: string }[]).map(({ id }) => id);

/** The same for single rows that belong to no one case. */
export function* differencesOfRows(db: Sqlite.Database, table: FactTable, ids: readonly string[]): Generator<Finding> {
  const read = createFactReader(db);
  const latest = db.prepare(
    `select * from audit_row where "caseId" = '' and "tableName" = ? and "rowId" = ? order by seq desc limit 1`,
  );
  for (const id of ids) {
    const left = latest.get(table.name, id) as Left | undefined;
    if (left !== undefined) yield* compared(db, left, read);
    else yield unrecordedRow(db, table, id, '');
    yield* overwritten(db, `"caseId" = '' and "subjectId" = ?`, [id]);
  }
}

function* compared(
  db: Sqlite.Database,
  left: Left,
  read: (table: FactTable, rowId: string) => Values | undefined,
): Generator<RowFinding> {
  const { tableName, rowId, caseId, digest, marks } = left;
  const table = factTable(tableName);
  const values = read(table, rowId);
  if (values === undefined ? digest === '' : digestOf(table, values) === digest) return;
  const name = nameOfRow(db, table, rowId, caseId);
  const entry = entryOf(db, left.seq);
  const row = { name, rowId, concern: concernOfRow(tableName, caseId || entry.caseId) };
  if (values === undefined) yield { ...row, sentence: `${name}不见了：${entry.called}登记过，是绕过程序删去的。` };
  else if (digest === '') yield { ...row, sentence: `${name}已由${entry.called}撤去，又绕过程序加了回来。` };
  else {
    const changed = changedColumns(table, values, marks).map((column) => table.columns[column]);
    const columns = changed.join('、') || '内容';
    yield { ...row, sentence: `${name}与办理记录不符：${entry.called}登记以后，“${columns}”绕过程序改动过。` };
  }
}

/** Rows of which no entry says anything. */
function* unrecorded(
  db: Sqlite.Database,
  table: FactTable,
  where: string,
  params: readonly string[],
): Generator<RowFinding> {
  const caseColumn = table.caseColumn === null ? `''` : `one."${table.caseColumn}"`;
  const rows = db
    .prepare(
      `select ${listed(columnsOf(table))} from "${table.name}" as one where ${where} and not exists
         (select 1 from audit_row where audit_row."caseId" = ${caseColumn} and "tableName" = '${table.name}' and "rowId" = ${rowIdSql(table)})`,
    )
    .raw()
    .iterate(...params) as IterableIterator<Values>;
  for (const values of rows) yield unrecordedRow(db, table, rowIdOf(table, values), caseIdOf(table, values));
}

function unrecordedRow(db: Sqlite.Database, table: FactTable, rowId: string, caseId: string): RowFinding {
  const name = nameOfRow(db, table, rowId, caseId);
  const sentence = `${name}没有任何记录登记过，是绕过程序加进来的。`;
  return { name, rowId, sentence, concern: concernOfRow(table.name, caseId) };
}

/** What the program found changed when it wrote over it: the row agrees again, and yet holds what nobody entered. */
function* overwritten(db: Sqlite.Database, where: string, params: readonly string[]): Generator<Finding> {
  const entries = db
    .prepare(`select * from audit where verb = '发现改动' and ${where} order by seq`)
    .all(...params) as AuditRow[];
  for (const { what, seq, caseId } of entries)
    yield {
      sentence: `${what}在第${seq}条记录以前绕过程序改动过，改动以后又登记过。`,
      concern: caseId || 'everything',
    };
}

/** What an entry is called, 第12条记录（2026-03-02 王建国 起草文书“调查询问笔录”）, and its case, '' for none. */
function entryOf(db: Sqlite.Database, seq: number): { called: string; caseId: string } {
  const entry = db.prepare('select at, who, verb, what, "caseId" from audit where seq = ?').get(seq) as
    | Pick<AuditRow, 'at' | 'who' | 'verb' | 'what' | 'caseId'>
    | undefined;
  if (entry === undefined) return { called: `第${seq}条记录`, caseId: '' };
  const { who, verb, what, caseId } = entry;
  return { called: `第${seq}条记录（${entry.at.slice(0, 10)} ${who} ${verb}“${what}”）`, caseId };
}
