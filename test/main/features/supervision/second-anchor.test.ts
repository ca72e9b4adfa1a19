import { execFileSync } from 'node:child_process';
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { copyProfile } from '../../../support/office-profile.ts';
import { officeAt, openOffice, refusalOf, type Office } from '../../../support/office.ts';
import { tempDir } from '../../../support/temp-dir.ts';

/** Names a folder of its own as the second place; its one file is the anchor. */
async function nameSecond({ client }: Office): Promise<{ folder: string; file: string }> {
  const folder = await tempDir();
  const { ticket } = await client.desktop.typedFolder({ folder });
  expect(await client.supervision.nameSecondAnchor({ folderTicket: ticket })).toMatchObject({ folder, isThere: true });
  const names = await readdir(folder);
  expect(names).toEqual([expect.stringMatching(/^案卷锚点-[0-9a-f]{8}\.json$/)]);
  return { folder, file: join(folder, names[0] ?? '') };
}

const notices = async ({ client }: Office): Promise<string> => (await client.session.state()).notices.join('');

test('a whole folder put back to an older state is told by the anchor of the second place, and stays on record', async () => {
  await using office = await officeAt('begun', '赵强');
  const { folder } = await nameSecond(office);
  await office.client.session.lock();
  const older = await tempDir();
  await copyProfile(office.dir, older);
  await office.as('李敏');
  await office.client.households.create({ kind: '无照单位', name: '甲小吃店', address: '人民路1号' });
  await office.client.session.lock();
  await office.as('李敏');
  expect(await notices(office)).toBe('');
  await office.client.session.lock();

  await using after = await openOffice(older, '2026-06-10T09:00');
  await after.as('李敏');
  expect(await notices(after)).toMatch(/数据库少了第\d+条至第\d+条共\d+条记录/);
  await after.as('赵强');
  const entries = await after.client.supervision.audit({ limit: 50 });
  expect(entries.filter(({ verb }) => verb === '发现记录缺失')).toHaveLength(1);
  expect(await after.client.supervision.secondAnchor()).toMatchObject({ folder });
});

test('a stick that is not there stops nobody; 法规科 is told, and the next anchor is written when it is back', async () => {
  await using office = await officeAt('begun', '赵强');
  const { folder, file } = await nameSecond(office);
  const first = await readFile(file, 'utf8');
  await rename(folder, `${folder}-away`);
  await office.as('李敏');
  expect(await notices(office)).toBe('');
  await office.as('赵强');
  expect(await notices(office)).toContain(`锚点的第二存放处（${folder}）现在打不开`);
  expect(await office.client.supervision.secondAnchor()).toMatchObject({ isThere: false });
  await rename(`${folder}-away`, folder);
  await office.client.session.lock();
  expect(await readFile(file, 'utf8')).not.toBe(first);
  await office.as('赵强');
  expect(await notices(office)).toBe('');
});

test.skipIf(process.platform === 'win32')(
  'a share that does not answer keeps neither the log-in nor the lock',
  async () => {
    await using office = await officeAt('begun', '赵强');
    const { folder, file } = await nameSecond(office);
    await office.client.session.lock();
    await rm(file);
    // Who reads from it waits for somebody who writes.
    execFileSync('mkfifo', [file]);
    await office.as('赵强');
    expect(await notices(office)).toContain(`锚点的第二存放处（${folder}）现在打不开`);
    await office.client.session.lock();
    await office.as('李敏');
    expect(await notices(office)).toBe('');
  },
);

test('a forged, a removed and another machine’s anchor are told as what they are', async () => {
  await using office = await officeAt('begun', '赵强');
  const { folder, file } = await nameSecond(office);
  await office.client.session.lock();
  const kept = await readFile(file, 'utf8');
  await writeFile(
    file,
    kept.replace(/"seq":(\d+)/, (_, seq) => `"seq":${Number(seq) - 1}`),
  );
  await office.as('李敏');
  expect(await notices(office)).toContain(`第二存放处（${folder}）的锚点文件被改动过`);
  await office.client.session.lock();
  await rm(file);
  await writeFile(join(folder, '案卷锚点-00000000.json'), kept);
  await office.as('李敏');
  expect(await notices(office)).toContain(`第二存放处（${folder}）的锚点文件不见了`);
});

test('only 法规科 names it and gives it up; a folder that cannot be written is refused', async () => {
  await using office = await officeAt('begun', '李敏');
  const { client } = office;
  const folder = await tempDir();
  const { ticket } = await client.desktop.typedFolder({ folder });
  expect(await refusalOf(client.supervision.nameSecondAnchor({ folderTicket: ticket }))).toMatchObject({
    code: 'not-allowed',
  });
  await office.as('赵强');
  const named = await nameSecond(office);
  await rm(folder, { recursive: true });
  expect(await refusalOf(client.supervision.nameSecondAnchor({ folderTicket: ticket }))).toMatchObject({
    code: 'folder',
    why: 'missing',
  });
  await mkdir(folder);
  expect(await client.supervision.secondAnchor()).toMatchObject({ folder: named.folder });
  expect(await client.supervision.dropSecondAnchor()).toBeNull();
  expect(await client.supervision.secondAnchor()).toBeNull();
  const [last] = await client.supervision.audit({ limit: 1 });
  expect(last).toMatchObject({ verb: '停用锚点第二存放处', what: named.folder });
});
