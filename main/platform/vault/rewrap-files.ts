import type { Dirent } from 'node:fs';
import { open, readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { syncFolder, writeDurably } from '../durable.ts';
import { whyUnreadable } from '../files.ts';
import { HEADER_BYTES, isUnder, rewrapped } from './sealed-format.ts';

/** In the folder of the profile: the headers that are just being written, so that one cut off by a kill or power cut is written again. */
const JOURNAL = 'rewrapping.json';
const BATCH = 2_000;
const AT_A_TIME = 32;

/** The files key of before and the one that takes its place. */
export interface FilesKeys {
  from: Uint8Array;
  to: Uint8Array;
}
export interface Rewrapped {
  files: number;
  /** Under neither key: damaged before, and named so by a verification. */
  damaged: number;
  /** Which the system does not give out now; to be tried again. */
  inUse: number;
}
interface Header {
  /** Of the file, under the folder of the vault. */
  name: string;
  header: Buffer;
}

/**
 * Wraps the key of every sealed file anew, in quarantine too, and touches nothing else of it. May be killed at any moment and done again:
 * each file opens under the one key or the other. Call only while nobody else uses the files.
 */
export async function rewrapFiles(
  profileFolder: string,
  keys: FilesKeys,
  onProgress: (done: number, total: number) => void,
): Promise<Rewrapped> {
  const vault = join(profileFolder, 'vault');
  const journal = join(profileFolder, JOURNAL);
  const names = await sealedNames(vault);
  await mendFromJournal(journal, vault, names, keys);
  let damaged = 0;
  let inUse = 0;
  for (let from = 0; from < names.length; from += BATCH) {
    onProgress(from, names.length);
    const next: Header[] = [];
    await atATime(names.slice(from, from + BATCH), async (name) => {
      const header = await readHeaderOf(join(vault, name));
      if (header === 'in-use') inUse += 1;
      else if (isUnder(header, keys.to)) return;
      else {
        const anew = rewrapped(header, keys.from, keys.to);
        if (anew) next.push({ name, header: anew });
        else damaged += 1;
      }
    });
    if (next.length > 0) inUse += await writeHeaders(journal, vault, next);
  }
  onProgress(names.length, names.length);
  await rm(journal, { force: true });
  await syncFolder(profileFolder);
  return { files: names.length, damaged, inUse };
}

/** In an order that stays. */
async function sealedNames(vault: string): Promise<string[]> {
  const entries = await readdir(vault, { withFileTypes: true, recursive: true }).catch((): Dirent[] => []);
  const files = entries.filter((entry) => entry.isFile());
  return files.map(({ parentPath, name }) => join(parentPath, name).slice(vault.length + 1)).toSorted();
}

/** Durably, once the journal has them all; resolves with how many the system would not let be written. */
async function writeHeaders(journal: string, vault: string, headers: readonly Header[]): Promise<number> {
  await writeDurably(journal, JSON.stringify(headers.map(({ name, header }) => [name, header.toString('base64')])));
  let inUse = 0;
  await atATime(headers, async ({ name, header }) => {
    if (!(await writeHeader(join(vault, name), header))) inUse += 1;
  });
  return inUse;
}

/** What a kill cut off in the middle of a header is under no key; the journal has it whole. */
async function mendFromJournal(
  journal: string,
  vault: string,
  names: readonly string[],
  { from, to }: FilesKeys,
): Promise<void> {
  const known = new Set(names);
  for (const { name, header } of await readJournal(journal)) {
    if (!known.has(name) || !isUnder(header, to)) continue;
    const found = await readHeaderOf(join(vault, name));
    if (found !== 'in-use' && !isUnder(found, to) && !isUnder(found, from))
      await writeHeader(join(vault, name), header);
  }
}

/** A journal that a kill left half-written is never found under its name; one that somebody changed is none. */
async function readJournal(journal: string): Promise<Header[]> {
  try {
    const entries = JSON.parse(await readFile(journal, 'utf8')) as [string, string][];
    return entries.map(([name, header]) => ({ name, header: Buffer.from(header, 'base64') }));
  } catch {
    return [];
  }
}

/** What a disk that fails does not give out is as good as empty. */
async function readHeaderOf(path: string): Promise<Buffer | 'in-use'> {
  try {
    const file = await open(path, 'r');
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(HEADER_BYTES), 0, HEADER_BYTES, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await file.close();
    }
  } catch (error) {
    return whyUnreadable(error) === undefined ? Buffer.alloc(0) : 'in-use';
  }
}

/** False when the system does not let it be written now. */
async function writeHeader(path: string, header: Buffer): Promise<boolean> {
  try {
    const file = await open(path, 'r+');
    try {
      await file.write(header, 0, header.length, 0);
      await file.datasync();
    } finally {
      await file.close();
    }
    return true;
  } catch (error) {
    if (whyUnreadable(error) === undefined) throw error;
    return false;
  }
}

async function atATime<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
  const waiting = items.values();
  const worker = async (): Promise<void> => {
    for (const item of waiting) await work(item);
  };
  await Promise.all(Array.from({ length: AT_A_TIME }, worker));
}
