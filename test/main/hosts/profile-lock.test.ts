import { randomUUID } from 'node:crypto';
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultProfileFolder } from '../../../main/hosts/profile-folder.ts';
import { holdProfile, type ProfileHold } from '../../../main/hosts/profile-lock.ts';
import { temporaryFolder } from '../../support/profile.ts';

const RAISED = { held: false, why: 'in-use', sentence: '案卷工作站已经打开，已切换到它的窗口。' };
const lockHolder = join(import.meta.dirname, '../../support/hold-profile.ts');

async function holdAndRelease(profileDir: string): Promise<boolean> {
  const hold = await holdProfile(profileDir, () => true);
  if (hold.held) await hold.release();
  return hold.held;
}

test('the second start is told, and may hold the profile once the first has let go', async () => {
  await using folder = await temporaryFolder();
  let knocks = 0;
  const first = await holdProfile(folder.path, () => (knocks += 1) > 0);
  expect(first.held).toBe(true);
  expect(await holdProfile(folder.path, () => true)).toEqual(RAISED);
  expect(knocks).toBe(1);
  if (first.held) await first.release();
  expect(await holdAndRelease(folder.path)).toBe(true);
});

test('the lock of a killed host does not keep people out', async () => {
  await using folder = await temporaryFolder();
  const child = fork(lockHolder, [folder.path]);
  expect(await once(child, 'message')).toEqual(['held', undefined]);
  expect(await holdProfile(folder.path, () => true)).toEqual(RAISED);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(await holdAndRelease(folder.path)).toBe(true);
});

test('of many starts at once, over a dead lock too, exactly one holds the profile', async () => {
  await using folder = await temporaryFolder();
  const child = fork(lockHolder, [folder.path]);
  await once(child, 'message');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const starts = await Promise.all(Array.from({ length: 20 }, () => holdProfile(folder.path, () => true)));
  const holders = starts.filter((start): start is Extract<ProfileHold, { held: true }> => start.held);
  expect(holders).toHaveLength(1);
  await holders[0]?.release();
});

test('what the lock file holds is not read, and what it names is left alone', async () => {
  await using folder = await temporaryFolder();
  const document = join(folder.path, 'document.pdf');
  await writeFile(document, 'document');
  for (const content of ['', 'garbage', document]) {
    await writeFile(join(folder.path, 'host.lock'), content);
    expect(await holdAndRelease(folder.path)).toBe(true);
  }
  expect(await readFile(document, 'utf8')).toBe('document');
});

test('what a killed holder had not finished writing goes, and nothing else', async () => {
  await using folder = await temporaryFolder();
  const left = `keyring.json.${randomUUID()}.new`;
  for (const name of [left, 'keyring.json', 'notes.new']) await writeFile(join(folder.path, name), name);
  expect(await holdAndRelease(folder.path)).toBe(true);
  expect((await readdir(folder.path)).toSorted()).toEqual(['host.lock', 'keyring.json', 'notes.new']);
});

test('a folder in the place of the lock, or of nothing to lock in, is told with its path', async () => {
  await using folder = await temporaryFolder();
  const lockFile = join(folder.path, 'host.lock');
  await mkdir(lockFile);
  const hold = await holdProfile(folder.path, () => true);
  expect(hold).toMatchObject({ held: false, why: 'impossible', sentence: expect.stringContaining(lockFile) });
  const file = join(folder.path, 'file');
  await writeFile(file, '');
  expect(await holdProfile(file, () => true)).toMatchObject({
    why: 'impossible',
    sentence: expect.stringMatching(/^资料文件夹的位置上不是文件夹：.*资料没有改动。$/),
  });
});

test('each system keeps profiles where its people look for them', () => {
  expect(defaultProfileFolder('linux', {}, '/home/a')).toBe('/home/a/.local/share/案卷工作站');
  expect(defaultProfileFolder('linux', { XDG_DATA_HOME: '/data' }, '/home/a')).toBe('/data/案卷工作站');
  expect(defaultProfileFolder('darwin', {}, '/Users/a')).toBe('/Users/a/Library/Application Support/案卷工作站');
  expect(defaultProfileFolder('win32', { LOCALAPPDATA: 'D:\\本地' }, 'C:\\Users\\张三')).toBe('D:\\本地\\案卷工作站');
  expect(defaultProfileFolder('win32', {}, 'C:\\Users\\张三')).toBe('C:\\Users\\张三\\AppData\\Local\\案卷工作站');
});
