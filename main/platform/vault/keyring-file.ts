import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { whyUnreadable } from '../files.ts';
import { systemCode, VaultError } from './errors.ts';

/** Format 1 had no copy, no generation and no seals; it is read and written anew as format 2 once the vault is open. */
export const KEYRING_FORMAT = 2;
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
/** `sum` tells damage to anybody; `seal`, a MAC under a key of the vault, tells forgery once the vault is open. */
const proofs = { check: Base64, wrapped: Base64, sum: Base64, seal: Base64.default('') };
const PersonEntry = z.strictObject({
  id: z.string().min(1).max(100),
  name: z.string().min(1).max(100),
  kdf: Kdf,
  ...proofs,
});
const RecoveryEntry = z.strictObject({ id: z.uuid(), salt: Base64, ...proofs });
/** The entries are read one by one, so that a damaged one costs nobody else's. */
const KeyringFile = z.strictObject({
  format: z.int().min(1).max(KEYRING_FORMAT),
  vaultId: z.uuid(),
  vaultCheck: Base64,
  /** Grows by one with every change; 0 in format 1. */
  generation: z.int().min(0).default(0),
  people: z.array(z.unknown()).max(10_000).transform(readable(PersonEntry)),
  recovery: z.array(z.unknown()).max(1000).transform(readable(RecoveryEntry)),
  seal: Base64.default(''),
  sum: Base64.default(''),
});

export type Kdf = z.infer<typeof Kdf>;
export type PersonEntry = z.infer<typeof PersonEntry>;
export type RecoveryEntry = z.infer<typeof RecoveryEntry>;
export type KeyringFile = z.infer<typeof KeyringFile>;

/** One of the two files of the keyring, as it was found. */
export interface KeyringReading {
  name: string;
  state: 'missing' | 'damaged' | 'read';
  /** What could be read of it; null unless `read`. */
  file: KeyringFile | null;
  /** Whether it is to the letter what the program wrote, as far as that shows without the key of the vault. */
  whole: boolean;
}

/**
 * Reads one file of the keyring; one that is missing or damaged is an answer too.
 * @throws VaultError keyring-newer when a later version wrote it; unreadable when the program can open no more files
 */
export async function readKeyringFile(path: string, name: string): Promise<KeyringReading> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    if (systemCode(error) === 'ENOENT') return undefined;
    // The whole program is out of files or memory: nothing is known of this one.
    if (whyUnreadable(error) === 'too-many-files') throw new VaultError({ code: 'unreadable', why: 'too-many-files' });
    return '';
  });
  if (text === undefined) return { name, state: 'missing', file: null, whole: false };
  const content = parseJson(text);
  const format = z.object({ format: z.int() }).safeParse(content);
  if (format.success && format.data.format > KEYRING_FORMAT)
    throw new VaultError({ code: 'keyring-newer', theirs: format.data.format, ours: KEYRING_FORMAT });
  const parsed = KeyringFile.safeParse(content);
  if (!parsed.success) return { name, state: 'damaged', file: null, whole: false };
  return { name, state: 'read', file: parsed.data, whole: isWhole(parsed.data, text, content) };
}

function isWhole(file: KeyringFile, text: string, content: unknown): boolean {
  if (file.format === KEYRING_FORMAT) return file.sum === sumOfFile(file) && text === textOfKeyring(file);
  const written = content as { people: unknown[]; recovery: unknown[] };
  const all = [...file.people, ...file.recovery];
  return all.length === written.people.length + written.recovery.length && all.every(isIntact);
}

/** The file as it is written, with the checksum of the whole. */
export function textOfKeyring(file: KeyringFile): string {
  return `${JSON.stringify({ ...KeyringFile.parse(file), sum: sumOfFile(file) }, null, 2)}\n`;
}

/** All of the file but seal and sum, in one order. */
export function contentOfKeyring(file: KeyringFile): string {
  const { seal: _seal, sum: _sum, ...content } = KeyringFile.parse(file);
  return JSON.stringify(content);
}

/** An entry with the checksum that tells a damaged entry from a wrong password; one damaged entry harms nobody else. */
export function withSum<Entry extends Unsummed>(entry: Entry): Entry & { sum: string } {
  return { ...entry, sum: sumOf(entry) };
}

type Unsummed = Omit<PersonEntry, 'sum' | 'seal'> | Omit<RecoveryEntry, 'sum' | 'seal'>;

/** Whether an entry is what was written, as far as that shows without the key of the vault. */
export const isIntact = (entry: PersonEntry | RecoveryEntry): boolean => sumOf(entry) === entry.sum;

/** What an entry says, in one order; neither sum nor seal. */
export function factsOf(entry: Unsummed): unknown[] {
  const { id, check, wrapped } = entry;
  if (!('kdf' in entry)) return [id, entry.salt, check, wrapped];
  const { algorithm, memoryKiB, passes, lanes, salt } = entry.kdf;
  return [id, entry.name, algorithm, memoryKiB, passes, lanes, salt, check, wrapped];
}

const sumOf = (entry: Unsummed): string => sha256(JSON.stringify(factsOf(entry)));
const sumOfFile = (file: KeyringFile): string => sha256(`${contentOfKeyring(file)}${file.seal}`);
const sha256 = (text: string): string => createHash('sha256').update(text).digest('base64');

function readable<Entry>(schema: z.ZodType<Entry>): (entries: unknown[]) => Entry[] {
  return (entries) =>
    entries.flatMap((entry) => {
      const parsed = schema.safeParse(entry);
      return parsed.success ? [parsed.data] : [];
    });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
