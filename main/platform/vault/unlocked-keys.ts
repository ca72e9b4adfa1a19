import { VaultError } from './errors.ts';
import type { PersonEntry } from './keyring-file.ts';
import { wipe, type OfficeKey, type VaultKey } from './keys.ts';
import type { SigningKey } from './signing.ts';

/** The keys that open: the vault, or staff, settings, jobs and backups only. */
export interface OpeningKeys {
  /** Null for who reads no content. */
  vaultKey: VaultKey | null;
  officeKey: OfficeKey;
}

export interface ContentKeys extends OpeningKeys {
  vaultKey: VaultKey;
}

/** What a log-in gives, held in memory until the lock. */
export interface UnlockedKeys extends OpeningKeys {
  personId: string;
  /** X25519, private: to this person keys are sealed. */
  sealingKey: Uint8Array;
  /** Signs what this person does. */
  signingKey: SigningKey;
  /** The person's entry with new keys, to be written by `Keyring.renew` once the keyring is checked; null when the entry stays as it is. */
  renewal: PersonEntry | null;
}

/** Refuses who holds no vault key. Throws content-key-needed. */
export function contentKeysOf<Keys extends OpeningKeys>(keys: Keys): Keys & ContentKeys {
  if (readsContent(keys)) return keys;
  throw new VaultError({ code: 'content-key-needed' });
}

const readsContent = <Keys extends OpeningKeys>(keys: Keys): keys is Keys & ContentKeys => keys.vaultKey !== null;

export function wipeKeys({ vaultKey, officeKey, sealingKey, signingKey }: UnlockedKeys): void {
  wipe(officeKey, sealingKey, signingKey.secret);
  if (vaultKey !== null) wipe(vaultKey);
}
