import { RefusalError } from '../../platform/refusal-error.ts';
import { isVaultFault } from '../../platform/vault/errors.ts';
import type { Keyring } from '../../platform/vault/keyring.ts';
import type { VaultKey } from '../../platform/vault/keys.ts';
import { withVault } from '../../platform/vault/vault-refusals.ts';

const freeTries = 5;
const longestWaitSeconds = 60;

/** Gives the vault's key for a password. After five wrong ones each further try waits twice as long, up to a minute. */
export function createPasswordCheck(keyring: Pick<Keyring, 'unlock'>) {
  let wrongTries = 0;
  let nextTryAt = 0;

  return async function keyFor(personId: string, password: string): Promise<VaultKey> {
    const waitSeconds = Math.ceil((nextTryAt - performance.now()) / 1000);
    if (waitSeconds > 0) throw new RefusalError({ code: 'wrong-password', waitSeconds });
    try {
      const vaultKey = await keyring.unlock(personId, password);
      wrongTries = 0;
      return vaultKey;
    } catch (error) {
      if (!isVaultFault(error, 'wrong-password')) return withVault('钥匙文件', () => Promise.reject(error));
      wrongTries += 1;
      const pause = wrongTries < freeTries ? 0 : Math.min(longestWaitSeconds, 2 ** (wrongTries - freeTries + 1));
      nextTryAt = performance.now() + pause * 1000;
      throw new RefusalError({ code: 'wrong-password', waitSeconds: pause });
    }
  };
}
