import { join } from 'node:path';
import { fileExists } from '../files.ts';
import { writeDurably } from '../durable.ts';
import { VaultError } from './errors.ts';
import { type KeyringFile, type KeyringReading, readKeyringFile, textOfKeyring } from './keyring-file.ts';

/** The keyring and its copy; each change is written to the first, then to the second, so that one of them is always good. */
export const KEYRING_NAMES = ['keyring.json', 'keyring.copy.json'] as const;

export type KeyringPair = ReturnType<typeof keyringPair>;

export function keyringPair(folder: string) {
  const paths = KEYRING_NAMES.map((name) => join(folder, name));

  return {
    exists: async (): Promise<boolean> => (await Promise.all(paths.map(fileExists))).includes(true),
    /** Throws keyring-newer. */
    read: (): Promise<KeyringReading[]> =>
      Promise.all(KEYRING_NAMES.map((name) => readKeyringFile(join(folder, name), name))),
    /** As a whole, durably, mode 0600, one after the other; only those of `names`. */
    write: async (file: KeyringFile, names: readonly string[] = KEYRING_NAMES): Promise<void> => {
      const text = textOfKeyring(file);
      const [first = '', ...others] = names;
      await writeDurably(join(folder, first), text);
      // What the first file holds is done and may not be refused any more; the next log-in writes the other one anew.
      for (const name of others) await writeDurably(join(folder, name), text).catch(() => undefined);
    },
  };
}

/**
 * The files to believe before the vault is open: those that are whole and newest. When none is whole, what can be read of both, entry by
 * entry.
 * @throws VaultError keyring-missing, keyring-damaged
 */
export function believed(readings: readonly KeyringReading[]): KeyringFile[] {
  const whole = readings.flatMap(({ file, whole: isWhole }) => (file !== null && isWhole ? [file] : []));
  const newest = Math.max(...whole.map(({ generation }) => generation));
  if (whole.length > 0) return whole.filter(({ generation }) => generation === newest);
  const read = readings.flatMap(({ file }) => (file === null ? [] : [file]));
  if (read.length > 0) return read;
  throw new VaultError({
    code: readings.every(({ state }) => state === 'missing') ? 'keyring-missing' : 'keyring-damaged',
  });
}
