import { randomBytes, randomUUID } from 'node:crypto';
import { VaultError } from './errors.ts';
import {
  newLetter,
  newPerson,
  openLetter,
  openPerson,
  withPassword,
  withReads,
  type KdfCost,
  type Person,
} from './keyring-entry.ts';
import { isIntact, KEYRING_FORMAT, withSum } from './keyring-file.ts';
import type { KeyringFile, KeyringRecord, PersonEntry, Reads, SigningSuite } from './keyring-file.ts';
import { believed, keyringPair, type KeyringPair } from './keyring-pair.ts';
import { formerKeyOf, hasVaultKey, type KeyChange, keyChangeOf, withChangeDue } from './keyring-epochs.ts';
import { opensVault, sealKeyOf, withSeal } from './keyring-seals.ts';
import { createKeyringWriter, type KeyringWriter } from './keyring-writer.ts';
import { newVaultKey, officeKeyOf, type VaultKey, wipe } from './keys.ts';
import { formatRecoveryCode, parseRecoveryCode, RECOVERY_BYTES } from './recovery-code.ts';
import { type ContentKeys, type OpeningKeys, type UnlockedKeys } from './unlocked-keys.ts';

export type Keyring = ReturnType<typeof createKeyring>;
type Change = KeyringWriter['change'];

/** 247 ms on two server cores, more on an office machine; stored with each entry, so that it can be raised later. */
const DEFAULT_COST: KdfCost = { memoryKiB: 128 * 1024, passes: 3, lanes: 4 };

/**
 * The keyring of a profile: the random vault key (or for who reads no content the office key), sealed to a key pair of each person and each
 * sealed recovery letter, in two files that say the same. The password wraps the private halves: a change of it re-encrypts nothing else.
 * Every refusal is a VaultError; the caller wipes the keys it is given.
 */
export function createKeyring(profileFolder: string, cost: KdfCost = DEFAULT_COST) {
  const pair = keyringPair(profileFolder);
  const writer = createKeyringWriter(pair);
  const { create: createFirst, change, settle, follow } = writer;
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
  function create(person: Person, password: string): Promise<UnlockedKeys & ContentKeys> {
    return createFirst(async () => {
      if (await exists()) throw new VaultError({ code: 'keyring-exists' });
      const vaultKey = newVaultKey();
      const keys = { vaultKey, officeKey: officeKeyOf(vaultKey) };
      const vaultId = randomUUID();
      const first = await newPerson({ vaultId, keys }, { ...person, reads: 'content' }, password, cost);
      const { entry, ...pairs } = first;
      const file = { format: KEYRING_FORMAT, vaultId, vaultCheck: '', generation: 0, people: [entry], recovery: [] };
      const firstEpoch = { epoch: 1, changeDue: null, former: null };
      return {
        keys: { personId: person.id, ...keys, ...pairs, renewal: null },
        file: { ...file, ...firstEpoch, seal: '', sum: '' },
      };
    });
  }

  /** Throws unknown-person, wrong-password, or person-damaged when the entry, not the password, is at fault. */
  async function unlock(personId: string, password: string): Promise<UnlockedKeys> {
    return openPerson(believed(await pair.read()), personId, password);
  }

  /**
   * Opens the vault by a recovery letter, for a person who gets new key pairs under a new password: `renew` writes them.
   * Throws recovery-code-mistyped, recovery-code-wrong, letter-damaged, unknown-person, password-too-short.
   */
  async function recover(code: string, personId: string, password: string): Promise<UnlockedKeys & ContentKeys> {
    const secret = parseRecoveryCode(code);
    try {
      const { file, keys } = openLetter(believed(await pair.read()), secret);
      const person = (await people()).find(({ id }) => id === personId);
      if (!person) throw new VaultError({ code: 'unknown-person' });
      const vault = { vaultId: file.vaultId, keys };
      const { entry, ...pairs } = await newPerson(vault, { ...person, reads: 'content' }, password, cost);
      return { personId, ...keys, ...pairs, renewal: entry };
    } finally {
      wipe(secret);
    }
  }

  const opening = { exists, people, create, unlock, recover };
  return {
    ...opening,
    ...keysOnRecord(pair),
    ...vaultKeyChange(pair, writer),
    settle,
    follow,
    ...personChanges(change, cost),
    ...ownChanges(change, cost),
    ...letterChanges(change),
  };
}

