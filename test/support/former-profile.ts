import { rm } from 'node:fs/promises';
import type Sqlite from 'better-sqlite3-multiple-ciphers';
import { anchorOf } from '../../main/app/session/first-start.ts';
import { officeAnchorPath, officeFile } from '../../main/app/session/profile-files.ts';
import { createAudit, emptyHead, type Signer } from '../../main/platform/audit/chain.ts';
import { rowDigest } from '../../main/platform/audit/row-digests.ts';
import { columnsOf, listed, rowIdOf } from '../../main/platform/store/facts/fact-rows.ts';
import { factTable } from '../../main/platform/store/facts/fact-tables.ts';
import { createKeyring } from '../../main/platform/vault/keyring.ts';
import { samplePassword } from '../../main/sample/sample.ts';
import { rebuildChain, withoutGuards } from '../drills/rebuilt-chain.ts';
import { tamper, vaultKeyOf } from '../main/faults/support.ts';

const schema = [
  'create table unit (id text primary key, "name" text not null, "head" text not null, active boolean not null)',
  'create table person (id text primary key, "name" text not null, "roles" text not null, "unitId" text, "certNo" text not null, "certFrom" text not null, "certTo" text not null, active boolean not null, "version" integer not null, foreign key (unitId) references unit(id))',
  'drop index audit_verified',
  'delete from migrations where timestamp = 18',
];

/** Brings a locked profile back to the one database for everything that it had before there was an office database (schema step 18). */
export async function joinOffice(dir: string): Promise<void> {
  const rows = new Map<string, unknown[][]>();
  await tamper(
    dir,
    (db) => {
      for (const name of ['setting', 'unit', 'person', 'signing_key']) rows.set(name, rowsOf(db, name));
    },
    'office',
  );
  const signers = await signersOf(dir);
  const [signer] = signers;
  if (!signer) throw new Error('the office is empty');
  let head = emptyHead;
  await tamper(dir, (db) => {
    for (const statement of schema) db.exec(statement);
    const store = {
      db,
      all: <T>(sql: string, ...params: unknown[]) => db.prepare(sql).all(...params) as T[],
      get: <T>(sql: string, ...params: unknown[]) => db.prepare(sql).get(...params) as T | undefined,
      written: { any: () => false, take: () => [], clear: () => undefined, mark: () => () => undefined },
    };
    const audit = createAudit(store, signer, () => new Date('2026-06-12T09:30:00+08:00'));
    const digests = [...rows].flatMap(([name, all]) => {
      const table = factTable(name);
      return all.flatMap((values) =>
        insert(db, name, values) ? [rowDigest(table, rowIdOf(table, values), values)] : [],
      );
    });
    audit.append({ verb: '修改人员', what: '全部' }, digests);
    // No log-in named the head of another chain.
    withoutGuards(db, () => {
      db.exec(`update audit set detail = '{}' where verb in ('登录', '锁定')`);
      rebuildChain(db, (personId) => signers.find((each) => each.personId === personId) ?? signer);
    });
    head = audit.head();
  });
  await anchorOf(dir, await vaultKeyOf(dir)).write({ ...head, moment: '2026-06-12T01:30:00.000Z', locked: true });
  await Promise.all([officeFile(dir), officeAnchorPath(dir)].map((file) => rm(file)));
}

/** Everybody, with the key they sign with. */
async function signersOf(dir: string): Promise<Signer[]> {
  const keyring = createKeyring(dir);
  const people = await keyring.people();
  return Promise.all(
    people.map(async ({ id, name }) => {
      const { signingKey } = await keyring.unlock(id, samplePassword);
      return { personId: id, name, signingKey };
    }),
  );
}

function rowsOf(db: Sqlite.Database, name: string): unknown[][] {
  return db
    .prepare(`select ${listed(columnsOf(factTable(name)))} from "${name}"`)
    .raw()
    .all() as unknown[][];
}

/** False where the row is there already. */
function insert(db: Sqlite.Database, name: string, values: readonly unknown[]): boolean {
  const sql = `insert or ignore into "${name}" (${listed(columnsOf(factTable(name)))}) values (${values.map(() => '?').join()})`;
  return db.prepare(sql).run(...values).changes === 1;
}
