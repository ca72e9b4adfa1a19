import { randomBytes, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { VaultError } from './errors.ts';
import { openPerson, openRecovery, opensVault, sealPerson, sealRecovery, vaultCheck } from './keyring-entry.ts';
import type { KdfCost, Person } from './keyring-entry.ts';
import { KEYRING_FORMAT, readKeyring, withSum, writeKeyring } from './keyring-file.ts';
import type { KeyringFile } from './keyring-file.ts';
import { newVaultKey, wipe } from './keys.ts';
import type { VaultKey } from './keys.ts';
import { formatRecoveryCode, parseRecoveryCode, RECOVERY_BYTES } from './recovery-code.ts';
import { fileExists } from '../files.ts';

export type Keyring = ReturnType<typeof createKeyring>;
type Change = (vaultKey: VaultKey, edit: (file: KeyringFile) => KeyringFile | Promise<KeyringFile>) => Promise<void>;

/** 247 ms on two server cores, more on an office machine; stored with each entry, so that it can be raised later. */
const DEFAULT_COST: KdfCost = { memoryKiB: 128 * 1024, passes: 3, lanes: 4 };

/**
 * The keyring of a profile: the random vault key, wrapped once per person by a password and once per sealed recovery letter.
 * A password change re-wraps it and re-encrypts nothing. Every refusal is a VaultError; the caller wipes the keys it is given.
 */
export function createKeyring(profileFolder: string, cost: KdfCost = DEFAULT_COST) {
  const path = join(profileFolder, 'keyring.json');
  let last: Promise<unknown> = Promise.resolve();

  /** One change after the other, each on the file as the one before left it. */
  function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    const mine = last.then(work);
    last = mine.catch(() => undefined);
    return mine;
  }

  const change: Change = (vaultKey, edit) =>
    inTurn(async () => {
      const file = await readKeyring(path);
      if (!opensVault(file, vaultKey)) throw new VaultError({ code: 'foreign-key' });
      await writeKeyring(path, await edit(file));
    });

  const exists = (): Promise<boolean> => fileExists(path);

  /** The log-in list, in the order of joining. Throws keyring-missing, keyring-newer, keyring-damaged, as every other call. */
  async function people(): Promise<Person[]> {
    return (await readKeyring(path)).people.map(({ id, name }) => ({ id, name }));
  }

  /** Starts a vault with its first person. Throws keyring-exists, password-too-short. */
  function create(person: Person, password: string): Promise<VaultKey> {
    return inTurn(async () => {
      if (await exists()) throw new VaultError({ code: 'keyring-exists' });
      const vaultKey = newVaultKey();
      const vaultId = randomUUID();
      const first = await sealPerson(vaultId, vaultKey, person, password, cost);
      await writeKeyring(path, {
        format: KEYRING_FORMAT,
        vaultId,
        vaultCheck: vaultCheck(vaultId, vaultKey),
        people: [first],
        recovery: [],
      });
      return vaultKey;
    });
  }

  /** Throws unknown-person, wrong-password, or keyring-damaged when the entry, not the password, is at fault. */
  async function unlock(personId: string, password: string): Promise<VaultKey> {
    return openPerson(await readKeyring(path), personId, password);
  }

  /** Opens the vault by a recovery letter. Throws recovery-code-mistyped, recovery-code-wrong, keyring-damaged. */
  async function recover(code: string): Promise<VaultKey> {
    const secret = parseRecoveryCode(code);
    try {
      return openRecovery(await readKeyring(path), secret);
    } finally {
      wipe(secret);
    }
  }

  return { exists, people, create, unlock, recover, ...personChanges(change, cost), ...letterChanges(change) };
}

function personChanges(change: Change, cost: KdfCost) {
  /** Throws person-exists, password-too-short, foreign-key (a vault key that is not this vault's). */
  function addPerson(vaultKey: VaultKey, person: Person, password: string): Promise<void> {
    return change(vaultKey, async (file) => {
      if (file.people.some(({ id }) => id === person.id)) throw new VaultError({ code: 'person-exists' });
      return { ...file, people: [...file.people, await sealPerson(file.vaultId, vaultKey, person, password, cost)] };
    });
  }

  /** Gives a person a new password; the old one opens nothing from then on. Throws unknown-person, password-too-short, foreign-key. */
  function setPassword(vaultKey: VaultKey, personId: string, password: string): Promise<void> {
    return change(vaultKey, async (file) => {
      const person = file.people.find(({ id }) => id === personId);
      if (!person) throw new VaultError({ code: 'unknown-person' });
      const sealed = await sealPerson(file.vaultId, vaultKey, person, password, cost);
      return { ...file, people: file.people.map((entry) => (entry.id === personId ? sealed : entry)) };
    });
  }

  /** Throws unknown-person, foreign-key, and last-person: with the last entry gone no password would open the vault. */
  function removePerson(vaultKey: VaultKey, personId: string): Promise<void> {
    return change(vaultKey, (file) => {
      const people = file.people.filter(({ id }) => id !== personId);
      if (people.length === file.people.length) throw new VaultError({ code: 'unknown-person' });
      if (people.length === 0) throw new VaultError({ code: 'last-person' });
      return { ...file, people };
    });
  }

  /** Shows a person under another name in the log-in list; the password stays. Throws unknown-person, foreign-key. */
  function renamePerson(vaultKey: VaultKey, personId: string, name: string): Promise<void> {
    return change(vaultKey, (file) => {
      if (!file.people.some(({ id }) => id === personId)) throw new VaultError({ code: 'unknown-person' });
      return {
        ...file,
        people: file.people.map((entry) => (entry.id === personId ? withSum({ ...entry, name }) : entry)),
      };
    });
  }

  return { addPerson, setPassword, removePerson, renamePerson };
}

function letterChanges(change: Change) {
  /** Makes a recovery letter: the code is shown once, printed and sealed; `id` names the letter for its withdrawal. */
  async function addRecovery(vaultKey: VaultKey): Promise<{ id: string; code: string }> {
    const secret = randomBytes(RECOVERY_BYTES);
    const id = randomUUID();
    await change(vaultKey, (file) => ({
      ...file,
      recovery: [...file.recovery, sealRecovery(file.vaultId, vaultKey, id, secret)],
    }));
    const code = formatRecoveryCode(secret);
    wipe(secret);
    return { id, code };
  }

  /** Withdraws every recovery letter but one, as when a new one takes the place of the old. Throws foreign-key. */
  function keepOnlyRecovery(vaultKey: VaultKey, id: string): Promise<void> {
    return change(vaultKey, (file) => ({ ...file, recovery: file.recovery.filter((entry) => entry.id === id) }));
  }

  return { addRecovery, keepOnlyRecovery };
}
