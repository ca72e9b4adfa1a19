import {
  isIntact,
  type KeyringFile,
  type KeyringReading,
  type KeyringRecord,
  type PersonEntry,
  type RecoveryEntry,
} from './keyring-file.ts';
import {
  formerSealKeyOf,
  isGenuine,
  isProven,
  opensVault,
  sealedKeyring,
  sealKeyOf,
  withSeal,
} from './keyring-seals.ts';
import type { OpeningKeys } from './unlocked-keys.ts';

const SINCE = 3;

/**
 * The readings and the record as format 3 would have them: what formats 1 and 2 sealed under the vault key is sealed under the office key.
 * What was not proven before is not proven by it. Files of format 3 and those of another vault stay as they are.
 */
export function upgraded(
  keys: OpeningKeys,
  readings: readonly KeyringReading[],
  record: KeyringRecord | null,
): { readings: KeyringReading[]; record: KeyringRecord | null } {
  const seals = new Map<string, string>();
  const files = readings.map((reading) => ({
    ...reading,
    file: reading.file && upgradedFile(keys, reading.file, seals),
  }));
  const sealed = <One extends { seal: string }>(known: One): One => ({
    ...known,
    seal: seals.get(known.seal) ?? known.seal,
  });
  return {
    readings: files,
    record: record && { ...record, people: record.people.map(sealed), letters: record.letters.map(sealed) },
  };
}

/** Whether the file has to be written anew for its format alone. */
export const isOfFormerFormat = ({ file }: KeyringReading): boolean => file !== null && file.format < SINCE;

/** Puts what became of each seal into `seals`. */
function upgradedFile(keys: OpeningKeys, file: KeyringFile, seals: Map<string, string>): KeyringFile {
  if (file.format >= SINCE || keys.vaultKey === null || !opensVault(file, keys)) return file;
  const former = formerSealKeyOf(keys.vaultKey);
  const isOurs = (entry: PersonEntry | RecoveryEntry): boolean =>
    file.format === 1 ? isIntact(entry) : isGenuine(former, file.vaultId, entry);
  const resealed = <Entry extends PersonEntry | RecoveryEntry>(entry: Entry): Entry => {
    if (!isOurs(entry)) return { ...entry, seal: '' };
    const next = withSeal(sealKeyOf(keys.officeKey), file.vaultId, entry);
    if (entry.seal !== '') seals.set(entry.seal, next.seal);
    return next;
  };
  const next = { ...file, people: file.people.map(resealed), recovery: file.recovery.map(resealed) };
  // Format 1 had no seal of the whole.
  return file.format > 1 && isProven(former, file) ? sealedKeyring(keys.officeKey, next, file.generation) : next;
}
