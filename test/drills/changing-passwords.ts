// Changes one password again and again until it is killed; says over the channel which change is done.
import { createKeyring } from '../../main/platform/vault/keyring.ts';
import { contentKeysOf } from '../../main/platform/vault/unlocked-keys.ts';

const [dir = '', opener = '', openerPassword = '', changed = ''] = process.argv.slice(2);
const keyring = createKeyring(dir, { memoryKiB: 8 * 1024, passes: 1, lanes: 1 });
const keys = contentKeysOf(await keyring.unlock(opener, openerPassword));
for (let n = 1; ; n += 1) {
  await keyring.resetPassword(keys, changed, `password ${n}`);
  process.send?.(n);
}
