import { chmodSync, closeSync, fsyncSync, openSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3-multiple-ciphers';
import type { Head } from '../../platform/audit/chain.ts';
import { errorCode } from '../../platform/files.ts';
import { keyConnection } from '../../platform/store/open.ts';

/** Given to the thread: the database, its key, and where the copy goes; nothing lies there yet. */
export interface CopyOrder {
  from: string;
  to: string;
  keyHex: string;
}
export type CopyNews = { kind: 'copied'; head: Head } | { kind: 'failed'; code: string; message: string };

/** Writes one state of the database while others go on writing; the copy is encrypted under the same key. */
function copy({ from, to, keyHex }: CopyOrder): void {
  const db = new Sqlite(from, { readonly: true });
  try {
    keyConnection(db, keyHex);
    db.prepare('vacuum into ?').run(to);
  } finally {
    db.close();
  }
  chmodSync(to, 0o600);
  // Windows flushes only through a handle that may write.
  const handle = openSync(to, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

/** Reads the copy back as a restore would. */
function headOfSound({ to, keyHex }: CopyOrder): Head {
  const db = new Sqlite(to, { readonly: true });
  try {
    keyConnection(db, keyHex);
    const [result] = db.pragma('integrity_check(1)') as { integrity_check: string }[];
    if (result?.integrity_check !== 'ok') throw new Error('the copy of the database is not sound');
    return db.prepare('select seq, hash from audit order by seq desc limit 1').get() as Head;
  } finally {
    db.close();
  }
}

const order = workerData as CopyOrder;
const say = (news: CopyNews): void => parentPort?.postMessage(news);
try {
  copy(order);
  say({ kind: 'copied', head: headOfSound(order) });
} catch (error) {
  say({ kind: 'failed', code: errorCode(error), message: error instanceof Error ? error.name : '' });
}
