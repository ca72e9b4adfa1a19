import { once } from 'node:events';
import { rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import Sqlite from 'better-sqlite3-multiple-ciphers';
import { renamePatiently, syncFolder } from '../../platform/durable.ts';
import { errorCode } from '../../platform/files.ts';
import { keyConnection } from '../../platform/store/open.ts';
import type { RekeyNews, RekeyOrder } from '../../platform/store/rekey-worker.ts';
import { diskFull, freeBytes } from '../../platform/vault/disk-room.ts';
import { workerUrl } from '../../platform/worker-url.ts';

/** Left free beside the copy, so that the log-in that follows can work. */
const ROOM_BYTES = 64 * 1024 * 1024;

/** A database that nobody has open, and the key that opens it or is to do so. */
export interface KeyedFile {
  file: string;
  keyHex: () => string;
}

const copyOf = (file: string): string => `${file}.rekeyed`;

/**
 * Makes a copy of the database under another key beside it, off the host thread, reads it back, and leaves the database as it is. Throws
 * disk-full, and what SQLite and the disk refuse.
 */
export async function makeRekeyed(from: KeyedFile, to: KeyedFile): Promise<void> {
  const { file } = from;
  await dropRekeyed(file);
  const needed = (await stat(file)).size + ROOM_BYTES;
  if ((await freeBytes(path.dirname(file))) < needed) throw await diskFull(path.dirname(file), needed);
  const order: RekeyOrder = { file, copy: copyOf(file), fromHex: from.keyHex(), toHex: to.keyHex() };
  const worker = new Worker(workerUrl('platform/store/rekey-worker'), { workerData: order });
  let news: RekeyNews = { failed: '' };
  worker.on('message', (told: RekeyNews) => (news = told));
  await once(worker, 'exit');
  if (news.failed === null) return;
  await dropRekeyed(file);
  throw Object.assign(new Error('the database was not put under another key'), { code: news.failed });
}

/** Puts the copy in the place of the database: the moment from which the other key opens it, and the one of before nothing. */
export async function putRekeyed(file: string): Promise<void> {
  // What is left in a WAL would be played into the copy.
  if (((await stat(`${file}-wal`).catch(() => undefined))?.size ?? 0) > 0)
    throw new Error('the WAL of the database was not folded in');
  for (const companion of [`${file}-wal`, `${file}-shm`]) await rm(companion, { force: true });
  await renamePatiently(copyOf(file), file);
  await syncFolder(path.dirname(file));
}

export const dropRekeyed = (file: string): Promise<void> => rm(copyOf(file), { force: true });

/** Whether the key opens the database. Throws what the disk refuses. */
export function opensDatabase(database: KeyedFile): boolean {
  try {
    readDatabase(database, () => null);
    return true;
  } catch (error) {
    if (errorCode(error) === 'SQLITE_NOTADB') return false;
    throw error;
  }
}

/** Reads something from a database that nobody has open. */
export function readDatabase<T>({ file, keyHex }: KeyedFile, read: (db: Sqlite.Database) => T): T {
  const db = new Sqlite(file, { fileMustExist: true });
  try {
    keyConnection(db, keyHex());
    return read(db);
  } finally {
    db.close();
  }
}
