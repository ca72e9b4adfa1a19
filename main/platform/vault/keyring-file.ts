import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { whyUnreadable } from '../files.ts';
import { systemCode, VaultError } from './errors.ts';

/**
 * Format 1 had no copy, no generation and no seals; in format 2 the password itself wrapped the vault key, and the seals were under the vault
 * key. Both are written anew once the vault is open; an entry gets keys of its own when its owner logs in (`keyring-upgrade.ts`). Format 3 knew
 * no change of the vault key; it becomes format 4 with the next change of the keyring.
 */
export const KEYRING_FORMAT = 4;
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
/** What the keys of an entry open: the whole vault, or only staff, settings, jobs and backups. */
const Reads = z.enum(['content', 'office']);
const SigningSuite = z.enum(['ed25519']);
/** The key pairs of an entry, public halves: the vault key (or the office key) is `sealed` to `sealTo`, so that sealing it anew needs no password. */
const HolderKeys = z.strictObject({
  reads: Reads,
  sealTo: Base64,
  sealed: Base64,
  /** MAC under the vault key: whoever holds only the office key cannot bring in a key to which a new vault key would be sealed. */
  admitted: Base64,
  /** What the person's acts are signed with; a recovery letter signs nothing. */
  signing: z.strictObject({ suite: SigningSuite, publicKey: Base64 }).nullable(),
});
/**
 * `wrapped` by password or code: the private halves, or in an entry without `keys`, from before format 3, the vault key itself. `sum` tells
 * damage to anybody; `seal`, a MAC under the office key, tells forgery once the vault is open.
 */
const common = {
  check: Base64,
  wrapped: Base64,
  keys: HolderKeys.nullable().default(null),
  sum: Base64,
  seal: Base64.default(''),
};
const PersonEntry = z.strictObject({
  id: z.string().min(1).max(100),
  name: z.string().min(1).max(100),
  kdf: Kdf,
  ...common,
});
const RecoveryEntry = z.strictObject({ id: z.uuid(), salt: Base64, ...common });
/** The entries are read one by one, so that a damaged one costs nobody else's. */
const KeyringFile = z.strictObject({
  format: z.int().min(1).max(KEYRING_FORMAT),
  vaultId: z.uuid(),
  vaultCheck: Base64,
  /** Grows by one with every change; 0 in format 1. */
  generation: z.int().min(0).default(0),
  /** Grows by one with every change of the vault key. */
  epoch: z.int().min(1).default(1),
  /** Since when the vault key has to be changed, because somebody who had it is out. */
  changeDue: z.iso.datetime().nullable().default(null),
  /** The vault key of the epoch before, wrapped by the present one as long as a change of the key is under way. */
  former: Base64.nullable().default(null),
  people: z.array(z.unknown()).max(10_000).transform(readable(PersonEntry)),
  recovery: z.array(z.unknown()).max(1000).transform(readable(RecoveryEntry)),
  seal: Base64.default(''),
  sum: Base64.default(''),
});

export type Kdf = z.infer<typeof Kdf>;
export type Reads = z.infer<typeof Reads>;
export type SigningSuite = z.infer<typeof SigningSuite>;
export type HolderKeys = z.infer<typeof HolderKeys>;
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

/** What the database keeps about the keyring, so that what is gone, brought in or put back shows: every entry's seal. */
export interface KeyringRecord {
  generation: number;
  epoch: number;
  changeDue: string | null;
  people: { id: string; name: string; seal: string }[];
  letters: { id: string; seal: string }[];
}

/** What the database is to remember of this keyring. */
export const recordOf = ({ generation, epoch, changeDue, people, recovery }: KeyringFile): KeyringRecord => ({
  generation,
  epoch,
  changeDue,
  people: people.map(({ id, name, seal }) => ({ id, name, seal })),
  letters: recovery.map(({ id, seal }) => ({ id, seal })),
});

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
  if (file.format > 1) return file.sum === sumOfFile(file) && text === textOfKeyring(file);
  const written = content as { people: unknown[]; recovery: unknown[] };
  const all = [...file.people, ...file.recovery];
  return all.length === written.people.length + written.recovery.length && all.every(isIntact);
}

/** The file as it is written, with the checksum of the whole. */
export function textOfKeyring(file: KeyringFile): string {
  return `${JSON.stringify({ ...asWritten(file), sum: sumOfFile(file) }, null, 2)}\n`;
}

/** All of the file but seal and sum, in one order. */
export function contentOfKeyring(file: KeyringFile): string {
  const { seal: _seal, sum: _sum, ...content } = asWritten(file);
  return JSON.stringify(content);
}

/** In the order of the schema. Before format 4 there were no epochs, before format 3 no keys of an entry. */
function asWritten(file: KeyringFile): Record<string, unknown> {
  const all = KeyringFile.parse(file);
  if (file.format >= 4) return all;
  const { epoch: _epoch, changeDue: _due, former: _former, ...ordered } = all;
  if (file.format === 3) return ordered;
  const people = ordered.people.map(({ keys: _keys, ...entry }) => entry);
  return { ...ordered, people, recovery: ordered.recovery.map(({ keys: _keys, ...entry }) => entry) };
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
  const { id, check, wrapped, keys } = entry;
  const own = keys === null ? [] : [keys.sealed, keys.admitted, ...publicFactsOf(keys)];
  if (!('kdf' in entry)) return [id, entry.salt, check, wrapped, ...own];
  const { algorithm, memoryKiB, passes, lanes, salt } = entry.kdf;
  return [id, entry.name, algorithm, memoryKiB, passes, lanes, salt, check, wrapped, ...own];
}

/** What is admitted: whose keys these are and what they may open. */
export const publicFactsOf = ({ reads, sealTo, signing }: Omit<HolderKeys, 'sealed' | 'admitted'>): unknown[] => [
  reads,
  sealTo,
  signing?.suite ?? null,
  signing?.publicKey ?? null,
];

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
