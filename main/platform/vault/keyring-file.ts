import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writeDurably } from '../durable.ts';
import { systemCode, VaultError } from './errors.ts';

export const KEYRING_FORMAT = 1;
const MIB_IN_KIB = 1024;

const Base64 = z.base64().max(400);
/** Parameters of Argon2id; bounded, so that a doctored file cannot ask for all memory. */
const Kdf = z.strictObject({
  algorithm: z.literal('argon2id'),
  memoryKiB: z
    .int()
    .min(8 * MIB_IN_KIB)
    .max(1024 * MIB_IN_KIB),
  passes: z.int().min(1).max(16),
  lanes: z.int().min(1).max(16),
  salt: Base64,
});
const PersonEntry = z.strictObject({
  id: z.string().min(1).max(100),
  name: z.string().min(1).max(100),
  kdf: Kdf,
  check: Base64,
  wrapped: Base64,
  sum: Base64,
});
const RecoveryEntry = z.strictObject({ id: z.uuid(), salt: Base64, check: Base64, wrapped: Base64, sum: Base64 });
const KeyringFile = z.strictObject({
  format: z.literal(KEYRING_FORMAT),
  vaultId: z.uuid(),
  vaultCheck: Base64,
  people: z.array(PersonEntry).min(1).max(10_000),
  recovery: z.array(RecoveryEntry).max(1000),
});

export type Kdf = z.infer<typeof Kdf>;
export type PersonEntry = z.infer<typeof PersonEntry>;
export type RecoveryEntry = z.infer<typeof RecoveryEntry>;
export type KeyringFile = z.infer<typeof KeyringFile>;

/**
 * Reads keyring.json.
 * @throws VaultError keyring-missing, keyring-newer (written by a later version), keyring-damaged
 */
export async function readKeyring(path: string): Promise<KeyringFile> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw new VaultError({ code: systemCode(error) === 'ENOENT' ? 'keyring-missing' : 'keyring-damaged' });
  });
  const content = parseJson(text);
  const format = z.object({ format: z.int() }).safeParse(content);
  if (format.success && format.data.format > KEYRING_FORMAT)
    throw new VaultError({ code: 'keyring-newer', theirs: format.data.format, ours: KEYRING_FORMAT });
  const parsed = KeyringFile.safeParse(content);
  if (!parsed.success) throw new VaultError({ code: 'keyring-damaged' });
  return parsed.data;
}

/** Writes keyring.json as a whole, durably, mode 0600. */
export async function writeKeyring(path: string, content: KeyringFile): Promise<void> {
  await writeDurably(path, `${JSON.stringify(content, null, 2)}\n`);
}

/** An entry with the checksum that tells a damaged entry from a wrong password; one damaged entry harms nobody else. */
export function withSum<Entry extends Omit<PersonEntry, 'sum'> | Omit<RecoveryEntry, 'sum'>>(
  entry: Entry,
): Entry & { sum: string } {
  return { ...entry, sum: sumOf(entry) };
}

/** @throws VaultError keyring-damaged when the entry is not what was written */
export function assertIntact(entry: PersonEntry | RecoveryEntry): void {
  if (sumOf(entry) !== entry.sum) throw new VaultError({ code: 'keyring-damaged' });
}

function sumOf(entry: Omit<PersonEntry, 'sum'> | Omit<RecoveryEntry, 'sum'>): string {
  const facts =
    'kdf' in entry
      ? [
          entry.id,
          entry.name,
          entry.kdf.algorithm,
          entry.kdf.memoryKiB,
          entry.kdf.passes,
          entry.kdf.lanes,
          entry.kdf.salt,
        ]
      : [entry.id, entry.salt];
  return createHash('sha256')
    .update(JSON.stringify([...facts, entry.check, entry.wrapped]))
    .digest('base64');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
