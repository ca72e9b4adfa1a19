import { sealedTo } from './keyring-entry.ts';
import { type KeyringFile, type PersonEntry, type RecoveryEntry, withSum } from './keyring-file.ts';
import { isAdmitted, kindOf, sealKeyOf, withSeal } from './keyring-seals.ts';
import { asVaultKey, deriveKey, unwrapKey, type VaultKey, wipe, wrapKey } from './keys.ts';
import { VaultError } from './errors.ts';
import type { ContentKeys } from './unlocked-keys.ts';

/** How a change of the vault key stands. */
export interface KeyChange {
  /** Since when it is due; null when it is not, or under way. */
  since: string | null;
  /** Whose entry nothing new can be sealed to: they log in once, or their password is reset. */
  people: string[];
  /** Whether a recovery letter is such an entry: a new one takes its place. */
  letter: boolean;
  isUnderWay: boolean;
}

/** `vaultKey` is null for who reads no content, and cannot tell whose keys were let in. */
export function keyChangeOf(file: KeyringFile, vaultKey: VaultKey | null): KeyChange {
  const { changeDue, former, vaultId, people, recovery } = file;
  const isWaitedFor = (entry: PersonEntry | RecoveryEntry): boolean =>
    entry.keys === null || (vaultKey !== null && !isAdmitted(vaultKey, vaultId, entry));
  return {
    since: changeDue,
    people: people.filter(isWaitedFor).map(({ name }) => name),
    letter: recovery.some(isWaitedFor),
    isUnderWay: former !== null,
  };
}

/** Whether the person could open the vault until now; in a former format everybody could. */
export const hasVaultKey = ({ keys }: PersonEntry): boolean => keys?.reads !== 'office';

/** Somebody who has had the vault key is out; the first moment stays. */
export const withChangeDue = (file: KeyringFile, moment: string): KeyringFile => ({
  ...file,
  changeDue: file.changeDue ?? moment,
});

/**
 * The keyring of the next epoch: every entry opens `next`, and the key of before lies wrapped in it until nothing is under it any more.
 * Throws not-renewed where nothing new can be sealed to an entry: its owner would be locked out.
 */
export function withNewVaultKey(file: KeyringFile, keys: ContentKeys, next: ContentKeys): KeyringFile {
  const { vaultId } = file;
  const resealed = <One extends PersonEntry | RecoveryEntry>(entry: One): One => {
    if (entry.keys === null || !isAdmitted(keys.vaultKey, vaultId, entry))
      throw new VaultError({ code: 'not-renewed', name: 'name' in entry ? entry.name : '恢复信' });
    const holder = sealedTo({ vaultId, keys: next }, kindOf(entry), entry.id, entry.keys);
    return withSeal(sealKeyOf(next.officeKey), vaultId, withSum({ ...entry, keys: holder }));
  };
  const wrapping = deriveKey(next.vaultKey, 'former');
  const former = wrapKey(wrapping, keys.vaultKey, formerBinding(vaultId)).toString('base64');
  wipe(wrapping);
  return {
    ...file,
    epoch: file.epoch + 1,
    changeDue: null,
    former,
    people: file.people.map(resealed),
    recovery: file.recovery.map(resealed),
  };
}

/** The vault key of before; null when no change is under way. Throws keyring-damaged. */
export function formerKeyOf({ former, vaultId }: KeyringFile, vaultKey: VaultKey): VaultKey | null {
  if (former === null) return null;
  const wrapping = deriveKey(vaultKey, 'former');
  const key = unwrapKey(wrapping, Buffer.from(former, 'base64'), formerBinding(vaultId));
  wipe(wrapping);
  if (!key) throw new VaultError({ code: 'keyring-damaged' });
  return asVaultKey(key);
}

const formerBinding = (vaultId: string): Buffer => Buffer.from(JSON.stringify([vaultId, 'former vault key']));
