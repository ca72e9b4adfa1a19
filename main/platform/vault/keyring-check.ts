import { VaultError } from './errors.ts';
import {
  type KeyringFile,
  type KeyringReading,
  type KeyringRecord,
  type PersonEntry,
  type RecoveryEntry,
  textOfKeyring,
  withSum,
} from './keyring-file.ts';
import { KEYRING_NAMES } from './keyring-pair.ts';
import {
  isAdmitted,
  isGenuine,
  isProven,
  opensVault,
  sealedKeyring,
  type SealKey,
  sealKeyOf,
} from './keyring-seals.ts';
import { isOfFormerFormat, upgraded } from './keyring-upgrade.ts';
import type { OpeningKeys } from './unlocked-keys.ts';

/**
 * What is wrong with the keyring. A file is `missing`, `damaged` (or changed), or `older`; the whole may be `put-back`. The entry of a
 * person or a recovery letter is `lost`, an `old` one that had been replaced, one `withdrawn` earlier, or one with keys that nobody who holds
 * the vault key let in (`not-admitted`).
 */
export type KeyringFinding =
  | { kind: 'file'; name: string; what: 'missing' | 'damaged' | 'older' }
  | { kind: 'keyring'; what: 'put-back' }
  | { kind: 'person'; name: string; what: EntryState }
  | { kind: 'letter'; what: EntryState };
type EntryState = 'lost' | 'old' | 'withdrawn' | 'not-admitted';

export interface KeyringJudgement {
  findings: KeyringFinding[];
  /** The keyring as it should be, and the names of the files that have to be written for it. */
  file: KeyringFile;
  rewrite: string[];
}

/**
 * Judges both files of the keyring with the keys of the vault and what the database knows of them.
 * @throws VaultError foreign-key when neither file is this vault's
 */
export function judgeKeyring(
  keys: OpeningKeys,
  found: readonly KeyringReading[],
  recorded: KeyringRecord | null,
): KeyringJudgement {
  const { readings, record } = upgraded(keys, found, recorded);
  const sealKey = sealKeyOf(keys.officeKey);
  const files = readings.flatMap(({ file }) => (file !== null && opensVault(file, keys) ? [file] : []));
  const [first] = files;
  if (!first) throw new VaultError({ code: 'foreign-key' });
  const proven = files.filter((file) => isProven(sealKey, file)).toSorted((a, b) => b.generation - a.generation)[0];
  const isCurrent = proven !== undefined && proven.generation >= (record?.generation ?? 0);
  const sources = isCurrent ? [proven] : files;
  // A proven keyring that is not older than its record is the truth; its record may be one change behind, when a kill cut it off.
  const known = isCurrent ? null : record;
  const judge = { sealKey, vaultId: first.vaultId };
  const people = judgeEntries(judge, sources.map(entriesOf('people')), known?.people ?? null, lostPerson);
  const letters = judgeEntries(judge, sources.map(entriesOf('recovery')), known?.letters ?? null, lostLetter);
  const base = proven ?? first;
  // Put back from before somebody left, a keyring would not know that the key is to be changed.
  const changeDue = known?.changeDue ?? base.changeDue;
  const content = { ...base, changeDue, people: people.entries, recovery: letters.entries };
  const unchanged = isCurrent && textOfKeyring(content) === textOfKeyring(proven);
  const newest = Math.max(record?.generation ?? 0, ...files.map(({ generation }) => generation));
  const file = unchanged ? proven : sealedKeyring(keys.officeKey, content, newest + 1);
  const text = textOfKeyring(file);
  const differing = readings.filter(
    (reading) => reading.file === null || !reading.whole || textOfKeyring(reading.file) !== text,
  );
  const isFirstTime = record === null && files.every(({ generation }) => generation === 0);
  const rewrite = new Set([...differing, ...found.filter(isOfFormerFormat)].map(({ name }) => name));
  return {
    findings: [
      ...(isFirstTime ? [] : fileFindings(sealKey, differing, isCurrent ? proven : undefined)),
      ...people.states.map(({ entry, what }): KeyringFinding => ({ kind: 'person', name: entry.name, what })),
      ...letters.states.map(({ what }): KeyringFinding => ({ kind: 'letter', what })),
      ...notAdmitted(keys, file),
    ],
    file,
    rewrite: [...rewrite],
  };
}

