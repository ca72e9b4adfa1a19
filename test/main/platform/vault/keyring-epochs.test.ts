import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createKeyring, type Keyring } from '../../../../main/platform/vault/keyring.ts';
import { type KeyringFile, type KeyringRecord, recordOf } from '../../../../main/platform/vault/keyring-file.ts';
import { KEYRING_NAMES } from '../../../../main/platform/vault/keyring-pair.ts';
import { newVaultKey, officeKeyOf } from '../../../../main/platform/vault/keys.ts';
import { type ContentKeys, contentKeysOf, type UnlockedKeys } from '../../../../main/platform/vault/unlocked-keys.ts';
import { faultOf, scratchFolder } from './support.ts';

const CHEAP = { memoryKiB: 8 * 1024, passes: 1, lanes: 1 };
const FIRST = '2026-11-30T01:00:00.000Z';
const LATER = '2026-12-01T01:00:00.000Z';
const passwords = { p1: 'zhang-password', p2: 'li-si-password', p3: 'wu-password', p4: 'zhao-password' };

/** 张三, 李四 and 赵六 read content, 吴管理 does not; and a recovery letter. */
async function office() {
  const folder = scratchFolder();
  const keyring = createKeyring(folder, CHEAP);
  const keys = await keyring.create({ id: 'p1', name: '张三' }, passwords.p1);
  await keyring.addPerson(keys, { id: 'p2', name: '李四', reads: 'content' }, passwords.p2);
  await keyring.addPerson(keys, { id: 'p3', name: '吴管理', reads: 'office' }, passwords.p3);
  await keyring.addPerson(keys, { id: 'p4', name: '赵六', reads: 'content' }, passwords.p4);
  const { code } = await keyring.addRecovery(keys);
  return { folder, keyring, keys, code };
}
type Office = Awaited<ReturnType<typeof office>>;

const opened = async (keyring: Keyring, id: keyof typeof passwords): Promise<UnlockedKeys & ContentKeys> =>
  contentKeysOf(await keyring.unlock(id, passwords[id]));
const recordIn = (folder: string): KeyringRecord =>
  recordOf(JSON.parse(readFileSync(join(folder, KEYRING_NAMES[0]), 'utf8')) as KeyringFile);
const filesIn = (folder: string): string[] => KEYRING_NAMES.map((name) => readFileSync(join(folder, name), 'utf8'));
const putBack = (folder: string, files: readonly string[]): void =>
  KEYRING_NAMES.forEach((name, index) => writeFileSync(join(folder, name), files[index] ?? ''));
const bytes = (key: Uint8Array): Uint8Array => Uint8Array.from(key);

function newKeys(): ContentKeys {
  const vaultKey = newVaultKey();
  return { vaultKey, officeKey: officeKeyOf(vaultKey) };
}

async function changed({ keyring, keys }: Pick<Office, 'keyring' | 'keys'>, recorded: KeyringRecord | null = null) {
  const next = newKeys();
  await keyring.beginKeyChange(keys, recorded, next);
  await keyring.formerVaultKey(keys);
  await keyring.endKeyChange(keys);
  return next.vaultKey;
}

describe('a change of the vault key is due', () => {
  const acts: [string, (at: Office) => Promise<unknown>, string | null][] = [
    [
      'when somebody who reads content is removed',
      ({ keyring, keys }) => keyring.removePerson(keys, 'p2', FIRST),
      FIRST,
    ],
    ['not when somebody is who reads none', ({ keyring, keys }) => keyring.removePerson(keys, 'p3', FIRST), null],
    [
      'when somebody is to read none any more',
      ({ keyring, keys }) => keyring.setReads(keys, 'p2', 'office', FIRST),
      FIRST,
    ],
    ['not when somebody never did', ({ keyring, keys }) => keyring.setReads(keys, 'p3', 'office', FIRST), null],
    ['not when somebody is to read it', ({ keyring, keys }) => keyring.setReads(keys, 'p3', 'content', FIRST), null],
    ['not for a password', ({ keyring, keys }) => keyring.resetPassword(keys, 'p2', 'li-si-anew'), null],
    ['not for a letter', ({ keyring, keys }) => keyring.addRecovery(keys), null],
    [
      'since the first of two',
      async ({ keyring, keys }) => {
        await keyring.removePerson(keys, 'p2', FIRST);
        await keyring.removePerson(keys, 'p4', LATER);
      },
      FIRST,
    ],
  ];
  it.each(acts)('%s', async (_, act, since) => {
    const at = await office();
    await act(at);
    expect(await at.keyring.keyChange(at.keys)).toEqual({ since, people: [], letter: false, isUnderWay: false });
  });

  it('also after a keyring from before was put back', async () => {
    const { folder, keyring, keys } = await office();
    const before = filesIn(folder);
    await keyring.removePerson(keys, 'p2', FIRST);
    const record = recordIn(folder);
    putBack(folder, before);
    const again = createKeyring(folder, CHEAP);
    expect((await again.settle(keys, record)).findings).toContainEqual({ kind: 'keyring', what: 'put-back' });
    expect((await again.keyChange(keys)).since).toBe(FIRST);
    expect((await again.people()).map(({ id }) => id)).not.toContain('p2');
  });
});