/** What the keyring shows of the keys without being opened. */
function keysOnRecord(pair: KeyringPair) {
  /** What each person signs with; nothing of those who have no keys yet. */
  async function signingKeys(): Promise<{ personId: string; suite: SigningSuite; publicKey: string }[]> {
    const [file] = believed(await pair.read());
    return (file?.people ?? []).flatMap(({ id, keys }) => (keys?.signing ? [{ personId: id, ...keys.signing }] : []));
  }

  /** What each person's keys open; nothing of those who have no keys yet. */
  async function holders(): Promise<{ personId: string; reads: Reads }[]> {
    const [file] = believed(await pair.read());
    return (file?.people ?? []).flatMap(({ id, keys }) => (keys ? [{ personId: id, reads: keys.reads }] : []));
  }

  return { signingKeys, holders };
}

/** The vault key itself is changed: what was sealed to everybody is sealed anew, and nobody's password is asked for. */
function vaultKeyChange(pair: KeyringPair, { change, changeKey, secure }: KeyringWriter) {
  const ownFile = async (keys: OpeningKeys): Promise<KeyringFile> => {
    const file = believed(await pair.read()).find((each) => opensVault(each, keys));
    if (!file) throw new VaultError({ code: 'foreign-key' });
    return file;
  };

  /** Whether a change of the vault key is due or under way, and who has to do something first. Throws foreign-key. */
  const keyChange = async (keys: OpeningKeys): Promise<KeyChange> => keyChangeOf(await ownFile(keys), keys.vaultKey);

  /**
   * Puts the vault under the keys `next`, which it copies into `keys`; the key of before is `formerVaultKey` from then on. `recorded` is
   * what the database remembers of the keyring. Throws foreign-key, not-renewed.
   */
  async function beginKeyChange(keys: ContentKeys, recorded: KeyringRecord | null, next: ContentKeys): Promise<void> {
    await changeKey(keys, recorded, next);
    keys.vaultKey.set(next.vaultKey);
    keys.officeKey.set(next.officeKey);
  }

  /** The vault key of before, to be wiped by the caller; null when no change is under way. Both files say the same when it resolves. */
  async function formerVaultKey(keys: ContentKeys): Promise<VaultKey | null> {
    const former = formerKeyOf(await ownFile(keys), keys.vaultKey);
    if (former !== null) await secure(keys);
    return former;
  }

  /** Nothing is under the key of before any more. */
  const endKeyChange = (keys: ContentKeys): Promise<void> => change(keys, (file) => ({ ...file, former: null }));

  return { keyChange, beginKeyChange, formerVaultKey, endKeyChange };
}

/** What a person changes of the own entry. */
function ownChanges(change: Change, cost: KdfCost) {
  /** Writes the new keys that a log-in has made for the person. Call once the keyring is checked. Throws unknown-person. */
  async function renew(keys: UnlockedKeys): Promise<void> {
    const { renewal } = keys;
    if (renewal === null) return;
    await change(keys, (file) => ({ ...file, people: changed(file.people, renewal.id, () => renewal) }));
    keys.renewal = null;
  }

  /** Gives the person who is logged in a new password for the same keys. Throws unknown-person, password-too-short. */
  function changePassword(keys: UnlockedKeys, password: string): Promise<void> {
    return change(keys, async (file) => {
      const entry = required(file.people, keys.personId);
      const next = await withPassword(file.vaultId, keys, entry, password, cost);
      return { ...file, people: changed(file.people, keys.personId, () => next) };
    });
  }

  return { renew, changePassword };
}

