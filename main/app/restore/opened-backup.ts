import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import path from 'node:path';
import Sqlite from 'better-sqlite3-multiple-ciphers';
import { type Head } from '../../platform/audit/chain.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import { refusalOfDatabase } from '../../platform/store/database-refusals.ts';
import { keyConnection, refuseNewer } from '../../platform/store/open.ts';
import { createKeyring } from '../../platform/vault/keyring.ts';
import type { VaultKey } from '../../platform/vault/keys.ts';
import { contentKeysOf, type UnlockedKeys, wipeKeys } from '../../platform/vault/unlocked-keys.ts';
import { withVault } from '../../platform/vault/vault-refusals.ts';
import { workerUrl } from '../../platform/worker-url.ts';
import type { StoredSnapshot } from '../../features/backup/backup-folder.ts';
import type { VerifyNews, VerifyOrder } from '../../features/supervision/verify-worker.ts';
import { type KnownFile, knownFiles } from '../../features/supervision/verify.ts';
import { databaseKey } from '../session/first-start.ts';

/** What a state in a backup holds, read with the key of a person who could log in when it was made. */
export interface OpenedBackup {
  snapshot: StoredSnapshot;
  /** Wiped by the caller; `vaultKey` is one of them. */
  keys: UnlockedKeys;
  vaultKey: VaultKey;
  head: Head;
  files: readonly KnownFile[];
}

/** Opens a state with a person's password of that time. Refuses a wrong password, a damaged database, one of a newer program. */
export async function openBackup(
  snapshot: StoredSnapshot,
  { personId, password }: { personId: string; password: string },
): Promise<OpenedBackup> {
  const keys = await withVault('备份', () => createKeyring(snapshot.folder).unlock(personId, password));
  try {
    const { vaultKey } = contentKeysOf(keys);
    return { snapshot, keys, vaultKey, ...readContent(path.join(snapshot.folder, 'database.db'), vaultKey) };
  } catch (error) {
    wipeKeys(keys);
    throw refusalOfDatabase(error);
  }
}

function readContent(file: string, vaultKey: VaultKey): { head: Head; files: KnownFile[] } {
  const db = new Sqlite(file, { readonly: true, fileMustExist: true });
  try {
    keyConnection(db, databaseKey(vaultKey));
    refuseNewer(db);
    const all = <T>(sql: string, ...params: unknown[]): T[] => db.prepare(sql).all(...params) as T[];
    const [head] = all<Head>('select seq, hash from audit order by seq desc limit 1');
    if (head === undefined) throw new RefusalError({ code: 'profile-damaged', what: 'database' });
    return { head, files: knownFiles({ store: { all } }) };
  } finally {
    db.close();
  }
}

/**
 * Recomputes the chain and checks the database of a file: a sentence when something is wrong, and whether the file itself is whole. Told
 * before log-in, so without naming anything.
 */
export async function checkedDatabase(
  file: string,
  vaultKey: VaultKey,
): Promise<{ fault: string | null; isWhole: boolean }> {
  const order: VerifyOrder = { file, keyHex: databaseKey(vaultKey), afterSeq: 0, checkDatabase: true };
  const worker = new Worker(workerUrl('features/supervision/verify-worker'), { workerData: order });
  let count = 0;
  let isWhole = true;
  worker.on('message', (news: VerifyNews) => {
    if (news.kind !== 'fault') return;
    count += 1;
    isWhole &&= news.ofDatabase !== true;
  });
  await once(worker, 'exit');
  const fault = `记录链和登记内容有${count}处不符。恢复以后做一次“验证”，会逐处指出。`;
  return { fault: count === 0 ? null : fault, isWhole };
}
