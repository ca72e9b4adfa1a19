import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createKeyring } from '../../../../main/platform/vault/keyring.ts';
import { deriveKey, wipe } from '../../../../main/platform/vault/keys.ts';
import { formatRecoveryCode, parseRecoveryCode } from '../../../../main/platform/vault/recovery-code.ts';
import { faultOf, filesShowing, scratchFolder, someBytes } from './support.ts';

import { CHEAP, zhang, li, MOMENT, NAMES, edit, twoPeople, opened, vaultKeyBy } from './two-people.ts';
import type { Json } from './two-people.ts';

describe('keyring', () => {
  it('opens for each person with the same vault key, and lists who may log in', async () => {
    const { folder, keyring, vaultKey } = await twoPeople();
    expect(await keyring.people()).toEqual([zhang, li]);
    expect(await vaultKeyBy(keyring, 'p1', '张三的密码八个字')).toEqual(vaultKey);
    expect(await vaultKeyBy(createKeyring(folder), 'p2', 'li-si-password')).toEqual(vaultKey);
    // Windows knows no such modes: there the folder of the person keeps others out.
    if (process.platform !== 'win32') expect(statSync(join(folder, 'keyring.json')).mode & 0o777).toBe(0o600);
  });

  it('takes full-width letters of an input method for the same password', async () => {
    const { keyring, vaultKey } = await twoPeople();
    expect(await vaultKeyBy(keyring, 'p2', 'ｌｉ-ｓｉ-ｐａｓｓｗｏｒｄ')).toEqual(vaultKey);
  });

  it('knows a wrong password, an unknown person and a missing keyring apart', async () => {
    const { keyring } = await twoPeople();
    expect(await faultOf(keyring.unlock('p1', 'li-si-password'))).toEqual({ code: 'wrong-password' });
    expect(await faultOf(keyring.unlock('p9', 'li-si-password'))).toEqual({ code: 'unknown-person' });
    const none = createKeyring(scratchFolder(), CHEAP);
    expect(await none.exists()).toBe(false);
    expect(await faultOf(none.unlock('p1', 'whatever1'))).toEqual({ code: 'keyring-missing' });
  });

  it.each(['check', 'wrapped', 'sum', 'name', 'id'])(
    'calls a changed %s damage, not a wrong password, and lets the other person in',
    async (field) => {
      const { folder, keyring, vaultKey } = await twoPeople();
      edit(folder, ({ people: [first] }) => {
        const value = first?.[field] ?? '';
        if (first)
          first[field] =
            field === 'name' || field === 'id' ? `${value}x` : (value.startsWith('A') ? 'B' : 'A') + value.slice(1);
      });
      const id = field === 'id' ? 'p1x' : 'p1';
      expect(await faultOf(keyring.unlock(id, '张三的密码八个字'))).toMatchObject({ code: 'person-damaged' });
      expect(await vaultKeyBy(keyring, 'p2', 'li-si-password')).toEqual(vaultKey);
    },
  );

  it('calls entries brought in from another vault damage, though their checksums are good', async () => {
    const { folder, keyring } = await twoPeople();
    const other = await twoPeople();
    const theirs = JSON.parse(readFileSync(join(other.folder, 'keyring.json'), 'utf8')) as Json;
    edit(folder, (content) => (content.people = theirs.people));
    expect(await faultOf(keyring.unlock('p1', '张三的密码八个字'))).toMatchObject({ code: 'person-damaged' });
  });

  it('calls a torn file damaged, and a later format newer', async () => {
    const { folder, keyring } = await twoPeople();
    edit(folder, (content) => (content.format = 5));
    expect(await faultOf(keyring.people())).toEqual({ code: 'keyring-newer', theirs: 5, ours: 4 });
    for (const name of NAMES) writeFileSync(join(folder, name), readFileSync(join(folder, name)).subarray(0, 200));
    expect(await faultOf(keyring.people())).toEqual({ code: 'keyring-damaged' });
    expect(await faultOf(keyring.unlock('p1', '张三的密码八个字'))).toEqual({ code: 'keyring-damaged' });
  });

  it('changes a password without changing the vault key', async () => {
    const { keyring, vaultKey } = await twoPeople();
    const mine = await opened(keyring, 'p1', '张三的密码八个字');
    await keyring.changePassword(mine, 'a new password');
    expect(await vaultKeyBy(keyring, 'p1', 'a new password')).toEqual(vaultKey);
    expect(await faultOf(keyring.unlock('p1', '张三的密码八个字'))).toEqual({ code: 'wrong-password' });
    expect(await vaultKeyBy(keyring, 'p2', 'li-si-password')).toEqual(vaultKey);
  });

  it('refuses short passwords, counted in characters', async () => {
    const { keyring } = await twoPeople();
    const mine = await opened(keyring, 'p2', 'li-si-password');
    expect(await faultOf(keyring.changePassword(mine, '三个字1'))).toEqual({
      code: 'password-too-short',
      minimum: 8,
    });
    expect(await faultOf(keyring.changePassword(mine, '𠮷𠮷𠮷'))).toEqual({
      code: 'password-too-short',
      minimum: 8,
    });
    await keyring.unlock('p2', 'li-si-password');
  });

  it('removes a person, but never the last one', async () => {
    const { keyring } = await twoPeople();
    const mine = await opened(keyring, 'p2', 'li-si-password');
    await keyring.removePerson(mine, 'p1', MOMENT);
    expect(await keyring.people()).toEqual([li]);
    expect(await faultOf(keyring.unlock('p1', '张三的密码八个字'))).toEqual({ code: 'unknown-person' });
    expect(await faultOf(keyring.removePerson(mine, 'p2', MOMENT))).toEqual({ code: 'last-person' });
  });

  it('refuses a second start, a second entry of a person and a key of another vault', async () => {
    const { keyring } = await twoPeople();
    const mine = await opened(keyring, 'p2', 'li-si-password');
    expect(await faultOf(keyring.create(zhang, 'whatever1'))).toEqual({ code: 'keyring-exists' });
    expect(await faultOf(keyring.addPerson(mine, { ...zhang, reads: 'content' }, 'whatever1'))).toEqual({
      code: 'person-exists',
    });
    const foreign = await createKeyring(scratchFolder(), CHEAP).create(zhang, 'whatever1');
    expect(await faultOf(keyring.resetPassword(foreign, 'p1', 'whatever1'))).toEqual({ code: 'foreign-key' });
  });

  it('loses no entry when people are added at the same time', async () => {
    const { keyring } = await twoPeople();
    const mine = await opened(keyring, 'p2', 'li-si-password');
    const ids = ['a', 'b', 'c', 'd'];
    await Promise.all(ids.map((id) => keyring.addPerson(mine, { id, name: id, reads: 'content' }, 'whatever1')));
    expect((await keyring.people()).map(({ id }) => id)).toEqual(['p1', 'p2', ...ids]);
  });

  it('derives a key of its own for each purpose, and none from a wiped key', async () => {
    const { keyring } = await twoPeople();
    const mine = await opened(keyring, 'p2', 'li-si-password');
    const keys = (['database', 'files', 'recordings', 'settings', 'keyring'] as const).map((purpose) =>
      Buffer.from(deriveKey(mine.vaultKey, purpose)).toString('hex'),
    );
    expect(new Set(keys).size).toBe(5);
    expect(keys.every((hex) => /^[0-9a-f]{64}$/.test(hex))).toBe(true);
    wipe(mine.vaultKey);
    expect(await faultOf(() => deriveKey(mine.vaultKey, 'files'))).toEqual({ code: 'key-wiped' });
  });

  it('keeps password, code and vault key out of the file', async () => {
    const { folder, vaultKey, code } = await twoPeople();
    for (const secret of [
      '张三的密码八个字',
      'li-si-password',
      code,
      code.replaceAll('-', ''),
      Buffer.from(vaultKey).toString('base64'),
      Buffer.from(vaultKey).toString('hex'),
    ]) {
      expect(filesShowing(folder, secret)).toEqual([]);
    }
    expect(filesShowing(folder, '张三')).toHaveLength(2);
  });
});

