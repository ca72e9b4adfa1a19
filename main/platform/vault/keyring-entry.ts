import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { passwordLength, shortestPassword } from '../../../shared/identity/password.ts';
import { VaultError } from './errors.ts';
import {
  type HolderKeys,
  isIntact,
  type Kdf,
  type KeyringFile,
  type PersonEntry,
  type Reads,
  type RecoveryEntry,
  withSum,
} from './keyring-file.ts';
import { admissionOf, type EntryKind, opensVault, sealKeyOf, withSeal } from './keyring-seals.ts';
import { fromPassword, fromRecovery, passes, type Secrets } from './keyring-secrets.ts';
import { asOfficeKey, asVaultKey, KEY_BYTES, officeKeyOf, unwrapKey, wipe, wrapKey } from './keys.ts';
import { openSealed, publicKeyOf, sealFor } from './sealed-box.ts';
import { newSigningKey, type SigningKey, signingKeyOf } from './signing.ts';
import type { ContentKeys, OpeningKeys, UnlockedKeys } from './unlocked-keys.ts';

const SALT_BYTES = 16;

/** Who may log in, as the log-in list shows it; no role and no case content is kept outside the database. */
export type Person = { id: string; name: string };
export type KdfCost = Pick<Kdf, 'memoryKiB' | 'passes' | 'lanes'>;
export interface Vault {
  vaultId: string;
  keys: ContentKeys;
}
/** The private halves of an entry. */
type Pairs = Pick<UnlockedKeys, 'sealingKey' | 'signingKey'>;
type Entry = PersonEntry | RecoveryEntry;

/** A person's entry with new key pairs. Throws password-too-short. */
export async function newPerson(
  vault: Vault,
  person: Person & { reads: Reads },
  password: string,
  cost: KdfCost,
): Promise<{ entry: PersonEntry } & Pairs> {
  refuseShort(password);
  const kdf = kdfOf(cost);
  return personOf(vault, person, kdf, await fromPassword(password, kdf));
}

/** The same keys under another password; only what the password wraps is changed. Throws password-too-short. */
export async function withPassword(
  vaultId: string,
  keys: UnlockedKeys,
  entry: PersonEntry,
  password: string,
  cost: KdfCost,
): Promise<PersonEntry> {
  refuseShort(password);
  const kdf = kdfOf(cost);
  const { wrapping, check } = await fromPassword(password, kdf);
  const wrapped = wrapPairs(wrapping, keys, boundTo(vaultId, 'person', entry.id));
  return withSeal(sealKeyOf(keys.officeKey), vaultId, withSum({ ...entry, kdf, check: base64(check), wrapped }));
}

/** A recovery letter's entry. */
export function newLetter({ vaultId, keys }: Vault, id: string, secret: Uint8Array): RecoveryEntry {
  const salt = randomBytes(SALT_BYTES);
  const { wrapping, check } = fromRecovery(secret, salt);
  const sealingKey = newSealingKey();
  const wrapped = base64(wrapKey(wrapping, sealingKey, boundTo(vaultId, 'letter', id)));
  const holder = holderKeys({ vaultId, keys }, 'letter', id, { reads: 'content', sealingKey, signingKey: null });
  wipe(wrapping, sealingKey);
  const entry = withSum({ id, salt: base64(salt), check: base64(check), wrapped, keys: holder });
  return withSeal(sealKeyOf(keys.officeKey), vaultId, entry);
}

/** What the entry opens from now on; its key pairs stay. Throws not-renewed. */
export function withReads({ vaultId, keys }: Vault, entry: PersonEntry, reads: Reads): PersonEntry {
  if (entry.keys === null) throw new VaultError({ code: 'not-renewed', name: entry.name });
  const next = sealedTo({ vaultId, keys }, 'person', entry.id, { ...entry.keys, reads });
  return withSeal(sealKeyOf(keys.officeKey), vaultId, withSum({ ...entry, keys: next }));
}

/**
 * Tries the person's entry in each of the files, which differ only when one of them is damaged.
 * Throws unknown-person, wrong-password, person-damaged when the entry is at fault and not the password.
 */
