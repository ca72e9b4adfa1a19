import { copyFileSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createKeyring } from '../../../../main/platform/vault/keyring.ts';
import { type KeyringFile, recordOf } from '../../../../main/platform/vault/keyring-file.ts';
import { newVaultKey, officeKeyOf } from '../../../../main/platform/vault/keys.ts';
import { isSignedBy, signWith } from '../../../../main/platform/vault/signing.ts';
import { contentKeysOf, wipeKeys } from '../../../../main/platform/vault/unlocked-keys.ts';
import { faultOf, scratchFolder } from './support.ts';

import { CHEAP, MOMENT, NAMES, twoPeople, opened, vaultKeyBy } from './two-people.ts';
import type { Json } from './two-people.ts';

describe('key pairs', () => {
  it('sign for their person alone, stay under a new password of the own, and are new after a reset by another', async () => {
    const { keyring, keys } = await twoPeople();
    const first = await opened(keyring, 'p2', 'li-si-password');
    const signature = signWith(first.signingKey, 'an act');
    expect(isSignedBy(first.signingKey.publicKey, 'an act', signature)).toBe(true);
    expect(isSignedBy(first.signingKey.publicKey, 'another act', signature)).toBe(false);
    expect(isSignedBy(keys.signingKey.publicKey, 'an act', signature)).toBe(false);
    await keyring.changePassword(first, 'li-si-changed');
    const changed = await opened(keyring, 'p2', 'li-si-changed');
    expect(changed.signingKey).toEqual(first.signingKey);
    await keyring.resetPassword(keys, 'p2', 'li-si-reset');
    const reset = await opened(keyring, 'p2', 'li-si-reset');
    expect(reset.vaultKey).toEqual(keys.vaultKey);
    expect(reset.signingKey.publicKey).not.toBe(first.signingKey.publicKey);
  });

  it('give who reads no content the office key and not the vault key, until that is changed', async () => {
    const { folder, keyring, keys } = await twoPeople();
    await keyring.addPerson(keys, { id: 'p3', name: '吴管理', reads: 'office' }, 'wu-password');
    const wu = await keyring.unlock('p3', 'wu-password');
    expect(wu.vaultKey).toBeNull();
    expect(wu.officeKey).toEqual(officeKeyOf(keys.vaultKey));
    expect(await faultOf(() => contentKeysOf(wu))).toEqual({ code: 'content-key-needed' });
    // Checks the keyring and changes the own password all the same.
    const { record } = await keyring.settle(wu, null);
    await keyring.changePassword(wu, 'wu-changed');
    expect((await createKeyring(folder, CHEAP).settle(keys, record)).findings).toEqual([]);
    await keyring.setReads(keys, 'p3', 'content', MOMENT);
    expect(await vaultKeyBy(keyring, 'p3', 'wu-changed')).toEqual(keys.vaultKey);
    await keyring.setReads(keys, 'p3', 'office', MOMENT);
    expect((await keyring.unlock('p3', 'wu-changed')).vaultKey).toBeNull();
  });

  it('always leave somebody who reads content', async () => {
    const { keyring, keys } = await twoPeople();
    await keyring.setReads(keys, 'p2', 'office', MOMENT);
    expect(await faultOf(keyring.removePerson(keys, 'p1', MOMENT))).toEqual({ code: 'last-person' });
    expect(await faultOf(keyring.setReads(keys, 'p1', 'office', MOMENT))).toEqual({ code: 'last-person' });
  });

  it('brought in by who holds the office key only are told to who holds the vault key', async () => {
    const { folder, keyring, keys } = await twoPeople();
    await keyring.addPerson(keys, { id: 'p3', name: '吴管理', reads: 'office' }, 'wu-password');
    const { record } = await keyring.settle(keys, null);
    const guessed = { ...(await keyring.unlock('p3', 'wu-password')), vaultKey: newVaultKey() };
    await keyring.addPerson(guessed, { id: 'p4', name: '无名', reads: 'content' }, 'smuggled-in');
    const { findings } = await createKeyring(folder, CHEAP).settle(keys, record);
    expect(findings).toEqual([{ kind: 'person', name: '无名', what: 'not-admitted' }]);
  });

  it('are wiped, all of them', async () => {
    const { keys } = await twoPeople();
    wipeKeys(keys);
    for (const key of [keys.vaultKey, keys.officeKey, keys.sealingKey, keys.signingKey.secret])
      expect(key.every((byte) => byte === 0)).toBe(true);
    expect(await faultOf(() => signWith(keys.signingKey, 'an act'))).toEqual({ code: 'key-wiped' });
  });
});

