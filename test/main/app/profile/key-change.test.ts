import { copyFile, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 as newId } from 'uuid';
import { expect, test } from 'vitest';
import { plain } from '../../../../shared/contract/sentences.ts';
import { readSample, samplePassword } from '../../../../main/sample/sample.ts';
import { isVaultFault } from '../../../../main/platform/vault/errors.ts';
import { createKeyring } from '../../../../main/platform/vault/keyring.ts';
import { KEYRING_NAMES } from '../../../../main/platform/vault/keyring-pair.ts';
import { deriveKey, newVaultKey, officeKeyOf, type VaultKey } from '../../../../main/platform/vault/keys.ts';
import { openSealedFile } from '../../../../main/platform/vault/sealed-file.ts';
import { contentKeysOf } from '../../../../main/platform/vault/unlocked-keys.ts';
import { confirmedBy } from '../../../support/confirmed.ts';
import { databasesOpenedBy } from '../../../support/databases-opened.ts';
import { type Office, openOffice, refusalOf } from '../../../support/office.ts';
import { copyOfStage, resourcesDir, type Stage } from '../../../support/office-profile.ts';
import { openWorkstation } from '../../../support/open-workstation.ts';
import { tempDir } from '../../../support/temp-dir.ts';
import { tamper, vaultKeyOf } from '../../faults/support.ts';
import { filesIn } from '../../platform/vault/support.ts';
import { textOf } from '../../platform/print/support.ts';

/** In a program of its own: the keyring that another test has left in memory would be that of the same vault. */
async function officeOf(stage: Stage): Promise<Office> {
  const office = await openOffice(await copyOfStage(stage), '2026-06-10T09:00');
  await office.as('吴管理');
  return office;
}

/** 李敏 leaves, as 吴管理 enters it. */
async function leaves(office: Office, name = '李敏'): Promise<void> {
  await office.as('吴管理');
  const person = (await office.client.staff.list()).people.find((each) => each.name === name);
  if (!person) throw new Error(`nobody is called ${name}`);
  const second = await confirmedBy(office.client);
  await office.client.staff.update({ ...person, active: false, ...second });
}

const copyKeyring = async (from: string, to: string): Promise<void> => {
  for (const name of KEYRING_NAMES) await copyFile(join(from, name), join(to, name));
};
const vaultFiles = (dir: string): string[] => filesIn(join(dir, 'vault'));

/** How many sealed files of the profile the key opens. */
async function openedBy(dir: string, vaultKey: VaultKey): Promise<number> {
  const filesKey = deriveKey(vaultKey, 'files');
  const opened = await Promise.all(
    vaultFiles(dir).map((path) =>
      openSealedFile(path, filesKey).then(
        async (reader) => {
          await reader.close();
          return 1;
        },
        (error: unknown) => {
          expect(isVaultFault(error, 'damaged')).toBe(true);
          return 0;
        },
      ),
    ),
  );
  return opened.reduce<number>((sum, one) => sum + one, 0);
}

const noticesOf = async ({ client }: Pick<Office, 'client'>): Promise<string> =>
  (await client.session.state()).notices.join('');

/** The entries of the chain that a key was changed. */
async function changesOf({ client }: Office): Promise<string[]> {
  const entries = await client.supervision.audit({ of: 'office', limit: 500 });
  return entries.filter(({ verb }) => verb === '更换密钥').map(({ what }) => what);
}