describe('a change of the vault key waits', () => {
  it('for people and a letter of format 2', async () => {
    const folder = scratchFolder();
    const former = join(import.meta.dirname, 'format-2', 'keyring.json');
    for (const name of KEYRING_NAMES) copyFileSync(former, join(folder, name));
    const keyring = createKeyring(folder, CHEAP);
    const keys = contentKeysOf(await keyring.unlock('p1', '张三的密码八个字'));
    await keyring.settle(keys, null);
    await keyring.renew(keys);
    expect(await keyring.keyChange(keys)).toMatchObject({ people: ['李四', '王五'], letter: true });
    const before = bytes(keys.vaultKey);
    expect(await faultOf(keyring.beginKeyChange(keys, null, newKeys()))).toEqual({
      code: 'not-renewed',
      name: '李四',
    });
    expect(bytes(keys.vaultKey)).toEqual(before);
  });

  it('for who was let in by somebody without the vault key', async () => {
    const { keyring, keys } = await office();
    const pretended = { ...keys, vaultKey: newVaultKey() };
    await keyring.addPerson(pretended, { id: 'p5', name: '无名', reads: 'office' }, 'whatever1');
    expect((await keyring.keyChange(keys)).people).toEqual(['无名']);
    expect(await faultOf(keyring.beginKeyChange(keys, null, newKeys()))).toMatchObject({ code: 'not-renewed' });
  });
});

