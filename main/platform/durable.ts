import { randomUUID } from 'node:crypto';
import { closeSync, fsyncSync, openSync } from 'node:fs';
import { copyFile, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { errorCode } from './files.ts';

/** Makes a rename or a new name in the folder survive a power cut. */
export async function syncFolder(folder: string): Promise<void> {
  // Windows cannot open a folder for fsync; NTFS journals the rename itself.
  if (process.platform === 'win32') return;
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** The same before it returns, for a program that may be about to end. */
export function syncFolderAtOnce(folder: string): void {
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Copies a file and flushes it; readable by its owner only. */
export async function copyDurably(from: string, to: string): Promise<void> {
  await copyFile(from, to);
  const handle = await open(to, 'r+');
  try {
    await handle.chmod(0o600);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(dirname(to));
}

/** What a virus scanner or an indexer does to a file that was just written: it holds it for some hundred milliseconds. */
const HELD: ReadonlySet<string> = new Set(['EBUSY', 'EPERM', 'EACCES']);
const WAITS_MS = [20, 50, 100, 200, 400, 800, 1_600];

/** Renames a file or folder; where another program holds it for a moment, that is waited out (about three seconds in all). */
export async function renamePatiently(from: string, to: string): Promise<void> {
  for (const wait of WAITS_MS) {
    try {
      return await rename(from, to);
    } catch (error) {
      if (!HELD.has(errorCode(error))) throw error;
      await setTimeout(wait);
    }
  }
  return rename(from, to);
}

const UNFINISHED = '.new';
const UNFINISHED_NAME = /^[\w.-]+\.[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\.new$/;

/** Removes what a kill left of `writeDurably` in a folder. Call only while nobody else writes there. */
export async function removeUnfinishedWrites(folder: string): Promise<void> {
  const entries = await readdir(folder, { withFileTypes: true });
  const left = entries.filter((entry) => entry.isFile() && UNFINISHED_NAME.test(entry.name));
  for (const { name } of left) await rm(join(folder, name), { force: true });
}

/** Replaces a file as a whole: temp name, fsync, rename, fsync of the folder; readable by its owner only. */
export async function writeDurably(path: string, content: string | Uint8Array): Promise<void> {
  const temporary = `${path}.${randomUUID()}${UNFINISHED}`;
  try {
    const handle = await open(temporary, 'wx', 0o600);
    try {
      await handle.writeFile(content);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await renamePatiently(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
  await syncFolder(dirname(path));
}
