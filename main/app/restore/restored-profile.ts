import { mkdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { renamePatiently, syncFolder, writeDurably } from '../../platform/durable.ts';
import { fileExists } from '../../platform/files.ts';
import { KEYRING_NAMES } from '../../platform/vault/keyring-pair.ts';
import { RESTORING } from '../session/profile-presence.ts';

/** In there, last of all: everything is prepared; names the folder that keeps what was in the place. */
const readyName = 'ready';
/** What a profile is opened with, the keyring last: without it nobody can log in to a half-changed profile. */
const parts = [
  'database.db',
  'database.db-wal',
  'office.db',
  'anchor.json',
  'office-anchor.json',
  ...KEYRING_NAMES.toReversed(),
] as const;
/** What belongs to the files of before and must not meet those of the backup, which may be from before there was an office database. */
const companions = ['database.db', 'office.db'].flatMap((name) => [`${name}-wal`, `${name}-shm`]);
const ofBefore = [...companions, 'office.db', 'office-anchor.json'];

export const stagingOf = (profileDir: string): string => path.join(profileDir, RESTORING);

/** An empty place for what is being restored. */
export async function beginStaging(profileDir: string): Promise<string> {
  const staging = stagingOf(profileDir);
  await rm(staging, { recursive: true, force: true, maxRetries: 5 });
  await mkdir(staging, { recursive: true, mode: 0o700 });
  return staging;
}

/** From here on the restore is carried through, at the next start if not now. */
export const markReady = (profileDir: string, keptIn: string): Promise<void> =>
  writeDurably(path.join(stagingOf(profileDir), readyName), keptIn);

/**
 * Puts what a restore has prepared into its place and what was there beside it; nothing is deleted. Each step may be done again, so a
 * restore that was cut off here is finished by the next start.
 */
export async function putInPlace(profileDir: string): Promise<void> {
  const staging = stagingOf(profileDir);
  const keptIn = await readFile(path.join(staging, readyName), 'utf8').catch(() => undefined);
  if (keptIn === undefined || !/^before-restore-\d+$/.test(keptIn)) return;
  const kept = path.join(profileDir, keptIn);
  await mkdir(kept, { recursive: true, mode: 0o700 });
  const setAside = async (name: string): Promise<void> => {
    if (await fileExists(path.join(profileDir, name)))
      await renamePatiently(path.join(profileDir, name), path.join(kept, name));
  };
  if (await fileExists(path.join(staging, parts[0]))) for (const name of ofBefore) await setAside(name);
  for (const name of parts) {
    if (!(await fileExists(path.join(staging, name)))) continue;
    await setAside(name);
    await renamePatiently(path.join(staging, name), path.join(profileDir, name));
  }
  await syncFolder(profileDir);
  await rm(staging, { recursive: true, maxRetries: 5 });
}
