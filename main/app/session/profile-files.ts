import path from 'node:path';
import type { WorkstationOptions } from '../../platform/host.ts';
import { fileExists } from '../../platform/files.ts';
import type { Keyring } from '../../platform/vault/keyring.ts';

/** The database of the cases. */
export const databaseFile = (profileDir: string): string => path.join(profileDir, 'database.db');
/** The database of people, units and settings. */
export const officeFile = (profileDir: string): string => path.join(profileDir, 'office.db');
/** The head of the chain of each, kept beside it. */
export const anchorPath = (profileDir: string): string => path.join(profileDir, 'anchor.json');
export const officeAnchorPath = (profileDir: string): string => path.join(profileDir, 'office-anchor.json');

/** Whether a backup may take the place of what is here: there is nothing anybody could log in to, and it is not the profile for practice. */
export async function mayBeReplaced(
  { profileDir, practice }: Pick<WorkstationOptions, 'profileDir' | 'practice'>,
  keyring: Pick<Keyring, 'people'>,
  holder: { current: () => unknown; foundDamaged: () => boolean },
): Promise<boolean> {
  if (practice !== undefined || holder.current()) return false;
  if (holder.foundDamaged() || !(await fileExists(databaseFile(profileDir)))) return true;
  return !(await keyring.people().then(
    (people) => people.length > 0,
    () => false,
  ));
}
