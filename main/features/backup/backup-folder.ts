import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import * as z from 'zod';
import { renamePatiently, syncFolder, writeDurably } from '../../platform/durable.ts';
import { deriveOfficeKey, type OfficeKey, wipe } from '../../platform/vault/keys.ts';

/** How many states of the profile a backup folder keeps; the sealed files are shared by all. */
const keptSnapshots = 5;
const unfinishedMark = '.unfinished';
const manifestName = 'manifest.json';
const namePattern = /^案卷库备份-[0-9A-F]{8}$/;
const idPattern = /^\d{8}T\d{9}Z$/;

/** What `manifest.json` says of a state; written last, so a state without it was never finished. */
const Manifest = z.object({
  version: z.literal(1),
  madeAt: z.string(),
  anchor: z.string(),
  entries: z.int(),
  files: z.int(),
  bytes: z.number(),
});
export type Manifest = z.infer<typeof Manifest>;

export interface StoredSnapshot extends Manifest {
  id: string;
  /** Holds `database.db`, `office.db` (not in those of before), the keyring and its copy. */
  folder: string;
  /** The folder of the backup; its `vault/` is laid out like that of a profile. */
  root: string;
}

/** Where this profile is backed up to within a chosen folder: a stick may carry those of several desks, each sealed under another key. */
export function backupRootIn(folder: string, officeKey: OfficeKey): string {
  const key = deriveOfficeKey(officeKey, 'backup-name');
  const name = Buffer.from(key.subarray(0, 4)).toString('hex').toUpperCase();
  wipe(key);
  return path.join(folder, `案卷库备份-${name}`);
}

const snapshotsOf = (root: string): string => path.join(root, 'snapshots');

/** A new state under way; it gets its name when it is whole. What a stopped one left is removed. */
export async function beginSnapshot(root: string, madeAt: string): Promise<string> {
  const snapshots = snapshotsOf(root);
  await mkdir(snapshots, { recursive: true, mode: 0o700 });
  for (const name of await readdir(snapshots))
    if (name.endsWith(unfinishedMark)) await rm(path.join(snapshots, name), { recursive: true, maxRetries: 5 });
  const folder = path.join(snapshots, `${madeAt.replaceAll(/[-:.]/g, '')}${unfinishedMark}`);
  await mkdir(folder, { mode: 0o700 });
  return folder;
}

/** Gives the state its name, and drops the oldest beyond those that are kept. */
export async function finishSnapshot(folder: string, manifest: Manifest): Promise<void> {
  await writeDurably(path.join(folder, manifestName), JSON.stringify(manifest));
  const snapshots = path.dirname(folder);
  await renamePatiently(folder, folder.slice(0, -unfinishedMark.length));
  await syncFolder(snapshots);
  const all = (await snapshotsIn(path.dirname(snapshots))).slice(keptSnapshots);
  for (const old of all) await rm(old.folder, { recursive: true, maxRetries: 5 });
}

/** The finished states in a folder that was chosen: a backup itself, or what carries some. The newest first. */
export async function snapshotsIn(folder: string): Promise<StoredSnapshot[]> {
  const roots = [folder];
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (entry.isDirectory() && namePattern.test(entry.name)) roots.push(path.join(folder, entry.name));
  const found = await Promise.all(roots.map(snapshotsAt));
  return found.flat().toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1));
}

async function snapshotsAt(root: string): Promise<StoredSnapshot[]> {
  const names = await readdir(snapshotsOf(root)).catch(() => []);
  const found = await Promise.all(
    names
      .filter((name) => idPattern.test(name))
      .map(async (id): Promise<StoredSnapshot[]> => {
        const folder = path.join(snapshotsOf(root), id);
        const manifest = await readFile(path.join(folder, manifestName), 'utf8')
          .then((text) => Manifest.parse(JSON.parse(text)))
          .catch(() => undefined);
        return manifest === undefined ? [] : [{ ...manifest, id, folder, root }];
      }),
  );
  return found.flat();
}
