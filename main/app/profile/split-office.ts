import { rm } from 'node:fs/promises';
import Sqlite from 'better-sqlite3-multiple-ciphers';
import type { FeatureContext } from '../../features/context.ts';
import { changedRows, type RowFinding } from '../../platform/audit/compare-rows.ts';
import { createAudit, overwrittenVerb } from '../../platform/audit/chain.ts';
import { renamePatiently, syncFolder } from '../../platform/durable.ts';
import { fileExists } from '../../platform/files.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import { officeFacts } from '../../platform/store/facts/fact-tables.ts';
import { columnsOf, listed } from '../../platform/store/facts/fact-rows.ts';
import type { FactTable } from '../../platform/store/facts/fact-table.ts';
import { keyConnection, openStore, refuseNewer, type Store } from '../../platform/store/open.ts';
import { schemas } from '../../platform/store/schema.ts';
import { type ContentKeys, contentKeysOf, type UnlockedKeys } from '../../platform/vault/unlocked-keys.ts';
import { databaseKey, officeAnchorOf, officeDatabaseKey } from '../session/first-start.ts';
import { databaseFile, officeFile } from '../session/profile-files.ts';

const movedSettings = `'office', 'keyring', 'lastBackup'`;

/** What one database of a profile from before holds for the office database. */
interface Former {
  rows: ReadonlyMap<FactTable, unknown[][]>;
  /** Rows that were not as the chain had left them. */
  forged: RowFinding[];
}

/**
 * Makes the office database of a profile that had one database for everything, once. The copy is made beside, read back, and gets its name as
 * the last step; only then may the tables go from the database of the cases (schema step 18). A split that was cut off begins anew.
 */
export async function splitOffice(profileDir: string, keys: UnlockedKeys, now: () => Date): Promise<void> {
  const file = officeFile(profileDir);
  if (await fileExists(file)) return;
  const held = contentKeysOf(keys);
  const former = readFormer(databaseFile(profileDir), held);
  const beside = `${file}.new`;
  for (const name of [beside, `${beside}-wal`, `${beside}-shm`]) await rm(name, { force: true });
  const store = await openStore(beside, officeDatabaseKey(held.officeKey), undefined, schemas.office);
  try {
    const audit = createAudit(store, signerOf(former, held), now);
    await store.unit.run(async () => {
      for (const [table, rows] of former.rows) insertRows(store, table, rows);
      audit.append({ verb: '设立机关库', what: '人员、科室和设置', subjectId: held.personId });
      for (const { name, rowId } of former.forged)
        audit.append({ verb: overwrittenVerb, what: name, subjectId: rowId }, []);
    });
    refuseOtherCopy(store, former);
    await officeAnchorOf(profileDir, held.officeKey).write({
      ...audit.head(),
      moment: now().toISOString(),
      locked: true,
    });
  } finally {
    await store.close();
  }
  await renamePatiently(beside, file);
  await syncFolder(profileDir);
}

/** Throws profile-damaged where the tables are gone already: then the office database is what is missing. */
function readFormer(file: string, { vaultKey }: ContentKeys): Former {
  const db = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    keyConnection(db, databaseKey(vaultKey));
    refuseNewer(db);
    const has = (table: string): boolean =>
      db.prepare(`select 1 from sqlite_master where type = 'table' and name = ?`).get(table) !== undefined;
    if (!has('person')) throw new RefusalError({ code: 'profile-damaged', what: 'database' });
    const facts = officeFacts.filter(({ name }) => has(name));
    return {
      rows: new Map(facts.map((table) => [table, rowsOf(db, table)])),
      // Before there were digests nothing can be told.
      forged: has('audit_row') ? [...changedRows(db, facts)] : [],
    };
  } finally {
    db.close();
  }
}

/** Of the signing keys only the present one of each person: those of before signed nothing in the new chain, where they would count. */
function rowsOf(db: Sqlite.Database, table: FactTable): unknown[][] {
  const columns = columnsOf(table);
  const where = {
    setting: `where key in (${movedSettings})`,
    signing_key: `where "fromSeq" = (select max("fromSeq") from signing_key one where one."personId" = signing_key."personId")`,
  };
  const rows = db
    .prepare(`select ${listed(columns)} from "${table.name}" ${where[table.name as keyof typeof where] ?? ''}`)
    .raw()
    .all() as unknown[][];
  const fromSeq = columns.indexOf('fromSeq');
  return fromSeq < 0 ? rows : rows.map((row) => row.with(fromSeq, 1));
}

function signerOf({ rows }: Former, { personId, signingKey }: UnlockedKeys) {
  const people = [...rows].find(([{ name }]) => name === 'person')?.[1] ?? [];
  return { personId, name: String(people.find(([id]) => id === personId)?.[1] ?? ''), signingKey };
}

/** Units before the people in them. */
function insertRows(store: Store, table: FactTable, rows: readonly unknown[][]): void {
  const columns = columnsOf(table);
  const sql = `insert into "${table.name}" (${listed(columns)}) values (${columns.map(() => '?').join(', ')})`;
  for (const row of rows) store.run(sql, ...row);
}

function refuseOtherCopy({ db }: Store, { rows }: Former): void {
  for (const [table, expected] of rows) {
    const there = db
      .prepare(`select ${listed(columnsOf(table))} from "${table.name}" order by rowid`)
      .raw()
      .all();
    if (JSON.stringify(there) !== JSON.stringify(expected))
      throw new Error(`the copy of ${table.name} reads otherwise`);
  }
}

/** Takes what was moved, and what is no setting any more, out of the settings of the cases, with an entry that says so. */
export async function dropMovedSettings({ store, audit }: Pick<FeatureContext, 'store' | 'audit'>): Promise<void> {
  const moved = `key in (${movedSettings}, 'verifiedAt')`;
  if (!store.get(`select 1 from setting where ${moved}`)) return;
  await store.unit.run(async () => {
    store.run(`delete from setting where ${moved}`);
    audit.append({ verb: '设立机关库', what: '人员、科室和设置移入机关库' });
  });
}
