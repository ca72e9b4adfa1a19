import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import Sqlite from 'better-sqlite3-multiple-ciphers';
import { type Head } from '../../platform/audit/chain.ts';
import { fileExists } from '../../platform/files.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import { refusalOfDatabase } from '../../platform/store/database-refusals.ts';
import { keyConnection, refuseNewer } from '../../platform/store/open.ts';
import { type Schema, type SchemaName, schemas } from '../../platform/store/schema.ts';
import { createKeyring } from '../../platform/vault/keyring.ts';
import type { VaultKey } from '../../platform/vault/keys.ts';
import { contentKeysOf, type UnlockedKeys, wipeKeys } from '../../platform/vault/unlocked-keys.ts';
import { refusalOfVault, withVault } from '../../platform/vault/vault-refusals.ts';
import { workerUrl } from '../../platform/worker-url.ts';
import type { StoredSnapshot } from '../../features/backup/backup-folder.ts';
import type { VerifyNews, VerifyOrder } from '../../features/supervision/verify-worker.ts';
import { type KnownFile, knownFiles } from '../../features/supervision/verify.ts';
import { databasesOf } from '../session/databases.ts';

/** What a state in a backup holds, read with the key of a person who could log in when it was made. */
export interface OpenedBackup {
  snapshot: StoredSnapshot;
  /** Wiped by the caller; `vaultKey` is one of them. */
  keys: UnlockedKeys;
  vaultKey: VaultKey;
  head: Head;
  /** Of the office database; null in a backup from before there was one. */
  officeHead: Head | null;
  files: readonly KnownFile[];
}

/** Opens a state with a person's password of that time. Refuses a wrong password, a damaged database, one of a newer program. */
export async function openBackup(
  snapshot: StoredSnapshot,
  { personId, password }: { personId: string; password: string },
): Promise<OpenedBackup> {
  const keys = await withVault('备份', () => createKeyring(snapshot.folder).unlock(personId, password));
  try {
    const { content, office } = databasesOf(snapshot.folder, contentKeysOf(keys));
    const { vaultKey } = contentKeysOf(keys);
    const officeHead = (await fileExists(office.file)) ? readIn(office, schemas.office, headIn) : null;
    return { snapshot, keys, vaultKey, officeHead, ...readIn(content, schemas.content, contentIn) };
  } catch (error) {
    wipeKeys(keys);
    throw refusalOfVault(refusalOfDatabase(error), '备份');
  }
}

type Database = ReturnType<typeof databasesOf>[SchemaName];

function readIn<T>({ file, keyHex }: Database, schema: Schema, read: (db: Sqlite.Database) => T): T {
  const db = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    keyConnection(db, keyHex());
    refuseNewer(db, schema);
    return read(db);
  } finally {
    db.close();
  }
}

function headIn(db: Sqlite.Database): Head {
  const head = db.prepare('select seq, hash from audit order by seq desc limit 1').get() as Head | undefined;
  if (head === undefined) throw new RefusalError({ code: 'profile-damaged', what: 'database' });
  return head;
}

function contentIn(db: Sqlite.Database): { head: Head; files: KnownFile[] } {
  const all = <T>(sql: string, ...params: unknown[]): T[] => db.prepare(sql).all(...params) as T[];
  return { head: headIn(db), files: knownFiles({ store: { all } }) };
}

/**
 * Recomputes the chains and checks the databases in a folder: a sentence when something is wrong, and whether the files themselves are
 * whole. Told before log-in, so without naming anything.
 */
export async function checkedDatabases(
  folder: string,
  keys: UnlockedKeys,
): Promise<{ fault: string | null; isWhole: boolean }> {
  const { content, office } = databasesOf(folder, contentKeysOf(keys));
  const checked = [await checkedDatabase(content, 'content')];
  if (await fileExists(office.file)) checked.push(await checkedDatabase(office, 'office'));
  const count = checked.reduce((sum, { faults }) => sum + faults, 0);
  const fault = `记录链和登记内容有${count}处不符。恢复以后做一次“验证”，会逐处指出。`;
  return { fault: count === 0 ? null : fault, isWhole: checked.every(({ isWhole }) => isWhole) };
}

async function checkedDatabase(
  { file, keyHex }: Database,
  schema: SchemaName,
): Promise<{ faults: number; isWhole: boolean }> {
  const order: VerifyOrder = { file, keyHex: keyHex(), schema, afterSeq: 0, checkDatabase: true };
  const worker = new Worker(workerUrl('features/supervision/verify-worker'), { workerData: order });
  let faults = 0;
  let isWhole = true;
  worker.on('message', (news: VerifyNews) => {
    if (news.kind !== 'fault') return;
    faults += 1;
    isWhole &&= news.ofDatabase !== true;
  });
  await once(worker, 'exit');
  return { faults, isWhole };
}
