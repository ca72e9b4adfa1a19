import { opensDatabase } from '../../main/app/profile/rekeyed-database.ts';
import { databasesOf } from '../../main/app/session/databases.ts';
import { officeKeyOf, type VaultKey } from '../../main/platform/vault/keys.ts';

/** Which databases of a locked profile a vault key opens. */
export function databasesOpenedBy(dir: string, vaultKey: VaultKey): string[] {
  const databases = databasesOf(dir, { vaultKey, officeKey: officeKeyOf(vaultKey) });
  return Object.entries(databases).flatMap(([name, database]) => (opensDatabase(database) ? [name] : []));
}
