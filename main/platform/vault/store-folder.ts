import { randomUUID } from 'node:crypto';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { renamePatiently, syncFolder } from '../durable.ts';
import { fileExists } from '../files.ts';

const SHA256 = /^[0-9a-f]{64}$/;

/** Where a content lies under the folder of a vault. */
export function sealedPath(vault: string, sha256: string): string {
  if (!SHA256.test(sha256)) throw new TypeError('not a SHA-256 in hex');
  return join(vault, sha256.slice(0, 2), sha256);
}

/** Why a file was moved out of the store: never finished, no row knows it, not of our making, or damaged. */
export type QuarantineReason = 'unfinished' | 'orphan' | 'stranger' | 'damaged';
/** One file moved to quarantine/, for the audit line; `name` and `movedTo` are relative to the vault folder. */
export type Quarantined = { reason: QuarantineReason; name: string; movedTo: string; bytes: number };
export type StoreFolder = Awaited<ReturnType<typeof openStoreFolder>>;

/** The places under `<profile>/vault/`: `ab/abcdef…` for content, incoming/ for what is being written, quarantine/ for the rest. */
export async function openStoreFolder(profileFolder: string) {
  const root = join(profileFolder, 'vault');
  const incoming = join(root, 'incoming');
  const quarantined = join(root, 'quarantine');
  for (const path of [incoming, quarantined]) await mkdir(path, { recursive: true, mode: 0o700 });

  const pathOf = (sha256: string): string => sealedPath(root, sha256);

  async function has(sha256: string): Promise<boolean> {
    return fileExists(pathOf(sha256));
  }

  /** Everything outside incoming/ and quarantine/; `sha256` is null for what does not lie where its name says. */
  async function* entries(): AsyncGenerator<{ path: string; sha256: string | null }, void, void> {
    for (const entry of await readdir(root, { withFileTypes: true })) {
      const path = join(root, entry.name);
      if (path === incoming || path === quarantined) continue;
      const names = entry.isDirectory() ? (await readdir(path)).toSorted().map((name) => join(path, name)) : [path];
      for (const file of names) {
        const name = basename(file);
        yield { path: file, sha256: SHA256.test(name) && pathOf(name) === file ? name : null };
      }
    }
  }

  /** Every content of the store, as for a verification of all. */
  async function* all(): AsyncGenerator<string, void, void> {
    for await (const { sha256 } of entries()) if (sha256 !== null) yield sha256;
  }

  async function quarantine(path: string, reason: QuarantineReason): Promise<Quarantined> {
    const movedTo = join(quarantined, `${basename(path)}.${randomUUID()}`);
    const { size } = await stat(path);
    await moveDurably(path, movedTo);
    return { reason, name: relative(root, path), movedTo: relative(root, movedTo), bytes: size };
  }

  /** Clears up after a crash, before anything is taken in: moves what was never finished, unknown to the rows or not ours to quarantine/. */
  async function sweep(isKnown: (sha256: string) => boolean): Promise<Quarantined[]> {
    const moved: Quarantined[] = [];
    for (const name of await readdir(incoming)) moved.push(await quarantine(join(incoming, name), 'unfinished'));
    for await (const { path, sha256 } of entries()) {
      if (sha256 === null) moved.push(await quarantine(path, 'stranger'));
      else if (!isKnown(sha256)) moved.push(await quarantine(path, 'orphan'));
    }
    return moved;
  }

  return { root, pathOf, has, all, quarantine, sweep, newIncoming: () => join(incoming, randomUUID()) };
}

/** Moves a file to a name that is free, and makes the move survive a power cut. */
export async function moveDurably(from: string, to: string): Promise<void> {
  const folder = dirname(to);
  if (await mkdir(folder, { recursive: true, mode: 0o700 })) await syncFolder(dirname(folder));
  await renamePatiently(from, to);
  await syncFolder(folder);
}