/** As the program wrote it before format 3: 张三, 李四, and 王五 whose password was changed after `earlier.json`. */
describe('a keyring of format 2', () => {
  const former = (name: string): string => join(import.meta.dirname, 'format-2', name);
  const { code, vaultKey } = JSON.parse(readFileSync(former('secrets.json'), 'utf8')) as Record<string, string>;

  function formerKeyring() {
    const folder = scratchFolder();
    for (const name of NAMES) copyFileSync(former('keyring.json'), join(folder, name));
    return { folder, keyring: createKeyring(folder, CHEAP) };
  }
  const formatOf = (folder: string): number =>
    (JSON.parse(readFileSync(join(folder, NAMES[0] ?? ''), 'utf8')) as Json).format;

  it('opens by every password and by the letter, and is written anew without a word', async () => {
    const { folder, keyring } = formerKeyring();
    const passwords = { p1: '张三的密码八个字', p2: 'li-si-password', p3: 'wang-wu-password' };
    for (let round = 0; round < 2; round += 1) {
      for (const [id, password] of Object.entries(passwords))
        expect(Buffer.from(await vaultKeyBy(keyring, id, password)).toString('base64')).toBe(vaultKey);
      const recovered = await keyring.recover(code ?? '', 'p1', 'whatever1');
      expect(Buffer.from(recovered.vaultKey).toString('base64')).toBe(vaultKey);
      expect((await keyring.settle(recovered, null)).findings).toEqual([]);
      expect(formatOf(folder)).toBe(4);
    }
  });

  it('gives each person keys of the own at the next log-in, and names who has none yet', async () => {
    const { folder, keyring } = formerKeyring();
    const mine = await opened(keyring, 'p1', '张三的密码八个字');
    const { record } = await keyring.settle(mine, null);
    expect((await keyring.keyChange(mine)).people).toEqual(['张三', '李四', '王五']);
    await keyring.renew(mine);
    expect((await keyring.keyChange(mine)).people).toEqual(['李四', '王五']);
    const again = await opened(keyring, 'p1', '张三的密码八个字');
    expect(again.renewal).toBeNull();
    expect(again.signingKey).toEqual(mine.signingKey);
    expect((await createKeyring(folder, CHEAP).settle(again, record)).findings).toEqual([]);
    expect(await faultOf(keyring.setReads(again, 'p2', 'office', MOMENT))).toEqual({
      code: 'not-renewed',
      name: '李四',
    });
  });

  it('put back after it was written anew is told', async () => {
    const { folder, keyring } = formerKeyring();
    const mine = await opened(keyring, 'p1', '张三的密码八个字');
    await keyring.settle(mine, null);
    await keyring.renew(mine);
    const { record } = await keyring.settle(mine, null);
    for (const name of NAMES) copyFileSync(former('keyring.json'), join(folder, name));
    const { findings } = await createKeyring(folder, CHEAP).settle(mine, record);
    expect(findings).toContainEqual({ kind: 'keyring', what: 'put-back' });
    expect(findings).toContainEqual({ kind: 'person', name: '张三', what: 'old' });
  });

  it('an earlier one in both places is told when the database remembers the later one', async () => {
    const { folder, keyring } = formerKeyring();
    const record = recordOf(JSON.parse(readFileSync(join(folder, NAMES[0] ?? ''), 'utf8')) as KeyringFile);
    for (const name of NAMES) copyFileSync(former('earlier.json'), join(folder, name));
    const { findings } = await keyring.settle(await opened(keyring, 'p1', '张三的密码八个字'), record);
    expect(findings).toEqual([
      { kind: 'keyring', what: 'put-back' },
      { kind: 'person', name: '王五', what: 'old' },
    ]);
  });
});
