import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { defaultProfileFolder } from '../../../main/hosts/profile-folder.ts';
import { holdProfile, type ProfileHold } from '../../../main/hosts/profile-lock.ts';
import { temporaryFolder } from '../../support/profile.ts';

test('the second start is told, and may hold the profile once the first has let go', async () => {
  await using folder = await temporaryFolder();
  let knocks = 0;
  const first = await holdProfile(folder.path, () => `knock ${(knocks += 1)}`);
  expect(first.held).toBe(true);
  expect(await holdProfile(folder.path, () => '')).toEqual({ held: false, answer: 'knock 1' });
  if (first.held) await first.release();
  expect(await readdir(folder.path)).toEqual([]);
  const next = await holdProfile(folder.path, () => '');
  expect(next.held).toBe(true);
  if (next.held) await next.release();
});

test('the lock of a killed host does not keep people out', async () => {
  await using folder = await temporaryFolder();
  const child = fork(join(import.meta.dirname, '../../support/hold-profile.ts'), [folder.path]);
  await once(child, 'message');
  expect(await holdProfile(folder.path, () => '')).toEqual({ held: false, answer: 'held by the child' });
  child.kill('SIGKILL');
  await once(child, 'exit');
  const hold = await holdProfile(folder.path, () => '');
  expect(hold.held).toBe(true);
  if (hold.held) await hold.release();
});

test('of many starts at once, over a dead lock too, exactly one holds the profile', async () => {
  await using folder = await temporaryFolder();
  const child = fork(join(import.meta.dirname, '../../support/hold-profile.ts'), [folder.path]);
  await once(child, 'message');
  child.kill('SIGKILL');
  await once(child, 'exit');
  const starts = await Promise.all(Array.from({ length: 20 }, () => holdProfile(folder.path, () => 'taken')));
  const holders = starts.filter((start): start is Extract<ProfileHold, { held: true }> => start.held);
  expect(holders).toHaveLength(1);
  await holders[0]?.release();
});

test('each system keeps profiles where its people look for them', () => {
  expect(defaultProfileFolder('linux', {}, '/home/a')).toBe('/home/a/.local/share/案卷工作站');
  expect(defaultProfileFolder('linux', { XDG_DATA_HOME: '/data' }, '/home/a')).toBe('/data/案卷工作站');
  expect(defaultProfileFolder('darwin', {}, '/Users/a')).toBe('/Users/a/Library/Application Support/案卷工作站');
  expect(defaultProfileFolder('win32', { LOCALAPPDATA: 'D:\\本地' }, 'C:\\Users\\张三')).toBe('D:\\本地\\案卷工作站');
  expect(defaultProfileFolder('win32', {}, 'C:\\Users\\张三')).toBe('C:\\Users\\张三\\AppData\\Local\\案卷工作站');
});