function personChanges(change: Change, cost: KdfCost) {
  /** Throws person-exists, password-too-short, foreign-key (keys that are not this vault's). */
  function addPerson(keys: ContentKeys, person: Person & { reads: Reads }, password: string): Promise<void> {
    return change(keys, async (file) => {
      if (file.people.some(({ id }) => id === person.id)) throw new VaultError({ code: 'person-exists' });
      const { vaultId } = file;
      return { ...file, people: [...file.people, await entryOf({ vaultId, keys }, person, password, cost)] };
    });
  }

  /**
   * Gives a person a new password, and new key pairs with it: nobody but the person can unwrap the old ones. What was signed stays signed
   * by the old key. Throws unknown-person, password-too-short, foreign-key.
   */
  function resetPassword(keys: ContentKeys, personId: string, password: string): Promise<void> {
    return change(keys, async (file) => {
      const { id, name, keys: former } = required(file.people, personId);
      const person = { id, name, reads: former?.reads ?? 'content' };
      const next = await entryOf({ vaultId: file.vaultId, keys }, person, password, cost);
      return { ...file, people: changed(file.people, personId, () => next) };
    });
  }

  /**
   * Changes what a person's keys open; password and key pairs stay. Who reads no content from `moment` on has had the vault key, which is due
   * to be changed then. Throws unknown-person, not-renewed, last-person.
   */
  function setReads(keys: ContentKeys, personId: string, reads: Reads, moment: string): Promise<void> {
    return change(keys, (file) => {
      const vault = { vaultId: file.vaultId, keys };
      const isOut = reads === 'office' && hasVaultKey(required(file.people, personId));
      const people = changed(file.people, personId, (entry) => withReads(vault, entry, reads));
      return { ...(isOut ? withChangeDue(file, moment) : file), people: withContentHolder(people) };
    });
  }

  /**
   * Who is removed at `moment` has had the vault key, which is due to be changed then. Throws unknown-person, foreign-key, and last-person:
   * with the last entry gone no password would open the vault.
   */
  function removePerson(keys: OpeningKeys, personId: string, moment: string): Promise<void> {
    return change(keys, (file) => {
      const isOut = hasVaultKey(required(file.people, personId));
      const people = withContentHolder(file.people.filter(({ id }) => id !== personId));
      return { ...(isOut ? withChangeDue(file, moment) : file), people };
    });
  }

  /** Shows a person under another name in the log-in list; the password stays. Throws unknown-person, foreign-key. */
  function renamePerson(keys: OpeningKeys, personId: string, name: string): Promise<void> {
    return change(keys, (file) => {
      required(file.people, personId);
      // A damaged entry keeps what shows the damage.
      const renamed = (entry: PersonEntry): PersonEntry =>
        isIntact(entry)
          ? withSeal(sealKeyOf(keys.officeKey), file.vaultId, withSum({ ...entry, name }))
          : { ...entry, name };
      return { ...file, people: changed(file.people, personId, renamed) };
    });
  }

  return { addPerson, resetPassword, setReads, removePerson, renamePerson };
}

async function entryOf(...person: Parameters<typeof newPerson>): Promise<PersonEntry> {
  const { entry, sealingKey, signingKey } = await newPerson(...person);
  wipe(sealingKey, signingKey.secret);
  return entry;
}

function required(people: readonly PersonEntry[], personId: string): PersonEntry {
  const person = people.find(({ id }) => id === personId);
  if (!person) throw new VaultError({ code: 'unknown-person' });
  return person;
}

const changed = (
  people: readonly PersonEntry[],
  personId: string,
  change: (entry: PersonEntry) => PersonEntry,
): PersonEntry[] => people.map((entry) => (entry.id === personId ? change(entry) : entry));

/** Without anybody who reads content nobody could open it again. */
function withContentHolder(people: PersonEntry[]): PersonEntry[] {
  if (people.every(({ keys }) => keys?.reads === 'office')) throw new VaultError({ code: 'last-person' });
  return people;
}

function letterChanges(change: Change) {
  /** Makes a recovery letter: the code is shown once, printed and sealed; `id` names the letter for its withdrawal. */
  async function addRecovery(keys: ContentKeys): Promise<{ id: string; code: string }> {
    const secret = randomBytes(RECOVERY_BYTES);
    const id = randomUUID();
    await change(keys, (file) => ({
      ...file,
      recovery: [...file.recovery, newLetter({ vaultId: file.vaultId, keys }, id, secret)],
    }));
    const code = formatRecoveryCode(secret);
    wipe(secret);
    return { id, code };
  }

  /** Withdraws every recovery letter but one, as when a new one takes the place of the old. Throws foreign-key. */
  function keepOnlyRecovery(keys: OpeningKeys, id: string): Promise<void> {
    return change(keys, (file) => ({ ...file, recovery: file.recovery.filter((entry) => entry.id === id) }));
  }

  return { addRecovery, keepOnlyRecovery };
}