test('who leaves is out at the next log-in: the old key opens neither database nor an old or a new file', async () => {
  await using office = await officeOf('filed');
  const { client, dir } = office;
  const before = await tempDir();
  await copyKeyring(dir, before);
  const former = await vaultKeyOf(dir);
  expect((await client.staff.list()).keyChange).toBeNull();
  await leaves(office);
  expect((await client.staff.list()).keyChange).toEqual({
    since: '2026-06-10T01:00:00.000Z',
    people: [],
    letter: false,
  });

  await office.as('王建国');
  expect(await noticesOf(office)).toContain('案卷库的密钥已经更换');
  expect((await client.session.state()).keyChange).toBeNull();
  expect((await client.staff.list()).keyChange).toBeNull();
  // Everything old is there, and something new comes.
  const exhibit = (await office.caseFile()).exhibits[0];
  const answer = await office.get(`/exhibits/${exhibit?.id}`);
  expect([answer.status, (await answer.arrayBuffer()).byteLength]).toEqual([200, exhibit?.bytes]);
  await office.as('赵强');
  expect(await noticesOf(office)).toBe('');
  expect(await office.ended((await client.supervision.verify()).id)).toMatchObject({ state: 'done', faults: [] });
  expect(await changesOf(office)).toEqual(['第2次更换', '第1次更换']);
  for (const name of ['王建国', '张丽', '赵强', '孙伟', '吴管理']) await office.as(name);
  await client.session.lock();

  const vaultKey = await vaultKeyOf(dir);
  expect(databasesOpenedBy(dir, vaultKey)).toEqual(['content', 'office']);
  expect(databasesOpenedBy(dir, former)).toEqual([]);
  expect([await openedBy(dir, former), await openedBy(dir, vaultKey)]).toEqual([0, vaultFiles(dir).length]);

  const now = await tempDir();
  await copyKeyring(dir, now);
  await copyKeyring(before, dir);
  const left = (await client.session.state()).people.find(({ name }) => name === '李敏');
  const refusal = await refusalOf(client.session.unlock({ personId: left?.personId ?? '', password: samplePassword }));
  expect(refusal).toEqual({ code: 'profile-damaged', what: 'keyring-former' });
  expect(plain(refusal)).toContain('更换密钥以前的旧文件');
  await copyKeyring(now, dir);
  await office.as('王建国');
  expect(await noticesOf(office)).toBe('');
});

test('the key is changed again for the next who leaves', async () => {
  await using office = await officeOf('begun');
  for (const [index, name] of ['李敏', '孙伟'].entries()) {
    const former = await vaultKeyOf(office.dir);
    await leaves(office, name);
    await office.as('赵强');
    await office.client.session.lock();
    expect(databasesOpenedBy(office.dir, former)).toEqual([]);
    await office.as('赵强');
    expect(await changesOf(office)).toHaveLength(index + 2);
  }
});

test('an entry that a kill left behind is withdrawn, and the key changed for it', async () => {
  await using office = await officeOf('begun');
  await tamper(office.dir, (db) => db.prepare("update person set active = 0 where name = '李敏'").run(), 'office');
  await office.as('王建国');
  expect((await office.client.session.state()).people.map(({ name }) => name)).not.toContain('李敏');
  expect((await office.client.staff.list()).keyChange).toMatchObject({ people: [] });
  await office.as('王建国');
  expect(await noticesOf(office)).toContain('案卷库的密钥已经更换');
});

test('nobody is locked out by a change: it waits, and names who keeps it from being made', async () => {
  await using office = await officeOf('begun');
  const keyring = createKeyring(office.dir, { memoryKiB: 8 * 1024, passes: 1, lanes: 1 });
  const keys = contentKeysOf(await keyring.unlock(await office.personId('王建国'), samplePassword));
  // Let in by somebody who has not had the vault key.
  const pretended = { ...keys, vaultKey: newVaultKey() };
  await keyring.addPerson(pretended, { id: newId(), name: '无名', reads: 'office' }, samplePassword);
  await keyring.removePerson(keys, await office.personId('李敏'), '2026-03-01T16:30:00.000Z');
  await office.as('王建国');
  const due = { since: '2026-03-01T16:30:00.000Z', people: ['无名'], letter: false };
  expect((await office.client.staff.list()).keyChange).toEqual(due);
  expect(await noticesOf(office)).toMatch(/2026年3月2日有人离开，案卷库的密钥应当更换，现在还换不了：无名/);
  expect(databasesOpenedBy(office.dir, keys.vaultKey)).toEqual(['content', 'office']);
});

