import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import { VaultError } from './errors.ts';

export const KEY_BYTES = 32;
/** How long the nonce at the beginning of a wrapped key is. */
export const IV_BYTES = 12;
const TAG_BYTES = 16;
/** How much longer a wrapped key is than the key. */
export const WRAP_BYTES = IV_BYTES + TAG_BYTES;

declare const vaultKeyBrand: unique symbol;
/** The 32 random bytes everything else is derived from; wiped on lock. */
export type VaultKey = Uint8Array & { readonly [vaultKeyBrand]: true };
declare const officeKeyBrand: unique symbol;
/** Derived from the vault key: opens staff, settings, jobs and backups, and nothing of a case. Who holds the vault key has it. */
export type OfficeKey = Uint8Array & { readonly [officeKeyBrand]: true };
/** What a sub-key is for; one purpose never opens what another one sealed. */
export type KeyPurpose =
  | 'database'
  | 'files'
  | 'recordings'
  | 'settings'
  | 'keyring'
  | 'admission'
  | 'former'
  | 'error-log';
export type OfficePurpose = 'keyring' | 'database' | 'anchor' | 'error-log' | 'backup-name';

/** A new random vault key in memory of its own, so that wiping it leaves no other copy. */
export function newVaultKey(): VaultKey {
  return asVaultKey(randomBytes(KEY_BYTES));
}

/** Takes 32 bytes over as a vault key and wipes the given buffer. */
export function asVaultKey(bytes: Uint8Array): VaultKey {
  const key = Uint8Array.from(bytes) as VaultKey;
  wipe(bytes);
  return key;
}

/** Takes 32 bytes over as an office key and wipes the given buffer. */
export function asOfficeKey(bytes: Uint8Array): OfficeKey {
  const key = Uint8Array.from(bytes) as OfficeKey;
  wipe(bytes);
  return key;
}

/** The 32-byte sub-key for one purpose (HKDF-SHA-256). Refuses a key that was wiped, which would seal under zeros. */
export const deriveKey = (vaultKey: VaultKey, purpose: KeyPurpose): Uint8Array =>
  derive(vaultKey, `case-file vault 1: ${purpose}`);

/** The same under the office key. */
export const deriveOfficeKey = (officeKey: OfficeKey, purpose: OfficePurpose): Uint8Array =>
  derive(officeKey, `case-file office 1: ${purpose}`);

export const officeKeyOf = (vaultKey: VaultKey): OfficeKey =>
  asOfficeKey(derive(vaultKey, 'case-file vault 1: office'));

function derive(key: Uint8Array, label: string): Uint8Array {
  assertUsable(key);
  return new Uint8Array(hkdfSync('sha256', key, new Uint8Array(0), label, KEY_BYTES));
}

/** Overwrites keys with zeros. */
export function wipe(...keys: Uint8Array[]): void {
  for (const key of keys) key.fill(0);
}

/** Throws `key-wiped` when the key is not 32 bytes or all zeros. */
export function assertUsable(key: Uint8Array): void {
  if (key.length !== KEY_BYTES || key.every((byte) => byte === 0)) throw new VaultError({ code: 'key-wiped' });
}

/** Seals a key under another: iv | ciphertext | tag, AES-256-GCM, `bound` is authenticated with it. */
export function wrapKey(wrapping: Uint8Array, key: Uint8Array, bound: Uint8Array): Buffer {
  assertUsable(wrapping);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', wrapping, iv).setAAD(bound);
  return Buffer.concat([iv, cipher.update(key), cipher.final(), cipher.getAuthTag()]);
}

/** The key inside `wrapped`, or undefined when wrapping key, content or `bound` is not the right one. */
export function unwrapKey(wrapping: Uint8Array, wrapped: Uint8Array, bound: Uint8Array): Uint8Array | undefined {
  assertUsable(wrapping);
  if (wrapped.length <= WRAP_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', wrapping, wrapped.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(bound).setAuthTag(wrapped.subarray(wrapped.length - TAG_BYTES));
  const key = decipher.update(wrapped.subarray(IV_BYTES, wrapped.length - TAG_BYTES));
  try {
    decipher.final();
    return key;
  } catch {
    wipe(key);
    return undefined;
  }
}