describe('the copy', () => {
  const textsOf = (folder: string): string[] => NAMES.map((name) => readFileSync(join(folder, name), 'utf8'));

  it('says the same after every change', async () => {
    const { folder, keyring, keys } = await twoPeople();
    await keyring.resetPassword(keys, 'p1', 'a new password');
    const [main, copy] = textsOf(folder);
    expect(copy).toBe(main);
  });

  it('that a kill left one change behind opens nothing by the old password, and is mended without a word', async () => {
    const { folder, keyring, keys } = await twoPeople();
    const before = readFileSync(join(folder, 'keyring.copy.json'));
    await keyring.resetPassword(keys, 'p1', 'a new password');
    writeFileSync(join(folder, 'keyring.copy.json'), before);
    const next = createKeyring(folder, CHEAP);
    expect(await faultOf(next.unlock('p1', '张三的密码八个字'))).toEqual({ code: 'wrong-password' });
    const mine = await opened(next, 'p1', 'a new password');
    expect((await next.settle(mine, null)).findings).toEqual([]);
    const [main, copy] = textsOf(folder);
    expect(copy).toBe(main);
  });

  it('lets everybody in while the other is gone or unreadable, and is not a first start', async () => {
    for (const spoil of [rmSync, (path: string) => writeFileSync(path, 'x')]) {
      const { folder, vaultKey } = await twoPeople();
      spoil(join(folder, 'keyring.json'));
      const next = createKeyring(folder, CHEAP);
      expect(await next.exists()).toBe(true);
      expect(await vaultKeyBy(next, 'p2', 'li-si-password')).toEqual(vaultKey);
    }
  });

  it('in memory makes both anew when they vanish while the program runs', async () => {
    const { folder, keyring, keys } = await twoPeople();
    const { record } = await keyring.settle(keys, null);
    const before = textsOf(folder);
    for (const name of NAMES) rmSync(join(folder, name));
    const { findings } = await keyring.settle(keys, record);
    expect(findings.map((finding) => finding.kind === 'file' && finding.what)).toEqual(['missing', 'missing']);
    expect(textsOf(folder)).toEqual(before);
  });
});