export async function openPerson(
  files: readonly KeyringFile[],
  personId: string,
  password: string,
): Promise<UnlockedKeys> {
  const entries = distinct(files.flatMap(({ people }) => people.filter(({ id }) => id === personId)));
  if (entries.length === 0) throw new VaultError({ code: 'unknown-person' });
  const intact = entries.filter(isIntact);
  let isPasswordRight = false;
  for (const entry of intact) {
    const secrets = await fromPassword(password, entry.kdf);
    if (!passes(secrets, entry)) continue;
    isPasswordRight = true;
    for (const file of files) {
      const keys = openedPerson(file, entry, secrets);
      if (keys) return keys;
    }
    wipe(secrets.wrapping);
  }
  if (intact.length > 0 && !isPasswordRight) throw new VaultError({ code: 'wrong-password' });
  throw new VaultError({ code: 'person-damaged', name: entries[0]?.name ?? '' });
}

/** The vault's keys by a letter's secret. Throws recovery-code-wrong, letter-damaged. */
export function openLetter(
  files: readonly KeyringFile[],
  secret: Uint8Array,
): { file: KeyringFile; keys: ContentKeys } {
  const entries = distinct(files.flatMap(({ recovery }) => recovery));
  for (const entry of entries) {
    const { wrapping, check } = fromRecovery(secret, Buffer.from(entry.salt, 'base64'));
    if (!passes({ wrapping, check }, entry)) continue;
    for (const file of files) {
      const keys = openedLetter(file, entry, wrapping);
      if (keys?.vaultKey) return { file, keys: { ...keys, vaultKey: keys.vaultKey } };
    }
    wipe(wrapping);
    throw new VaultError({ code: 'letter-damaged' });
  }
  // A code that fits nothing may be that of a damaged entry, which must not read as a wrong code.
  throw new VaultError({ code: entries.every(isIntact) ? 'recovery-code-wrong' : 'letter-damaged' });
}

/** Wipes the wrapping key. */
function personOf(
  { vaultId, keys }: Vault,
  { id, name, reads }: Person & { reads: Reads },
  kdf: Kdf,
  { wrapping, check }: Secrets,
): { entry: PersonEntry } & Pairs {
  const pairs = { sealingKey: newSealingKey(), signingKey: newSigningKey() };
  const wrapped = wrapPairs(wrapping, pairs, boundTo(vaultId, 'person', id));
  const holder = holderKeys({ vaultId, keys }, 'person', id, { reads, ...pairs });
  const entry = withSum({ id, name, kdf, check: base64(check), wrapped, keys: holder });
  return { entry: withSeal(sealKeyOf(keys.officeKey), vaultId, entry), ...pairs };
}

/** Undefined when the entry or this file's header is damaged; else the wrapping key is wiped. */
function openedPerson(file: KeyringFile, entry: PersonEntry, secrets: Secrets): UnlockedKeys | undefined {
  const { id, name } = entry;
  if (entry.keys === null) {
    const keys = formerKeys(file, entry, 'person', secrets.wrapping);
    if (!keys) return undefined;
    const vault = { vaultId: file.vaultId, keys };
    const { entry: renewal, ...pairs } = personOf(vault, { id, name, reads: 'content' }, entry.kdf, secrets);
    return { personId: id, ...keys, ...pairs, renewal };
  }
  const bytes = unwrapKey(secrets.wrapping, fromBase64(entry.wrapped), boundTo(file.vaultId, 'person', id));
  if (bytes?.length !== 2 * KEY_BYTES) return undefined;
  const sealingKey = Uint8Array.from(bytes.subarray(0, KEY_BYTES));
  const signingKey = signingKeyOf(bytes.subarray(KEY_BYTES));
  wipe(bytes);
  const opened = signingKey.publicKey === entry.keys.signing?.publicKey && openedBy(file, entry.keys, sealingKey);
  if (!opened) {
    wipe(sealingKey, signingKey.secret);
    return undefined;
  }
  wipe(secrets.wrapping);
  return { personId: id, ...opened, sealingKey, signingKey, renewal: null };
}

function openedLetter(file: KeyringFile, entry: RecoveryEntry, wrapping: Uint8Array): OpeningKeys | undefined {
  if (entry.keys === null) return formerKeys(file, entry, 'recovery', wrapping);
  const sealingKey = unwrapKey(wrapping, fromBase64(entry.wrapped), boundTo(file.vaultId, 'letter', entry.id));
  if (sealingKey?.length !== KEY_BYTES) return undefined;
  const opened = openedBy(file, entry.keys, sealingKey);
  wipe(sealingKey);
  return opened;
}