describe('a changed vault key', () => {
  it('opens by everybody’s password and the letter as before, and takes the place of the one in memory', async () => {
    const at = await office();
    const { keyring, keys, code, folder } = at;
    const [former, signing] = [bytes(keys.vaultKey), keys.signingKey.publicKey];
    const record = recordIn(folder);
    const next = await changed(at, record);
    expect(bytes(keys.vaultKey)).toEqual(bytes(next));
    expect(bytes(keys.vaultKey)).not.toEqual(former);
    for (const id of ['p1', 'p2', 'p4'] as const) expect((await opened(keyring, id)).vaultKey).toEqual(next);
    expect((await opened(keyring, 'p1')).signingKey.publicKey).toBe(signing);
    const wu = await keyring.unlock('p3', passwords.p3);
    expect([wu.vaultKey, wu.officeKey]).toEqual([null, officeKeyOf(next)]);
    expect((await keyring.recover(code, 'p2', 'li-si-anew')).vaultKey).toEqual(next);
    const settled = await createKeyring(folder, CHEAP).settle(keys, record);
    expect(settled.findings).toEqual([]);
    expect(settled.record.epoch).toBe(record.epoch + 1);
  });

  it('keeps the one before until everything is under it', async () => {
    const { folder, keyring, keys } = await office();
    await keyring.removePerson(keys, 'p2', FIRST);
    const former = bytes(keys.vaultKey);
    await keyring.beginKeyChange(keys, null, newKeys());
    expect(await keyring.keyChange(keys)).toEqual({ since: null, people: [], letter: false, isUnderWay: true });
    // As the next log-in finds it, of anybody.
    const again = createKeyring(folder, CHEAP);
    const theirs = await opened(again, 'p4');
    expect(bytes((await again.formerVaultKey(theirs)) ?? new Uint8Array())).toEqual(former);
    await again.endKeyChange(theirs);
    expect(await again.formerVaultKey(theirs)).toBeNull();
  });

  it('is in both files before anything is put under it, wherever writing them was cut off', async () => {
    const { folder, keyring, keys } = await office();
    const [, copy = ''] = filesIn(folder);
    await keyring.beginKeyChange(keys, null, newKeys());
    expect(filesIn(folder)[1]).toBe(copy);
    const again = createKeyring(folder, CHEAP);
    const theirs = await opened(again, 'p2');
    expect(theirs.vaultKey).toEqual(keys.vaultKey);
    await again.formerVaultKey(theirs);
    const [first, second] = filesIn(folder);
    expect(second).toBe(first);
    expect((await again.settle(theirs, null)).findings).toEqual([]);
  });

  it('is not sealed to who left, though the keyring from before was put back', async () => {
    const { folder, keyring, keys } = await office();
    await keyring.removePerson(keys, 'p2', FIRST);
    const between = filesIn(folder);
    await keyring.removePerson(keys, 'p4', LATER);
    const record = recordIn(folder);
    putBack(folder, between);
    const again = createKeyring(folder, CHEAP);
    await changed({ keyring: again, keys: (await opened(again, 'p1')) as Office['keys'] }, record);
    expect((await again.people()).map(({ id }) => id)).toEqual(['p1', 'p3']);
    expect(await faultOf(again.unlock('p4', passwords.p4))).toEqual({ code: 'unknown-person' });
  });

  it('is told when one file is of the epoch before; of both the old key opens nothing of the new', async () => {
    const at = await office();
    const { folder, keys } = at;
    const [before = '', copy = ''] = filesIn(folder);
    const former = bytes(keys.vaultKey);
    await changed(at);
    const record = recordIn(folder);
    const after = filesIn(folder);
    putBack(folder, [after[0] ?? '', copy]);
    const [main, second] = KEYRING_NAMES;
    expect((await createKeyring(folder, CHEAP).settle(keys, record)).findings).toEqual([
      { kind: 'file', name: second, what: 'older' },
    ]);
    putBack(folder, [before, after[1] ?? '']);
    const again = createKeyring(folder, CHEAP);
    expect((await opened(again, 'p2')).vaultKey).toEqual(keys.vaultKey);
    expect((await again.settle(keys, record)).findings).toEqual([{ kind: 'file', name: main, what: 'older' }]);
    putBack(folder, [before, copy]);
    expect(bytes((await opened(createKeyring(folder, CHEAP), 'p2')).vaultKey)).toEqual(former);
  });

  it('can be changed again and again', async () => {
    const at = await office();
    for (let epoch = 2; epoch < 5; epoch += 1) {
      const next = await changed(at);
      expect((await opened(at.keyring, 'p2')).vaultKey).toEqual(next);
      expect(recordIn(at.folder).epoch).toBe(epoch);
    }
  });

  it('can be that of a keyring of format 3', async () => {
    const folder = scratchFolder();
    const former = join(import.meta.dirname, 'format-3');
    for (const name of KEYRING_NAMES) copyFileSync(join(former, 'keyring.json'), join(folder, name));
    const { people, code, vaultKey } = JSON.parse(readFileSync(join(former, 'secrets.json'), 'utf8')) as {
      people: Record<string, string>;
      code: string;
      vaultKey: string;
    };
    const keyring = createKeyring(folder, CHEAP);
    const keys = contentKeysOf(await keyring.unlock('p1', people['p1'] ?? ''));
    expect(Buffer.from(keys.vaultKey).toString('base64')).toBe(vaultKey);
    expect(await keyring.settle(keys, null)).toMatchObject({ findings: [], mended: false });
    const keysOfNext = newKeys();
    const next = keysOfNext.vaultKey;
    await keyring.beginKeyChange(keys, null, keysOfNext);
    for (const [id, password] of Object.entries(people))
      expect((await keyring.unlock(id, password)).vaultKey).toEqual(next);
    expect((await keyring.recover(code, 'p2', 'li-si-anew')).vaultKey).toEqual(next);
  });
});
