import { hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import { passwordLength, shortestPassword } from '../../../shared/identity/password.ts';
import { VaultError } from './errors.ts';
import { isIntact, withSum } from './keyring-file.ts';
import type { Kdf, KeyringFile, PersonEntry, RecoveryEntry } from './keyring-file.ts';
import { withSeal } from './keyring-seals.ts';
import { asVaultKey, deriveKey, KEY_BYTES, unwrapKey, wipe, wrapKey } from './keys.ts';
import type { VaultKey } from './keys.ts';

const SALT_BYTES = 16;
const CHECK_BYTES = 16;

/** Who may log in, as the log-in list shows it; no role and no case content is kept outside the database. */
export type Person = { id: string; name: string };
export type KdfCost = Pick<Kdf, 'memoryKiB' | 'passes' | 'lanes'>;

/** What a password or code gives: the key that wraps, and a value that tells whether it is the right one. */
type Secrets = { wrapping: Uint8Array; check: Uint8Array };

/** A person's entry. Throws password-too-short. */
export async function sealPerson(
  vaultId: string,
  vaultKey: VaultKey,
  person: Person,
  password: string,
  cost: KdfCost,
): Promise<PersonEntry> {
  if (passwordLength(password) < shortestPassword)
    throw new VaultError({ code: 'password-too-short', minimum: shortestPassword });
  const kdf: Kdf = { algorithm: 'argon2id', ...cost, salt: randomBytes(SALT_BYTES).toString('base64') };
  const sealed = sealKey(await fromPassword(password, kdf), vaultKey, boundTo(vaultId, 'person', person.id));
  return withSeal(vaultKey, vaultId, withSum({ id: person.id, name: person.name, kdf, ...sealed }));
}

/** A recovery letter's entry. */
export function sealRecovery(vaultId: string, vaultKey: VaultKey, id: string, secret: Uint8Array): RecoveryEntry {
  const salt = randomBytes(SALT_BYTES);
  const sealed = sealKey(fromRecovery(secret, salt), vaultKey, boundTo(vaultId, 'recovery', id));
  return withSeal(vaultKey, vaultId, withSum({ id, salt: salt.toString('base64'), ...sealed }));
}

/**
 * Tries the person's entry in each of the files, which differ only when one of them is damaged.
 * Throws unknown-person, wrong-password, person-damaged when the entry is at fault and not the password.
 */
export async function openPerson(files: readonly KeyringFile[], personId: string, password: string): Promise<VaultKey> {
  const entries = distinct(files.flatMap(({ people }) => people.filter(({ id }) => id === personId)));
  if (entries.length === 0) throw new VaultError({ code: 'unknown-person' });
  const intact = entries.filter(isIntact);
  let isPasswordRight = false;
  for (const entry of intact) {
    const secrets = await fromPassword(password, entry.kdf);
    if (!passes(secrets, entry)) continue;
    isPasswordRight = true;
    const vaultKey = openKey(files, entry, secrets, 'person');
    if (vaultKey) return vaultKey;
  }
  if (intact.length > 0 && !isPasswordRight) throw new VaultError({ code: 'wrong-password' });
  throw new VaultError({ code: 'person-damaged', name: entries[0]?.name ?? '' });
}

/** Throws recovery-code-wrong, letter-damaged. */
export function openRecovery(files: readonly KeyringFile[], secret: Uint8Array): VaultKey {
  const entries = distinct(files.flatMap(({ recovery }) => recovery));
  for (const entry of entries) {
    const secrets = fromRecovery(secret, Buffer.from(entry.salt, 'base64'));
    if (!passes(secrets, entry)) continue;
    const vaultKey = openKey(files, entry, secrets, 'recovery');
    if (vaultKey) return vaultKey;
    throw new VaultError({ code: 'letter-damaged' });
  }
  // A code that fits nothing may be that of a damaged entry, which must not read as a wrong code.
  throw new VaultError({ code: entries.every(isIntact) ? 'recovery-code-wrong' : 'letter-damaged' });
}

const distinct = <Entry>(entries: readonly Entry[]): Entry[] => [
  ...new Map(entries.map((entry) => [JSON.stringify(entry), entry])).values(),
];

function sealKey(
  { wrapping, check }: Secrets,
  vaultKey: VaultKey,
  bound: Uint8Array,
): { check: string; wrapped: string } {
  const wrapped = wrapKey(wrapping, vaultKey, bound).toString('base64');
  wipe(wrapping);
  return { check: Buffer.from(check).toString('base64'), wrapped };
}

/** Whether password or code is the right one; if not, what it gave is wiped. */
function passes({ wrapping, check }: Secrets, entry: PersonEntry | RecoveryEntry): boolean {
  const right = sameBytes(check, Buffer.from(entry.check, 'base64'));
  if (!right) wipe(wrapping);
  return right;
}

/** The vault key of an entry whose password or code is known to be right; undefined when the entry or every header is damaged. */
function openKey(
  files: readonly KeyringFile[],
  entry: PersonEntry | RecoveryEntry,
  { wrapping }: Secrets,
  kind: 'person' | 'recovery',
): VaultKey | undefined {
  try {
    for (const file of files) {
      const bytes = unwrapKey(wrapping, Buffer.from(entry.wrapped, 'base64'), boundTo(file.vaultId, kind, entry.id));
      if (bytes?.length !== KEY_BYTES) continue;
      const vaultKey = asVaultKey(bytes);
      if (opensVault(file, vaultKey)) return vaultKey;
      wipe(vaultKey);
    }
    return undefined;
  } finally {
    wipe(wrapping);
  }
}

/** Argon2id, off the host thread. NFKC, so that a full-width letter from an input method is the same password. */
async function fromPassword(password: string, kdf: Kdf): Promise<Secrets> {
  const derived = await hashRaw(password.normalize('NFKC'), {
    algorithm: 2, // Argon2id
    memoryCost: kdf.memoryKiB,
    timeCost: kdf.passes,
    parallelism: kdf.lanes,
    salt: Buffer.from(kdf.salt, 'base64'),
    outputLen: KEY_BYTES + CHECK_BYTES,
  });
  return splitSecrets(derived);
}

/** 200 random bits need no slow hash. */
function fromRecovery(secret: Uint8Array, salt: Uint8Array): Secrets {
  return splitSecrets(
    new Uint8Array(hkdfSync('sha256', secret, salt, 'case-file vault 1: recovery', KEY_BYTES + CHECK_BYTES)),
  );
}

function splitSecrets(derived: Uint8Array): Secrets {
  const secrets = {
    wrapping: Uint8Array.from(derived.subarray(0, KEY_BYTES)),
    check: Uint8Array.from(derived.subarray(KEY_BYTES)),
  };
  wipe(derived);
  return secrets;
}

/** The key-check value of the vault: says that a key is this vault's, and nothing else about it. */
export function vaultCheck(vaultId: string, vaultKey: VaultKey): string {
  const derived = deriveKey(vaultKey, 'keyring');
  const check = Buffer.from(hkdfSync('sha256', derived, vaultId, 'check', CHECK_BYTES)).toString('base64');
  wipe(derived);
  return check;
}

/** Whether the key is this vault's. */
export function opensVault(file: KeyringFile, vaultKey: VaultKey): boolean {
  return sameBytes(Buffer.from(vaultCheck(file.vaultId, vaultKey)), Buffer.from(file.vaultCheck));
}

function boundTo(vaultId: string, kind: 'person' | 'recovery', id: string): Buffer {
  return Buffer.from(JSON.stringify([vaultId, kind, id]));
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}
