import { writeFile } from 'node:fs/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import type { Client } from '../../../../main/app/client.ts';
import { databaseFile } from '../../../../main/app/session/profile-files.ts';
import { createKeyring } from '../../../../main/platform/vault/keyring.ts';
import { newVaultKey, officeKeyOf } from '../../../../main/platform/vault/keys.ts';
import { contentKeysOf } from '../../../../main/platform/vault/unlocked-keys.ts';
import { readSample, samplePassword } from '../../../../main/sample/sample.ts';
import type { Role } from '../../../../shared/template/template.ts';
import { confirmedBy } from '../../../support/confirmed.ts';
import { type Office, officeAt, openOffice, refusalOf } from '../../../support/office.ts';
import { copyProfile, resourcesDir } from '../../../support/office-profile.ts';
import { openWorkstation } from '../../../support/open-workstation.ts';
import { tempDir } from '../../../support/temp-dir.ts';
import { tamper } from '../../faults/support.ts';

const draft = { unitId: null, certNo: '', certFrom: '', certTo: '' };
const readsOf = async ({ client }: Office): Promise<string | undefined> =>
  (await client.session.state()).operator?.reads;

async function backedUp({ client, ended }: Office, folder: string): Promise<void> {
  const { ticket } = await client.desktop.typedFolder({ folder });
  const job = await ended((await client.backup.start({ folderTicket: ticket })).id);
  expect(job).toMatchObject({ state: 'done', step: '全部备份，并已逐份读回比对', faults: [] });
}