/** Before format 3 password and code wrapped the vault key itself. */
function formerKeys(
  file: KeyringFile,
  entry: Entry,
  kind: 'person' | 'recovery',
  wrapping: Uint8Array,
): ContentKeys | undefined {
  const bound = Buffer.from(JSON.stringify([file.vaultId, kind, entry.id]));
  const bytes = unwrapKey(wrapping, fromBase64(entry.wrapped), bound);
  return bytes?.length === KEY_BYTES ? provenKeys(file, wholeKeys(bytes)) : undefined;
}

/** What was sealed to the holder of `sealingKey`. */
function openedBy(file: KeyringFile, keys: HolderKeys, sealingKey: Uint8Array): OpeningKeys | undefined {
  if (base64(publicKeyOf(sealingKey)) !== keys.sealTo) return undefined;
  const bytes = openSealed(sealingKey, fromBase64(keys.sealed));
  if (bytes?.length !== KEY_BYTES) return undefined;
  return provenKeys(
    file,
    keys.reads === 'content' ? wholeKeys(bytes) : { vaultKey: null, officeKey: asOfficeKey(bytes) },
  );
}

function wholeKeys(bytes: Uint8Array): ContentKeys {
  const vaultKey = asVaultKey(bytes);
  return { vaultKey, officeKey: officeKeyOf(vaultKey) };
}

function provenKeys<Keys extends OpeningKeys>(file: KeyringFile, keys: Keys): Keys | undefined {
  if (opensVault(file, keys)) return keys;
  wipe(keys.officeKey, ...(keys.vaultKey ? [keys.vaultKey] : []));
  return undefined;
}

function holderKeys(
  vault: Vault,
  kind: EntryKind,
  id: string,
  { reads, sealingKey, signingKey }: { reads: Reads; sealingKey: Uint8Array; signingKey: SigningKey | null },
): HolderKeys {
  const signing = signingKey && { suite: signingKey.suite, publicKey: signingKey.publicKey };
  return sealedTo(vault, kind, id, { reads, sealTo: base64(publicKeyOf(sealingKey)), signing });
}

/** Seals to the holder of the keys what they may open, and admits them; needs no password of anybody. */
export function sealedTo(
  { vaultId, keys: { vaultKey, officeKey } }: Vault,
  kind: EntryKind,
  id: string,
  { reads, sealTo, signing }: Omit<HolderKeys, 'sealed' | 'admitted'>,
): HolderKeys {
  const sealed = sealFor(fromBase64(sealTo), reads === 'content' ? vaultKey : officeKey);
  const admitted = admissionOf(vaultKey, vaultId, kind, id, { reads, sealTo, signing });
  return { reads, sealTo, sealed: base64(sealed), admitted, signing };
}

/** Wipes the wrapping key. */
function wrapPairs(wrapping: Uint8Array, { sealingKey, signingKey }: Pairs, bound: Uint8Array): string {
  const pairs = Buffer.concat([sealingKey, signingKey.secret]);
  const wrapped = wrapKey(wrapping, pairs, bound);
  wipe(pairs, wrapping);
  return base64(wrapped);
}

function newSealingKey(): Uint8Array {
  const key = generateKeyPairSync('x25519').privateKey.export({ format: 'der', type: 'pkcs8' });
  const raw = Uint8Array.from(key.subarray(-KEY_BYTES));
  wipe(key);
  return raw;
}

const kdfOf = (cost: KdfCost): Kdf => ({ algorithm: 'argon2id', ...cost, salt: base64(randomBytes(SALT_BYTES)) });

function refuseShort(password: string): void {
  if (passwordLength(password) < shortestPassword)
    throw new VaultError({ code: 'password-too-short', minimum: shortestPassword });
}

const boundTo = (vaultId: string, kind: EntryKind, id: string): Buffer =>
  Buffer.from(JSON.stringify([vaultId, kind, id, 'private keys']));

const distinct = <One>(entries: readonly One[]): One[] => [
  ...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values(),
];

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const fromBase64 = (text: string): Buffer => Buffer.from(text, 'base64');