/** Entries that somebody without the vault key made: no new vault key may be sealed to them. */
function notAdmitted({ vaultKey }: OpeningKeys, { vaultId, people, recovery }: KeyringFile): KeyringFinding[] {
  if (vaultKey === null) return [];
  const isForeign = (entry: Entry): boolean => !isAdmitted(vaultKey, vaultId, entry);
  const what = 'not-admitted';
  return [
    ...people.filter(isForeign).map(({ name }): KeyringFinding => ({ kind: 'person', name, what })),
    ...recovery.filter(isForeign).map((): KeyringFinding => ({ kind: 'letter', what })),
  ];
}

function fileFindings(
  sealKey: SealKey,
  differing: readonly KeyringReading[],
  proven: KeyringFile | undefined,
): KeyringFinding[] {
  // Format 1 had no seals, and those of an earlier epoch were made with another key.
  const isEarlier = (file: KeyringFile): boolean =>
    file.format === 1 || isProven(sealKey, file) || file.epoch < (proven?.epoch ?? 0);
  const findings = differing.flatMap((reading): KeyringFinding[] => {
    const { name, state, file, whole } = reading;
    if (state === 'missing') return [{ kind: 'file', name, what: 'missing' }];
    if (file === null || !whole || !isEarlier(file)) return [{ kind: 'file', name, what: 'damaged' }];
    // A kill between the two writes leaves the copy one change behind.
    const isCutOff = proven?.generation === file.generation + 1 && name === KEYRING_NAMES[1];
    return isCutOff || proven === undefined ? [] : [{ kind: 'file', name, what: 'older' }];
  });
  const isPutBack =
    proven === undefined && differing.some(({ file, whole }) => file !== null && whole && isEarlier(file));
  return isPutBack ? [...findings, { kind: 'keyring', what: 'put-back' }] : findings;
}

type Entry = PersonEntry | RecoveryEntry;
const entriesOf =
  <Part extends 'people' | 'recovery'>(part: Part) =>
  (file: KeyringFile): readonly KeyringFile[Part][number][] =>
    file[part];

/** Of each person or letter the entry to keep: the recorded one, an older genuine one, or one that opens nothing and is listed as lost. */
function judgeEntries<One extends Entry, Known extends { id: string; seal: string }>(
  { sealKey, vaultId }: { sealKey: SealKey; vaultId: string },
  sources: readonly (readonly One[])[],
  known: readonly Known[] | null,
  lost: (known: Known | One) => One,
): { entries: One[]; states: { entry: One; what: EntryState }[] } {
  const found = sources.flat();
  // The seal does not cover the checksum, which only follows from the rest.
  const genuine = found.flatMap((entry) =>
    isGenuine(sealKey, vaultId, entry) ? [{ ...entry, ...withSum(entry) }] : [],
  );
  const expected = new Map([...(known ?? found)].map((each) => [each.id, each]));
  const states: { entry: One; what: EntryState }[] = [];
  const entries = [...expected.values()].map((each) => {
    const mine = genuine.filter(({ id }) => id === each.id);
    const current = known === null ? mine[0] : mine.find(({ seal }) => seal === each.seal);
    if (current) return current;
    const entry = mine[0] ?? lost(each);
    states.push({ entry, what: mine[0] ? 'old' : 'lost' });
    return entry;
  });
  const withdrawn = new Map(genuine.filter(({ id }) => !expected.has(id)).map((entry) => [entry.id, entry]));
  for (const entry of withdrawn.values()) states.push({ entry, what: 'withdrawn' });
  return { entries, states };
}

const opensNothing = { check: '', wrapped: '', keys: null, sum: '', seal: '' };
const lostKdf = { algorithm: 'argon2id', memoryKiB: 8 * 1024, passes: 1, lanes: 1, salt: '' } as const;
/** Stands for an entry of which nothing is left, so that its owner is found in the log-in list and told what to do. */
const lostPerson = ({ id, name }: { id: string; name: string }): PersonEntry => ({
  id,
  name,
  kdf: lostKdf,
  ...opensNothing,
});
const lostLetter = ({ id }: { id: string }): RecoveryEntry => ({ id, salt: '', ...opensNothing });
