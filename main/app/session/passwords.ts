import type { Keyring } from '../../platform/vault/keyring.ts';
import { type VaultKey, wipe } from '../../platform/vault/keys.ts';
import { withVault } from '../../platform/vault/vault-refusals.ts';
import type { HeldProfile } from './profile-holder.ts';

export interface NewPassword {
  /** The code of the recovery letter (恢复信). */
  code: string;
  personId: string;
  password: string;
}

/** Gives the vault's key for the code of a recovery letter, and the person a new password with it. */
export async function recoverKey(keyring: Keyring, { code, personId, password }: NewPassword): Promise<VaultKey> {
  const vaultKey = await withVault('恢复信', () => keyring.recover(code));
  try {
    await withVault('恢复信', () => keyring.setPassword(vaultKey, personId, password));
    return vaultKey;
  } catch (error) {
    wipe(vaultKey);
    throw error;
  }
}

/** Gives the operator another password. */
export async function setOwnPassword(
  keyring: Keyring,
  { vaultKey, profile }: HeldProfile,
  password: string,
): Promise<void> {
  await withVault('密码', () => keyring.setPassword(vaultKey, profile.operator.personId, password));
  await profile.note({ verb: '修改密码', what: profile.operator.name });
}

/** Makes a new recovery letter, which takes the place of the old ones; resolves with the ticket of its one-time PDF. */
export async function makeRecoveryLetter(keyring: Keyring, { vaultKey, profile }: HeldProfile): Promise<string> {
  const { id, code } = await keyring.addRecovery(vaultKey);
  await keyring.keepOnlyRecovery(vaultKey, id);
  await profile.note({ verb: '制作恢复信', what: profile.operator.name });
  return profile.printRecoveryLetter(code);
}
