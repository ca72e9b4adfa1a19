import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import {
  contentOfKeyring,
  factsOf,
  type HolderKeys,
  KEYRING_FORMAT,
  type KeyringFile,
  type PersonEntry,
  publicFactsOf,
  type RecoveryEntry,
} from './keyring-file.ts';
import { deriveKey, deriveOfficeKey, wipe, type OfficeKey, type VaultKey } from './keys.ts';
import type { OpeningKeys } from './unlocked-keys.ts';

const CHECK_BYTES = 16;

type Unsealed = Omit<PersonEntry, 'seal'> | Omit<RecoveryEntry, 'seal'>;
type Entry = PersonEntry | RecoveryEntry;
/** Whose entry it is, in what is derived for it alone. */
export type EntryKind = 'person' | 'letter';

/**
 * What proves that this program wrote an entry or a keyring while it was open: MACs under `key`, a key derived from the office key, or
 * before format 3 from the vault key.
 */
export type SealKey = <T>(use: (key: Uint8Array) => T) => T;

export const sealKeyOf =
  (officeKey: OfficeKey): SealKey =>
  (use) =>
    withKey(deriveOfficeKey(officeKey, 'keyring'), use);

/** The key of formats 1 and 2. */
export const formerSealKeyOf =
  (vaultKey: VaultKey): SealKey =>
  (use) =>
    withKey(deriveKey(vaultKey, 'keyring'), use);

/** An entry with its seal: only who holds the office key can make one, for this vault and this person or letter alone. */
export function withSeal<One extends Unsealed>(sealKey: SealKey, vaultId: string, entry: One): One & { seal: string } {
  return { ...entry, seal: sealOfEntry(sealKey, vaultId, entry) };
}

/** Whether this program wrote the entry, now or earlier, while the vault was open. */
export const isGenuine = (sealKey: SealKey, vaultId: string, entry: Entry): boolean =>
  isSame(entry.seal, sealOfEntry(sealKey, vaultId, entry));

/** The keyring as it is to be written: its generation and the seal over all of it. */
export function sealedKeyring(officeKey: OfficeKey, file: KeyringFile, generation: number): KeyringFile {
  const sealKey = sealKeyOf(officeKey);
  const next = { ...file, format: KEYRING_FORMAT, vaultCheck: vaultCheck(sealKey, file.vaultId), generation };
  return { ...next, seal: sealOfKeyring(sealKey, next) };
}

/** Whether this program wrote the keyring as a whole, with all who are in it and nobody else. */
export const isProven = (sealKey: SealKey, file: KeyringFile): boolean =>
  isSame(file.seal, sealOfKeyring(sealKey, file));

/** Says that a key is this vault's, and nothing else about it. */
export const vaultCheck = (sealKey: SealKey, vaultId: string): string =>
  sealKey((key) => Buffer.from(hkdfSync('sha256', key, vaultId, 'check', CHECK_BYTES)).toString('base64'));

/** Whether the keys are this vault's. */
export function opensVault(file: KeyringFile, { vaultKey, officeKey }: OpeningKeys): boolean {
  if (file.format >= 3) return isSame(vaultCheck(sealKeyOf(officeKey), file.vaultId), file.vaultCheck);
  return vaultKey !== null && isSame(vaultCheck(formerSealKeyOf(vaultKey), file.vaultId), file.vaultCheck);
}

/** The proof under the vault key that a holder of it let in these keys, of this person or letter, to open this much. */
export const admissionOf = (
  vaultKey: VaultKey,
  vaultId: string,
  kind: EntryKind,
  id: string,
  keys: Omit<HolderKeys, 'sealed' | 'admitted'>,
): string =>
  withKey(deriveKey(vaultKey, 'admission'), (key) =>
    mac(key, JSON.stringify([kind, vaultId, id, ...publicFactsOf(keys)])),
  );

/** Whether the keys of an entry were let in by who holds the vault key; true for an entry that has none yet. */
export const isAdmitted = (vaultKey: VaultKey, vaultId: string, entry: Entry): boolean =>
  entry.keys === null ||
  isSame(entry.keys.admitted, admissionOf(vaultKey, vaultId, kindOf(entry), entry.id, entry.keys));

export const kindOf = (entry: Unsealed): EntryKind => ('kdf' in entry ? 'person' : 'letter');

const sealOfEntry = (sealKey: SealKey, vaultId: string, entry: Unsealed): string =>
  sealKey((key) => mac(key, JSON.stringify([kindOf(entry), vaultId, ...factsOf(entry)])));

const sealOfKeyring = (sealKey: SealKey, file: KeyringFile): string =>
  sealKey((key) => mac(key, JSON.stringify(['keyring', contentOfKeyring(file)])));

const mac = (key: Uint8Array, text: string): string => createHmac('sha256', key).update(text).digest('base64');

function withKey<T>(key: Uint8Array, use: (key: Uint8Array) => T): T {
  try {
    return use(key);
  } finally {
    wipe(key);
  }
}

function isSame(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
