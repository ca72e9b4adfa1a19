import { readdir, rmdir } from 'node:fs/promises';
import path from 'node:path';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { renamePatiently } from '../../platform/durable.ts';
import { fileExists } from '../../platform/files.ts';
import { RefusalError } from '../../platform/refusal-error.ts';
import type { Keyring } from '../../platform/vault/keyring.ts';

/** Where a first start makes the profile, and what it calls that folder once everything in it is whole. */
export const FIRST_START = 'first-start';
export const FIRST_START_DONE = 'first-start-done';
/** Where a restore prepares what is to take the place of a profile. */
export const RESTORING = 'restored';
/** What a profile has beside its keyring. */
const PARTS = [
  'database.db',
  'database.db-wal',
  'office.db',
  'office.db-wal',
  'anchor.json',
  'office-anchor.json',
  'vault',
];

/**
 * Whether there is a profile to log in to.
 * @throws RefusalError profile-damaged when there is one without its keyring: set up anew, nobody could open it any more
 */
export async function hasProfile(profileDir: string, keyring: Pick<Keyring, 'exists'>): Promise<boolean> {
  await finishFirstStart(profileDir);
  if (await keyring.exists()) return true;
  // A restore that was cut off has put sealed files into an empty place; they make no profile.
  const names = (await fileExists(path.join(profileDir, RESTORING))) ? PARTS.filter((name) => name !== 'vault') : PARTS;
  const parts = await Promise.all(names.map((name) => fileExists(path.join(profileDir, name))));
  if (parts.includes(true)) throw new RefusalError({ code: 'profile-damaged', what: 'keyring-missing' });
  return false;
}

/** Refuses to take a profile that was taken away at work for one that never was: a first start in its place would be another office. */
export async function stillHasProfile(
  profileDir: string,
  keyring: Pick<Keyring, 'exists'>,
  lockedBy: Refusal | null,
): Promise<boolean> {
  const isThere = await hasProfile(profileDir, keyring);
  if (!isThere && lockedBy?.code === 'database-in-doubt' && lockedBy.why === 'gone') throw new RefusalError(lockedBy);
  return isThere;
}

/** Moves a finished first start into its place, and goes on where it was cut off. Nothing that is there is replaced. */
export async function finishFirstStart(profileDir: string): Promise<void> {
  const done = path.join(profileDir, FIRST_START_DONE);
  const names = await readdir(done).catch(() => undefined);
  if (names === undefined) return;
  for (const name of names) {
    const place = path.join(profileDir, name);
    if (!(await fileExists(place))) await renamePatiently(path.join(done, name), place);
  }
  // Stays when something else lay in the place.
  await rmdir(done).catch(() => undefined);
}
