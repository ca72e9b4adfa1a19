import type Sqlite from 'better-sqlite3-multiple-ciphers';
import type { FactTable } from '../store/facts/fact-table.ts';
import { keyParts, whereKey } from '../store/facts/fact-rows.ts';

/** What a clerk calls a row of facts, with its case: 案件“…”的文书《…》…号. A row that is gone is called what it was found by. */
export function nameOfRow(db: Sqlite.Database, table: FactTable, rowId: string, caseId: string): string {
  return `${caseName(db, caseId)}${table.label}${titleOf(db, table, rowId)}`;
}

function titleOf(db: Sqlite.Database, table: FactTable, rowId: string): string {
  const row = db
    .prepare(`select ${table.title} as title from "${table.name}" where ${whereKey(table)}`)
    .get(...keyParts(table, rowId)) as { title: string } | undefined;
  return row?.title ?? foundBy(db, rowId);
}

/** The index for searching still knows the titles of papers, exhibits, cases and parties that are gone. */
function foundBy(db: Sqlite.Database, rowId: string): string {
  // The office database has nothing to search for.
  if (!db.prepare(`select 1 from sqlite_master where name = 'search_text'`).get()) return '';
  const found = db.prepare('select title from search_text where refId = ?').get(rowId) as { title: string } | undefined;
  return found === undefined ? '' : `“${found.title}”`;
}

function caseName(db: Sqlite.Database, caseId: string): string {
  if (caseId === '') return '';
  const record = db.prepare('select causeName, number from case_record where id = ?').get(caseId) as
    | { causeName: string; number: string }
    | undefined;
  return record ? `案件“${record.causeName}”${record.number}的` : `案件${foundBy(db, caseId)}的`;
}
