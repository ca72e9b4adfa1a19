import { chmodSync, closeSync, copyFileSync, fsyncSync, openSync, rmSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import Sqlite from 'better-sqlite3-multiple-ciphers';
import { errorCode } from '../files.ts';
import { keyConnection } from './open.ts';

/** Given to the thread: a database that nobody has open, and its copy that is to be under another key. */
export interface RekeyOrder {
  file: string;
  copy: string;
  fromHex: string;
  toHex: string;
}
/** Null when the copy is made, flushed and read back; else the code of what went wrong. */
export type RekeyNews = { failed: string | null };

/** A copy, not the database itself: whatever cuts this off, the database stays as it was. */
function rekeyCopy({ file, copy, fromHex, toHex }: RekeyOrder): void {
  for (const old of [copy, `${copy}-journal`]) rmSync(old, { force: true });
  withDatabase(file, fromHex, (db) => {
    // All of it into the one file that is copied.
    db.pragma('wal_checkpoint(TRUNCATE)');
  });
  copyFileSync(file, copy);
  chmodSync(copy, 0o600);
  withDatabase(copy, fromHex, (db) => {
    // A cipher cannot be changed in a WAL without writing everything twice, and a copy needs no way back.
    db.pragma('journal_mode=DELETE');
    db.pragma('journal_mode=OFF');
    db.pragma('synchronous=OFF');
    db.pragma(`rekey='raw:${toHex}'`);
    db.pragma('journal_mode=WAL');
  });
  flush(copy);
  withDatabase(copy, toHex, (db) => {
    const [result] = db.pragma('quick_check(1)') as { quick_check: string }[];
    if (result?.quick_check !== 'ok') throw Object.assign(new Error('not sound'), { code: 'SQLITE_CORRUPT' });
  });
}

function withDatabase(file: string, keyHex: string, use: (db: Sqlite.Database) => void): void {
  const db = new Sqlite(file, { fileMustExist: true });
  try {
    keyConnection(db, keyHex);
    use(db);
  } finally {
    db.close();
  }
}

/** Windows flushes only through a handle that may write. */
function flush(file: string): void {
  const handle = openSync(file, 'r+');
  fsyncSync(handle);
  closeSync(handle);
}

const say = (news: RekeyNews): void => parentPort?.postMessage(news);
try {
  rekeyCopy(workerData as RekeyOrder);
  say({ failed: null });
} catch (error) {
  say({ failed: errorCode(error) });
}
