import type { KeyedDatabase } from '../../platform/store/open.ts';
import type { SchemaName } from '../../platform/store/schema.ts';
import type { ContentKeys } from '../../platform/vault/unlocked-keys.ts';
import { databaseKey, officeDatabaseKey } from './first-start.ts';
import { databaseFile, officeFile } from './profile-files.ts';

/** Where the databases of a profile lie and what opens them, for the threads that read them beside the work. */
export const databasesOf = (profileDir: string, { vaultKey, officeKey }: Omit<ContentKeys, 'personId'>) =>
  ({
    content: { file: databaseFile(profileDir), keyHex: () => databaseKey(vaultKey) },
    office: { file: officeFile(profileDir), keyHex: () => officeDatabaseKey(officeKey) },
  }) satisfies Record<SchemaName, KeyedDatabase>;
