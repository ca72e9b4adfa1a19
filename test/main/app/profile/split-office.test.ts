import { copyFile, cp, readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { splitOffice } from '../../../../main/app/profile/split-office.ts';
import { createKeyring } from '../../../../main/platform/vault/keyring.ts';
import { samplePassword } from '../../../../main/sample/sample.ts';
import { joinOffice } from '../../../support/former-profile.ts';
import { type Office, officeAt, openOffice, refusalOf } from '../../../support/office.ts';
import { copyOfStage } from '../../../support/office-profile.ts';
import { tempDir } from '../../../support/temp-dir.ts';
import { tamper } from '../../faults/support.ts';

const MOMENT = '2026-06-12T10:00';

/** The sample office as it was before it had an office database. */
async function formerFolder(): Promise<string> {
  const dir = await copyOfStage('filed');
  await joinOffice(dir);
  return dir;
}

const verified = async (office: Office): Promise<string[]> =>
  (await office.ended((await office.client.supervision.verify()).id)).faults;

const tablesOf = async (dir: string, which?: 'office'): Promise<string[]> => {
  let names: string[] = [];
  await tamper(
    dir,
    (db) => {
      const tables = db.prepare(`select name from sqlite_master where type = 'table'`).all() as { name: string }[];
      names = tables.map(({ name }) => name);
    },
    which,
  );
  return names;
};

/** Everybody is there, nothing is told, and 验证 finds nothing. */
async function expectWhole(office: Office): Promise<void> {
  await office.as('赵强');
  const { client } = office;
  expect((await client.session.state()).notices).toEqual([]);
  expect((await client.staff.list()).people).toHaveLength(7);
  expect((await client.staff.office()).office.name).toContain('人力资源和社会保障局');
  expect((await office.caseFile()).officers).toHaveLength(7);
  expect(await verified(office)).toEqual([]);
  for (const name of ['王建国', '吴管理']) {
    await office.as(name);
    expect((await client.session.state()).notices).toEqual([]);
  }
}

describe('a profile of one database', () => {
  test('gets an office database at the next log-in, with all people, units and settings, and a chain that begins with them', async () => {
    const dir = await formerFolder();
    await using office = await openOffice(dir, MOMENT);
    await expectWhole(office);
    const first = (await office.client.supervision.audit({ of: 'office', limit: 500 })).at(-1);
    expect(first).toMatchObject({ seq: 1, verb: '设立机关库', who: '赵强', signed: true });
    await office.client.session.lock();
    expect((await tablesOf(dir)).filter((name) => ['person', 'unit'].includes(name))).toEqual([]);
    await tamper(dir, (db) => expect(db.prepare('select key from setting').all()).toEqual([]));
    expect(await tablesOf(dir, 'office')).toEqual(expect.arrayContaining(['person', 'unit', 'setting']));
  });

  test('that was cut off while it was split is split by the next log-in, and nothing is lost', async () => {
    const former = await formerFolder();
    const whole = await tempDir();
    await cp(former, whole, { recursive: true });
    const keyring = createKeyring(whole);
    const wang = (await keyring.people()).find(({ name }) => name === '王建国');
    const keys = await keyring.unlock(wang?.id ?? '', samplePassword);
    await splitOffice(whole, keys, () => new Date('2026-06-12T10:00:00+08:00'));
    const cuts: ((dir: string) => Promise<void>)[] = [
      (dir) => writeFile(join(dir, 'office.db.new'), 'half'),
      (dir) => copyFile(join(whole, 'office.db'), join(dir, 'office.db.new')),
      (dir) => copyFile(join(whole, 'office-anchor.json'), join(dir, 'office-anchor.json')),
      // In its place, with the tables still among the cases.
      async (dir) => {
        for (const name of ['office.db', 'office-anchor.json', 'keyring.json', 'keyring.copy.json'])
          await copyFile(join(whole, name), join(dir, name));
      },
    ];
    for (const cut of cuts) {
      const dir = await tempDir();
      await cp(former, dir, { recursive: true });
      await cut(dir);
      await using office = await openOffice(dir, MOMENT);
      await expectWhole(office);
      expect((await readdir(dir)).filter((name) => name.startsWith('office.db.new'))).toEqual([]);
    }
  });

  test('of which a row had been changed behind the program: it stays told', async () => {
    const dir = await formerFolder();
    await tamper(dir, (db) => void db.exec(`update person set "certTo" = '2035-01-01' where name = '李敏'`));
    await using office = await openOffice(dir, MOMENT);
    await office.as('赵强');
    expect(await verified(office)).toEqual([
      expect.stringMatching(/^机关库：人员“李敏”在第\d+条记录以前绕过程序改动过/),
    ]);
  });
});

describe('the office database', () => {
  test('that is gone is damage, and no fresh start', async () => {
    await using office = await officeAt('begun');
    await rm(join(office.dir, 'office.db'));
    const personId = await office.personId('王建国');
    expect(await refusalOf(office.client.session.unlock({ personId, password: samplePassword }))).toEqual({
      code: 'profile-damaged',
      what: 'database',
    });
  });

  test('put back to an older one with its anchor is told by the chain of the cases', async () => {
    await using office = await officeAt('begun', '吴管理');
    const older = await tempDir();
    await office.client.session.lock();
    const files = ['office.db', 'office-anchor.json'];
    for (const name of files) await copyFile(join(office.dir, name), join(older, name));
    await office.as('吴管理');
    await office.client.staff.addUnit({ name: '新的科室', head: '' });
    await office.as('王建国');
    await office.client.session.lock();
    for (const name of files) await copyFile(join(older, name), join(office.dir, name));
    await office.as('赵强');
    const told = /机关库的第\d+条记录与案卷库里记下的不符/;
    expect((await office.client.session.state()).notices.join('')).toMatch(told);
    expect((await verified(office)).join('')).toMatch(told);
    const entries = await office.client.supervision.audit({ limit: 20 });
    expect(entries.find(({ verb }) => verb === '发现记录缺失')?.what).toMatch(told);
  });
});
