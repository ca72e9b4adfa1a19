import { randomBytes, randomUUID } from 'node:crypto';
import { VaultError } from './errors.ts';
import { openPerson, openRecovery, sealPerson, sealRecovery, vaultCheck } from './keyring-entry.ts';
import type { KdfCost, Person } from './keyring-entry.ts';
import { isIntact, KEYRING_FORMAT, withSum } from './keyring-file.ts';
import type { PersonEntry } from './keyring-file.ts';
import { believed, keyringPair } from './keyring-pair.ts';
import { withSeal } from './keyring-seals.ts';
import { createKeyringWriter, type KeyringWriter } from './keyring-writer.ts';
import { newVaultKey, wipe } from './keys.ts';
import type { VaultKey } from './keys.ts';
import { formatRecoveryCode, parseRecoveryCode, RECOVERY_BYTES } from './recovery-code.ts';

export type Keyring = ReturnType<typeof createKeyring>;
type Change = KeyringWriter['change'];

/** 247 ms on two server cores, more on an office machine; stored with each entry, so that it can be raised later. */
const DEFAULT_COST: KdfCost = { memoryKiB: 128 * 1024, passes: 3, lanes: 4 };

/**
 * The keyring of a profile: the random vault key, wrapped once per person by a password and once per sealed recovery letter, in two files
 * that say the same. A password change re-wraps it and re-encrypts nothing. Every refusal is a VaultError; the caller wipes the keys it is
 * given.
 */
export function createKeyring(profileFolder: string, cost: KdfCost = DEFAULT_COST) {
  const pair = keyringPair(profileFolder);
  const { create: createFirst, change, settle, follow } = createKeyringWriter(pair);
  const { exists } = pair;

  /** The log-in list, in the order of joining. Throws keyring-missing, keyring-newer, keyring-damaged, as every other call. */
  async function people(): Promise<Person[]> {
    const entries = believed(await pair.read()).flatMap((file) => file.people);
    const ids = [...new Set(entries.map(({ id }) => id))];
    return ids.map((id) => {
      const mine = entries.filter((entry) => entry.id === id);
      return { id, name: (mine.find(isIntact) ?? mine[0])?.name ?? '' };
    });
  }

  /** Starts a vault with its first person. Throws keyring-exists, password-too-short. */
  function create(person: Person, password: string): Promise<VaultKey> {
    return createFirst(async () => {
      if (await exists()) throw new VaultError({ code: 'keyring-exists' });
      const vaultKey = newVaultKey();
      const vaultId = randomUUID();
      const head = { format: KEYRING_FORMAT, vaultId, vaultCheck: vaultCheck(vaultId, vaultKey), generation: 0 };
      const first = await sealPerson(vaultId, vaultKey, person, password, cost);
      return { vaultKey, file: { ...head, people: [first], recovery: [], seal: '', sum: '' } };
    });
  }

  /** Throws unknown-person, wrong-password, or person-damaged when the entry, not the password, is at fault. */
  async function unlock(personId: string, password: string): Promise<VaultKey> {
    return openPerson(believed(await pair.read()), personId, password);
  }

  /** Opens the vault by a recovery letter. Throws recovery-code-mistyped, recovery-code-wrong, letter-damaged. */
  async function recover(code: string): Promise<VaultKey> {
    const secret = parseRecoveryCode(code);
    try {
      return openRecovery(believed(await pair.read()), secret);
    } finally {
      wipe(secret);
    }
  }

  const opening = { exists, people, create, unlock, recover };
  return { ...opening, settle, follow, ...personChanges(change, cost), ...letterChanges(change) };
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
      // A damaged entry keeps what shows the damage.
      const renamed = (entry: PersonEntry): PersonEntry =>
        isIntact(entry) ? withSeal(vaultKey, file.vaultId, withSum({ ...entry, name })) : { ...entry, name };
      return {
        ...file,
        people: file.people.map((entry) => (entry.id === personId ? renamed(entry) : entry)),
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
