import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { samplePassword } from '../../../../main/sample/sample.ts';
import { officeAt, openOffice } from '../../../support/office.ts';
import { copyProfile } from '../../../support/office-profile.ts';
import { tempDir } from '../../../support/temp-dir.ts';

test.each([
  { what: '案卷库', names: ['database.db', 'anchor.json'] },
  { what: '机关库', names: ['office.db', 'office-anchor.json'] },
])('$what put back together with its anchor is told by the other database', async ({ what, names }) => {
  await using office = await officeAt('begun', '李敏');
  await office.client.session.lock();
  const older = await tempDir();
  await copyProfile(office.dir, older);
  await office.as('李敏');
  await office.client.session.lock();
  const mixed = await tempDir();
  await copyProfile(office.dir, mixed);
  for (const name of names) await cp(join(older, name), join(mixed, name));
  await using after = await openOffice(mixed, '2026-06-10T09:00');
  await after.as('王建国');
  const { notices } = await after.client.session.state();
  expect(notices.join('')).toMatch(new RegExp(`^${what}的第\\d+条记录与.+记下的不符`));
  await after.as('周静');
  expect((await after.client.session.state()).notices).toEqual([]);
});

test('both put back with their anchors are told by a keyring that was changed since', async () => {
  await using office = await officeAt('begun', '李敏');
  await office.client.session.lock();
  const older = await tempDir();
  await copyProfile(office.dir, older);
  await office.as('李敏');
  await office.client.session.changePassword({ old: samplePassword, new: `${samplePassword}-gai` });
  await office.client.session.lock();
  for (const name of ['keyring.json', 'keyring.copy.json']) await cp(join(office.dir, name), join(older, name));
  await using after = await openOffice(older, '2026-06-10T09:00');
  await after.as('王建国');
  expect((await after.client.session.state()).notices).toEqual([
    expect.stringMatching(/^密钥文件改过，数据库里没有记下/),
  ]);
  await after.as('周静');
  expect((await after.client.session.state()).notices).toEqual([]);
});
