import { refuseNames } from '../../features/staff/password-names.ts';
import type { Keyring } from '../../platform/vault/keyring.ts';
import { contentKeysOf, type UnlockedKeys, wipeKeys } from '../../platform/vault/unlocked-keys.ts';
import { withVault } from '../../platform/vault/vault-refusals.ts';
import type { HeldProfile, ProfileHolder } from './profile-holder.ts';

export interface NewPassword {
  /** The code of the recovery letter (恢复信). */
  code: string;
  personId: string;
  password: string;
}

/** Opens the profile by the code of a recovery letter and gives the person a new password. */
export async function enterByLetter(keyring: Keyring, holder: ProfileHolder, given: NewPassword): Promise<void> {
  const { code, personId, password } = given;
  const person = (await keyring.people()).find(({ id }) => id === personId);
  refuseNames(password, person ? [person.name] : []);
  // The code first: a wrong one ends nobody's session.
  const keys = await withVault('恢复信', () => keyring.recover(code, personId, password));
  await holder.leave();
  // Opening checks and mends the keyring; only then does it write the new password.
  await holder.enter(keys);
  try {
    const { profile } = holder.required();
    await profile.note({ verb: '用恢复信重设密码', what: profile.operator.name });
  } catch (error) {
    await holder.leave();
    throw error;
  }
}

interface PasswordChange {
  old: string;
  next: string;
  /** Opens the keys of a person by the password. */
  keysFor: (personId: string, password: string) => Promise<UnlockedKeys>;
}

/** Gives the operator, who knows the old one, another password. */
export async function changeOwnPassword(
  keyring: Keyring,
  { keys, profile }: HeldProfile,
  { old, next, keysFor }: PasswordChange,
): Promise<{ done: true }> {
  wipeKeys(await keysFor(profile.operator.personId, old));
  refuseNames(next, [profile.operator.name, profile.officeName()]);
  await withVault('密码', () => keyring.changePassword(keys, next));
  await profile.note({ verb: '修改密码', what: profile.operator.name });
  return { done: true };
}

/** Makes a new recovery letter, which takes the place of the old ones; resolves with the ticket of its one-time PDF. */
export async function makeRecoveryLetter(keyring: Keyring, { keys, profile }: HeldProfile): Promise<string> {
  const { id, code } = await keyring.addRecovery(contentKeysOf(keys));
  await keyring.keepOnlyRecovery(keys, id);
  await profile.note({ verb: '制作恢复信', what: profile.operator.name });
  return profile.printRecoveryLetter(code);
}
