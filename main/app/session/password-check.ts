import { RefusalError } from '../../platform/refusal-error.ts';
import { isVaultFault } from '../../platform/vault/errors.ts';
import type { Keyring } from '../../platform/vault/keyring.ts';
import type { UnlockedKeys } from '../../platform/vault/unlocked-keys.ts';
import { withVault } from '../../platform/vault/vault-refusals.ts';
import type { WrongPasswords } from './wrong-passwords.ts';

/** Gives the person's keys for a password, unless this person has to wait after wrong ones. */
export function createPasswordCheck(keyring: Pick<Keyring, 'unlock'>, wrongPasswords: WrongPasswords) {
  return async function keysFor(personId: string, password: string): Promise<UnlockedKeys> {
    const waitSeconds = await wrongPasswords.waitSeconds(personId);
    if (waitSeconds > 0) throw new RefusalError({ code: 'wrong-password', waitSeconds });
    try {
      const keys = await keyring.unlock(personId, password);
      await wrongPasswords.right(personId);
      return keys;
    } catch (error) {
      if (!isVaultFault(error, 'wrong-password')) return withVault('钥匙文件', () => Promise.reject(error));
      throw new RefusalError({ code: 'wrong-password', waitSeconds: await wrongPasswords.wrong(personId) });
    }
  };
}
