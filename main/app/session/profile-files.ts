import path from 'node:path';
import { fileExists } from '../../platform/files.ts';
import type { Keyring } from '../../platform/vault/keyring.ts';

export const databaseFile = (profileDir: string): string => path.join(profileDir, 'database.db');

/** Whether a backup may take the place of what is here: there is nothing anybody could log in to. */
export async function mayBeReplaced(
  profileDir: string,
  keyring: Pick<Keyring, 'people'>,
  holder: { current: () => unknown; foundDamaged: () => boolean },
): Promise<boolean> {
  if (holder.current()) return false;
  if (holder.foundDamaged() || !(await fileExists(databaseFile(profileDir)))) return true;
  return !(await keyring.people().then(
    (people) => people.length > 0,
    () => false,
  ));
}
