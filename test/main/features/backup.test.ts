import { cp, mkdir, readdir, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { RestoreProgress } from '../../../shared/contract/backup.ts';
import type { Job } from '../../../shared/contract/supervision.ts';
import type { Client } from '../../../main/app/client.ts';
import { samplePassword } from '../../../main/sample/sample.ts';
import { flipByte } from '../../support/flip-byte.ts';
import { officeAt, type Office, refusalOf } from '../../support/office.ts';
import { openWorkstation } from '../../support/open-workstation.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { sealedFile } from '../faults/support.ts';
import { send } from './evidence/support.ts';

async function backedUp(office: Office, folder: string): Promise<Job> {
  const { ticket } = await office.client.desktop.typedFolder({ folder });
  return office.ended((await office.client.backup.start({ folderTicket: ticket })).id);
}

/** A workstation on an empty machine. */
async function newMachine(): Promise<{ client: Client; dir: string }> {
  const dir = await tempDir();
  const { workstation, client } = await openWorkstation(dir, () => new Date('2026-06-20T09:00:00+08:00'));
  onTestFinished(() => workstation.close());
  return { client, dir };
}

async function ended(client: Client): Promise<RestoreProgress> {
  for (;;) {
    const progress = await client.restore.progress();
    if (!['rehearsing', 'restoring'].includes(progress.state)) return progress;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The newest state in the folder, as 王建国 would restore it. */
async function chosenIn(client: Client, folder: string, password = samplePassword) {
  const [snapshot] = await client.restore.find({ folder });
  const personId = snapshot?.people.find(({ name }) => name === '王建国')?.personId ?? '';
  return { folder, snapshotId: snapshot?.id ?? '', personId, password };
}

const rootOf = async (folder: string): Promise<string> => join(folder, (await readdir(folder))[0] ?? '');

test('a backup moves the office to another machine, whole, after a rehearsal', async () => {
  await using office = await officeAt('filed', '周静');
  const folder = await tempDir();
  expect((await office.client.session.state()).withoutBackupSince).toMatch(/^2026-03-01/);
  const job = await backedUp(office, folder);
  expect(job).toMatchObject({ state: 'done', step: '全部备份，并已读回核对', faults: [] });
  const { backup } = await office.client.backup.last();
  expect(backup).toMatchObject({ madeAt: '2026-06-10T01:00:00.000Z', folder });
  expect((await office.client.session.state()).withoutBackupSince).toBe(backup?.madeAt);
  const before = await office.caseFile();

  const { client } = await newMachine();
  const chosen = await chosenIn(client, folder);
  expect((await client.restore.find({ folder }))[0]).toMatchObject({
    madeAt: backup?.madeAt,
    anchor: backup?.anchor,
    files: backup?.files,
  });
  await client.restore.rehearse(chosen);
  expect(await ended(client)).toMatchObject({ state: 'rehearsed', step: '预演完成', faults: [] });
  expect((await client.session.state()).profile).toBe('none');
  await client.restore.run(chosen);
  expect(await ended(client)).toMatchObject({ state: 'restored', faults: [] });
  const state = await client.session.state();
  expect(state).toMatchObject({ profile: 'open', notices: [], operator: { name: '王建国' } });
  const [item] = await client.cases.list({});
  const { file } = await client.cases.open({ caseId: item?.id ?? '' });
  expect(file.papers).toEqual(before.papers);
  expect(file.exhibits).toEqual(before.exhibits);
  await client.session.lock();
  await client.session.unlock({
    personId: state.people.find(({ name }) => name === '周静')?.personId ?? '',
    password: samplePassword,
  });
  const verification = await client.supervision.verify();
  await expect
    .poll(async () => (await client.supervision.job({ jobId: verification.id })).step, { timeout: 60_000 })
    .toBe('全部完好');
});

test('the next backup copies only what is new, and keeps the states of before', async () => {
  await using office = await officeAt('begun', '李敏');
  const folder = await tempDir();
  await office.as('周静');
  await backedUp(office, folder);
  const root = await rootOf(folder);
  const known = await sealedIn(root);
  await office.as('李敏');
  await send(office, { fileName: '新的.txt', content: Buffer.from('新的内容') });
  office.at('2026-03-03T09:00');
  await office.as('周静');
  await backedUp(office, folder);
  const now = await sealedIn(root);
  expect(now.size).toBe(known.size + 1);
  for (const [name, changed] of known) expect(now.get(name)).toBe(changed);
  expect(await readdir(join(root, 'snapshots'))).toHaveLength(2);
});

test('what is damaged in the vault is named, and does not hold up the rest', async () => {
  await using office = await officeAt('filed', '周静');
  const folder = await tempDir();
  const film = await office.exhibit('现场检查录像（节选）');
  await flipByte(sealedFile(office.dir, film.sha256), 150_000);
  const job = await backedUp(office, folder);
  expect(job.faults).toEqual([
    expect.stringMatching(
      new RegExp(`^有一份材料没有备份：第\\d+至\\d+字节被改动或损坏（编号 ${film.sha256.slice(0, 12)}）`),
    ),
  ]);
  expect(job).toMatchObject({ state: 'done', step: '有1份材料没有备份' });
});

test('a rehearsal names what a backup has lost, and a restore brings back the rest', async () => {
  await using office = await officeAt('filed', '周静');
  const folder = await tempDir();
  await backedUp(office, folder);
  const root = await rootOf(folder);
  const film = await office.exhibit('现场检查录像（节选）');
  await truncate(sealedFile(root, film.sha256), 100);
  const { client } = await newMachine();
  const chosen = await chosenIn(client, folder);
  for (const act of ['rehearse', 'run'] as const) {
    await client.restore[act](chosen);
    expect((await ended(client)).faults).toEqual([expect.stringMatching(/^有一份材料恢复不了：备份里的/)]);
  }
  expect((await client.session.state()).profile).toBe('open');
});

test('a database of the backup that was changed is refused, and nothing comes into the place', async () => {
  await using office = await officeAt('begun', '周静');
  const folder = await tempDir();
  await backedUp(office, folder);
  const [snapshot] = await readdir(join(await rootOf(folder), 'snapshots'));
  await flipByte(join(await rootOf(folder), 'snapshots', snapshot ?? '', 'database.db'), 60_000);
  const { client, dir } = await newMachine();
  const chosen = await chosenIn(client, folder);
  const refusal = await refusalOf(client.restore.run(chosen)).catch(() => null);
  if (refusal === null) expect((await ended(client)).state).toBe('failed');
  expect(await readdir(dir)).not.toContain('keyring.json');
});

test('only where nobody can log in, and only with a password of the backup', async () => {
  await using office = await officeAt('begun', '周静');
  const folder = await tempDir();
  await backedUp(office, folder);
  const { client } = await newMachine();
  const chosen = await chosenIn(client, folder, '不是这个密码');
  expect(await refusalOf(client.restore.run(chosen))).toEqual({ code: 'wrong-password', waitSeconds: 0 });
  await office.client.session.lock();
  expect(await refusalOf(office.client.restore.find({ folder }))).toEqual({ code: 'profile-exists' });
  expect(await refusalOf(office.client.restore.run({ ...chosen, password: samplePassword }))).toEqual({
    code: 'profile-exists',
  });
});

test('over a damaged profile what was there is kept beside it', async () => {
  await using office = await officeAt('begun', '周静');
  const folder = await tempDir();
  await backedUp(office, folder);
  await office.client.session.lock();
  await truncate(join(office.dir, 'database.db'), 4096 * 3);
  const personId = await office.personId('王建国');
  expect(await refusalOf(office.client.session.unlock({ personId, password: samplePassword }))).toMatchObject({
    code: 'profile-damaged',
  });
  await office.client.restore.run(await chosenIn(office.client, folder));
  expect(await ended(office.client)).toMatchObject({ state: 'restored', faults: [] });
  const [kept] = (await readdir(office.dir)).filter((name) => name.startsWith('before-restore-'));
  expect((await stat(join(office.dir, kept ?? '', 'database.db'))).size).toBe(4096 * 3);
  expect((await office.caseFile()).case.id).not.toBe('');
});

test('a restore that was cut off while it took its place is finished by the next start', async () => {
  await using office = await officeAt('begun', '周静');
  const folder = await tempDir();
  await backedUp(office, folder);
  const { client, dir } = await newMachine();
  await client.restore.run(await chosenIn(client, folder));
  await ended(client);
  await client.session.lock();
  const restored = [
    'database.db',
    'office.db',
    'anchor.json',
    'office-anchor.json',
    'keyring.copy.json',
    'keyring.json',
  ];
  // As it is after a kill at each point: some parts in their place, the others still prepared.
  for (const inPlace of [
    [],
    ['database.db'],
    ['database.db', 'office.db'],
    ['database.db', 'office.db', 'anchor.json', 'office-anchor.json'],
    ['database.db', 'office.db', 'anchor.json', 'office-anchor.json', 'keyring.copy.json'],
  ]) {
    const cut = await tempDir();
    const staging = join(cut, 'restored');
    await mkdir(staging);
    for (const name of restored) await cp(join(dir, name), join(inPlace.includes(name) ? cut : staging, name));
    await cp(join(dir, 'vault'), join(cut, 'vault'), { recursive: true });
    await mkdir(join(cut, 'before-restore-1'));
    await writeFile(join(staging, 'ready'), 'before-restore-1');
    const next = await openWorkstation(cut, () => new Date('2026-06-21T09:00:00+08:00'));
    const { people } = await next.client.session.state();
    const personId = people.find(({ name }) => name === '王建国')?.personId ?? '';
    expect(await next.client.session.unlock({ personId, password: samplePassword })).toMatchObject({
      profile: 'open',
      notices: [],
    });
    await next.workstation.close();
    expect(await readdir(cut)).not.toContain('restored');
  }
});

/** Sealed files of a backup, with when each was written. */
async function sealedIn(root: string): Promise<Map<string, number>> {
  const files = await readdir(join(root, 'vault'), { recursive: true, withFileTypes: true });
  const entries = files
    .filter((entry) => entry.isFile())
    .map(async (entry) => {
      const path = join(entry.parentPath, entry.name);
      return [path, (await stat(path)).mtimeMs] as const;
    });
  return new Map(await Promise.all(entries));
}