/** Restores the newest backup of a folder on an empty machine, as the person named. */
async function restored(folder: string, name: string): Promise<{ client: Client; faults: string[] }> {
  const dir = await tempDir();
  const { workstation, client } = await openWorkstation(dir, () => new Date('2026-06-20T09:00:00+08:00'));
  onTestFinished(() => workstation.close());
  const [snapshot] = await client.restore.find({ folder });
  const personId = snapshot?.people.find((person) => person.name === name)?.personId ?? '';
  await client.restore.run({ folder, snapshotId: snapshot?.id ?? '', personId, password: samplePassword });
  for (;;) {
    const { state, faults } = await client.restore.progress();
    if (state !== 'restoring') return { client, faults };
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe('who holds the office key alone', () => {
  test('keeps people, units and settings with a second person, and reads the office’s own record', async () => {
    await using office = await officeAt('begun', '吴管理');
    const { client } = office;
    expect(await readsOf(office)).toBe('office');
    const second = await confirmedBy(client);
    await client.staff.add({ ...draft, name: '新来的', roles: ['承办人'], password: samplePassword, ...second });
    await client.staff.addUnit({ name: '新的科室', head: '' });
    await client.formDrafts.put({ key: 'office', value: '{}' });
    expect(await client.formDrafts.list()).toEqual([{ key: 'office', value: '{}' }]);
    const verbs = (await client.supervision.audit({ of: 'office', limit: 10 })).map(({ verb }) => verb);
    expect(verbs).toEqual(expect.arrayContaining(['登记科室', '登记人员', '登录']));
    const job = await office.ended((await client.supervision.verify()).id);
    expect(job).toMatchObject({ state: 'done', step: '全部完好', faults: [] });
    await office.as('新来的');
    expect(await readsOf(office)).toBe('content');
    expect((await client.session.state()).notices).toEqual([]);
  });

  test('needs nothing of the cases: their database may be damaged', async () => {
    await using office = await officeAt('begun');
    await writeFile(databaseFile(office.dir), 'no database');
    await office.as('吴管理');
    expect((await office.client.staff.list()).people).toHaveLength(7);
  });

  test('is told which rows of the office were changed behind the program', async () => {
    await using office = await officeAt('begun');
    await tamper(office.dir, (db) => void db.exec(`update unit set head = '钱生' where name = '法规科'`), 'office');
    await office.as('吴管理');
    const { faults } = await office.ended((await office.client.supervision.verify()).id);
    expect(faults).toEqual([expect.stringMatching(/^科室“法规科”与办理记录不符：.+“负责人”/)]);
  });

  test('makes a backup of everything as it is, which who opens the cases can restore', async () => {
    await using office = await officeAt('filed', '吴管理');
    const folder = await tempDir();
    await backedUp(office, folder);
    office.at('2026-06-11T09:00');
    await backedUp(office, folder);
    await expect(restored(folder, '吴管理')).rejects.toMatchObject({ data: { code: 'not-allowed', article: 42 } });
    const { client, faults } = await restored(folder, '周静');
    expect(faults).toEqual([]);
    expect((await client.session.state()).notices).toEqual([]);
    const verification = await client.supervision.verify();
    await expect
      .poll(async () => (await client.supervision.job({ jobId: verification.id })).step, { timeout: 60_000 })
      .toBe('全部完好');
  });

  test('backs up with it what a crash had left in the WAL', async () => {
    await using office = await officeAt('begun', '李敏');
    await office.client.households.create({ kind: '无照单位', name: '甲小吃店', address: '人民路1号' });
    const crashed = await tempDir();
    await copyProfile(office.dir, crashed);
    await using after = await openOffice(crashed, '2026-03-03T09:00');
    await after.as('吴管理');
    const folder = await tempDir();
    await backedUp(after, folder);
    const { client, faults } = await restored(folder, '李敏');
    expect(faults).toEqual([]);
    expect((await client.households.search({ query: '甲小吃店' })).hits.length).toBe(1);
  });
});

describe('keys follow roles', () => {
  test('the first role that reads cases brings the vault key with the second person’s, the last one going takes it at the next log-in of a holder', async () => {
    await using office = await officeAt('begun', '吴管理');
    const { client } = office;
    const second = await confirmedBy(client);
    const person = { ...draft, name: '兼任者', roles: ['系统管理员' as const] };
    const { personId } = await client.staff.add({ ...person, password: samplePassword, ...second });
    await office.as('兼任者');
    expect(await readsOf(office)).toBe('office');
    await office.as('吴管理');
    const both = { ...person, personId, active: true, roles: ['系统管理员' as const, '承办人' as const] };
    expect(await refusalOf(client.staff.update(both))).toMatchObject({ code: 'second-person' });
    await client.staff.update({ ...both, ...second });
    await office.as('兼任者');
    expect(await readsOf(office)).toBe('content');
    await office.as('吴管理');
    await client.staff.update({ ...person, personId, active: true });
    await office.as('赵强');
    const entries = await client.supervision.audit({ of: 'office', limit: 10 });
    expect(entries.find(({ verb }) => verb === '收回案卷密钥')).toMatchObject({ what: '兼任者', who: '赵强' });
    await office.as('兼任者');
    expect(await readsOf(office)).toBe('office');
  });

  test('the founder keeps it until somebody is there who can agree to new people, whose keys are needed for that', async () => {
    const { workstation, client } = await openWorkstation(await tempDir());
    onTestFinished(() => workstation.close());
    const { office, units, people } = readSample(resourcesDir);
    const [founder] = people;
    if (founder === undefined) throw new Error('the sample has nobody');
    await client.session.setUp({ office, units, person: founder, password: samplePassword });
    const logIn = async (name: string): Promise<string | undefined> => {
      const { people: all } = await client.session.state();
      await client.session.lock();
      const personId = all.find((person) => person.name === name)?.personId ?? '';
      return (await client.session.unlock({ personId, password: samplePassword })).operator?.reads;
    };
    const add = (name: string, role: Role) =>
      client.staff.add({ ...draft, name, roles: [role], password: samplePassword, confirmedBy: null });
    await add('承办甲', '承办人');
    await logIn('承办甲');
    expect(await logIn(founder.name)).toBe('content');
    await add('法规乙', '法规科');
    await logIn('承办甲');
    expect(await logIn(founder.name)).toBe('office');
  });

  test('a role written into the office database behind the program opens nothing', async () => {
    await using office = await officeAt('begun');
    const roles = '["系统管理员","法规科"]';
    await tamper(
      office.dir,
      (db) => void db.exec(`update person set roles = '${roles}' where name = '吴管理'`),
      'office',
    );
    for (const name of ['赵强', '吴管理']) await office.as(name);
    expect(await readsOf(office)).toBe('office');
    expect(await refusalOf(office.client.cases.list({}))).toMatchObject({ code: 'not-allowed' });
  });

  test('who leaves has the key taken with the log-in, and that is on record', async () => {
    await using office = await officeAt('begun', '吴管理');
    const { people } = await office.client.staff.list();
    const li = people.find(({ name }) => name === '李敏') ?? expect.fail('李敏 is not there');
    await office.client.staff.update({ ...li, active: false });
    const [taken] = await office.client.supervision.audit({ of: 'office', limit: 1 });
    expect(taken).toMatchObject({ verb: '收回案卷密钥', what: '李敏' });
  });

  test('while a change of the vault key is under way, who cannot carry it on is told who can', async () => {
    await using office = await officeAt('begun');
    const keyring = createKeyring(office.dir);
    const li = await keyring.unlock(await office.personId('李敏'), samplePassword);
    const vaultKey = newVaultKey();
    await keyring.beginKeyChange(contentKeysOf(li), null, { vaultKey, officeKey: officeKeyOf(vaultKey) });
    const personId = await office.personId('吴管理');
    expect(await refusalOf(office.client.session.unlock({ personId, password: samplePassword }))).toEqual({
      code: 'key-change',
    });
    await office.as('赵强');
    await office.as('吴管理');
    expect(await readsOf(office)).toBe('office');
  });
});