describe('recovery letter', () => {
  it('opens the vault and lets a new password be set', async () => {
    const { keyring, vaultKey, code } = await twoPeople();
    const mine = await keyring.recover(code, 'p1', 'after recovery');
    expect(mine.vaultKey).toEqual(vaultKey);
    expect(await faultOf(keyring.unlock('p1', 'after recovery'))).toEqual({ code: 'wrong-password' });
    await keyring.renew(mine);
    expect(await vaultKeyBy(keyring, 'p1', 'after recovery')).toEqual(vaultKey);
  });

  it('reads the code as people write it', () => {
    const bytes = someBytes(25, 7);
    const code = formatRecoveryCode(bytes);
    expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){8}[0-9A-HJKMNP-TV-Z]{5}$/);
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o').replaceAll('1', 'l');
    expect(parseRecoveryCode(` ${typed} `)).toEqual(Uint8Array.from(bytes));
    expect(parseRecoveryCode(code.replaceAll('-', '－'))).toEqual(Uint8Array.from(bytes));
  });

  it('finds any one mistyped character, and a missing or extra one', async () => {
    const code = formatRecoveryCode(someBytes(25, 7));
    for (let index = 0; index < code.length; index++) {
      if (code[index] === '-') continue;
      const wrong = code.slice(0, index) + (code[index] === '7' ? '8' : '7') + code.slice(index + 1);
      expect(await faultOf(() => parseRecoveryCode(wrong)), `character ${index}`).toEqual({
        code: 'recovery-code-mistyped',
      });
    }
    for (const wrong of [code.slice(1), `${code}7`, '', code.replace(/.$/, 'U')])
      expect(await faultOf(() => parseRecoveryCode(wrong))).toEqual({ code: 'recovery-code-mistyped' });
  });

  it('knows a wrong code, a withdrawn letter and a damaged entry apart', async () => {
    const { folder, keyring, code } = await twoPeople();
    expect(await faultOf(keyring.recover(formatRecoveryCode(someBytes(25, 9)), 'p1', 'whatever1'))).toEqual({
      code: 'recovery-code-wrong',
    });
    const mine = await keyring.recover(code, 'p1', 'whatever1');
    const renewed = await keyring.addRecovery(mine);
    await keyring.keepOnlyRecovery(mine, renewed.id);
    expect(await faultOf(keyring.recover(code, 'p1', 'whatever1'))).toEqual({ code: 'recovery-code-wrong' });
    expect((await keyring.recover(renewed.code, 'p1', 'whatever1')).vaultKey).toEqual(mine.vaultKey);
    edit(folder, ({ recovery: [letter] }) => {
      if (letter) letter.salt = `${letter.salt?.startsWith('A') ? 'B' : 'A'}${letter.salt?.slice(1)}`;
    });
    expect(await faultOf(keyring.recover(renewed.code, 'p1', 'whatever1'))).toEqual({ code: 'letter-damaged' });
  });

  it('shows a renamed person under the new name and keeps the password', async () => {
    const { keyring, vaultKey } = await twoPeople();
    await keyring.renamePerson(await keyring.unlock(li.id, 'li-si-password'), li.id, '李四（监察）');
    expect(await keyring.people()).toContainEqual({ id: li.id, name: '李四（监察）' });
    expect(await vaultKeyBy(keyring, li.id, 'li-si-password')).toEqual(vaultKey);
  });
});
