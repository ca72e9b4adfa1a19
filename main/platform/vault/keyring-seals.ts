import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  contentOfKeyring,
  factsOf,
  KEYRING_FORMAT,
  type KeyringFile,
  type PersonEntry,
  type RecoveryEntry,
} from './keyring-file.ts';
import { deriveKey, wipe, type VaultKey } from './keys.ts';

type Unsealed = Omit<PersonEntry, 'seal'> | Omit<RecoveryEntry, 'seal'>;

/** An entry with its seal: only who holds the vault's key can make one, for this vault and this person or letter alone. */
export function withSeal<Entry extends Unsealed>(
  vaultKey: VaultKey,
  vaultId: string,
  entry: Entry,
): Entry & { seal: string } {
  return { ...entry, seal: sealOfEntry(vaultKey, vaultId, entry) };
}

/** Whether this program wrote the entry, now or earlier, while the vault was open. */
export const isGenuine = (vaultKey: VaultKey, vaultId: string, entry: PersonEntry | RecoveryEntry): boolean =>
  isSame(entry.seal, sealOfEntry(vaultKey, vaultId, entry));

/** The keyring as it is to be written: its generation and the seal over all of it. */
export function sealedKeyring(vaultKey: VaultKey, file: KeyringFile, generation: number): KeyringFile {
  const next = { ...file, format: KEYRING_FORMAT, generation };
  return { ...next, seal: sealOfKeyring(vaultKey, next) };
}

/** Whether this program wrote the keyring as a whole, with all who are in it and nobody else. */
export const isProven = (vaultKey: VaultKey, file: KeyringFile): boolean =>
  isSame(file.seal, sealOfKeyring(vaultKey, file));

const sealOfEntry = (vaultKey: VaultKey, vaultId: string, entry: Unsealed): string =>
  mac(vaultKey, JSON.stringify(['kdf' in entry ? 'person' : 'letter', vaultId, ...factsOf(entry)]));

const sealOfKeyring = (vaultKey: VaultKey, file: KeyringFile): string =>
  mac(vaultKey, JSON.stringify(['keyring', contentOfKeyring(file)]));

function mac(vaultKey: VaultKey, text: string): string {
  const key = deriveKey(vaultKey, 'keyring');
  const seal = createHmac('sha256', key).update(text).digest('base64');
  wipe(key);
  return seal;
}

function isSame(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