test('the recovery letter opens before and after a change, and a log-in with new keys of its own leaves it to the next one', async () => {
  const { office, units, people } = readSample(resourcesDir);
  const [person] = people;
  if (!person) throw new Error('the sample has nobody');
  const dir = await tempDir();
  const { workstation, client } = await openWorkstation(dir, () => new Date('2026-03-02T09:00:00+08:00'));
  const { state, recoveryLetter } = await client.session.setUp({ office, units, person, password: samplePassword });
  const personId = state.operator?.personId ?? '';
  const print = await workstation.fetch(new Request(`http://workstation/prints/${recoveryLetter}`));
  const code = /(?:[0-9A-Z]{5}){9}/.exec(textOf(new Uint8Array(await print.arrayBuffer())))?.[0] ?? '';
  const draft = { roles: ['窗口' as const], unitId: null, certNo: '', certFrom: '', certTo: '' };
  const added = await client.staff.add({ ...draft, name: '要走的', password: samplePassword });
  await client.staff.update({ ...draft, name: '要走的', personId: added.personId, active: false });
  await client.session.lock();

  expect((await client.session.recover({ code, personId, password: 'xinde-mima-1' })).notices).toEqual([]);
  expect((await client.staff.list()).keyChange).not.toBeNull();
  await client.session.lock();
  const { notices } = await client.session.unlock({ personId, password: 'xinde-mima-1' });
  expect(notices.join('')).toContain('案卷库的密钥已经更换');
  await client.session.lock();
  expect(await client.session.recover({ code, personId, password: 'xinde-mima-2' })).toMatchObject({ profile: 'open' });
  await client.session.lock();
  await client.session.unlock({ personId, password: 'xinde-mima-2' });
  await workstation.close();
});

test('a backup from before opens by itself with the passwords of its day, and a new one begins in a folder of its own', async () => {
  await using office = await officeOf('filed');
  const folder = await tempDir();
  const { ticket } = await office.client.desktop.typedFolder({ folder });
  await office.ended((await office.client.backup.start({ folderTicket: ticket })).id);
  await leaves(office);
  office.at('2026-06-11T09:00');
  await office.as('吴管理');
  const again = await office.client.desktop.typedFolder({ folder });
  const job = await office.ended((await office.client.backup.start({ folderTicket: again.ticket })).id);
  expect(job).toMatchObject({ state: 'done', faults: [] });

  const machine = await openWorkstation(await tempDir());
  const found = await machine.client.restore.find({ folder });
  expect(found.map(({ people }) => people.some(({ name }) => name === '李敏'))).toEqual([false, true]);
  for (const { id, people } of found) {
    const personId = people.find(({ name }) => name === '王建国')?.personId ?? '';
    await machine.client.restore.rehearse({ folder, snapshotId: id, personId, password: samplePassword });
    await expect
      .poll(async () => (await machine.client.restore.progress()).state, { timeout: 20_000 })
      .not.toBe('rehearsing');
    expect(await machine.client.restore.progress()).toMatchObject({ state: 'rehearsed', faults: [] });
  }
  await machine.workstation.close();
});

test('who holds no vault key waits for a change that was cut off, and is not told of damage', async () => {
  await using office = await officeOf('begun');
  await office.client.session.lock();
  const keyring = createKeyring(office.dir, { memoryKiB: 8 * 1024, passes: 1, lanes: 1 });
  const keys = contentKeysOf(await keyring.unlock(await office.personId('王建国'), samplePassword));
  const next = newVaultKey();
  await keyring.beginKeyChange(keys, null, { vaultKey: next, officeKey: officeKeyOf(next) });
  expect(await refusalOf(office.as('吴管理'))).toEqual({ code: 'key-change' });
  await office.as('王建国');
  await office.as('吴管理');
});

test('the error log stays readable', async () => {
  await using office = await officeOf('begun');
  const { id } = await office.client.desktop.reportFault({
    kind: 'TypeError',
    code: null,
    places: ['renderer/app/app.tsx:1:1'],
  });
  await leaves(office);
  await office.as('吴管理');
  const faults = await office.client.supervision.faults({});
  expect(faults.map((fault) => fault.id)).toContain(id);
  expect(await readFile(join(office.dir, 'error-log', 'public-key'), 'latin1')).toMatch(/^[0-9a-f]{64}\n$/);
});
