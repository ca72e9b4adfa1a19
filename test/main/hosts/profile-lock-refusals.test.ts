import { fork } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, cp, mkdir, readdir, readFile, rename, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { holdProfile } from '../../../main/hosts/profile-lock.ts';
import { temporaryFolder } from '../../support/profile.ts';

const NOBODY = 65_534;

/** What a start says that is not root's, whom no permission stops. */
async function saidToOthers(profileDir: string): Promise<unknown> {
  const asNobody = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  const child = fork(join(import.meta.dirname, '../../support/hold-profile.ts'), [profileDir], asNobody);
  const [said] = (await once(child, 'message')) as [unknown];
  child.kill('SIGKILL');
  await once(child, 'exit');
  return said;
}

async function owned(path: string, mode: number): Promise<void> {
  if (process.getuid?.() === 0) await chown(path, NOBODY, NOBODY);
  await chmod(path, mode);
}

test('a profile that cannot be written, and a lock that cannot be opened, are told in a sentence', async () => {
  await using folder = await temporaryFolder();
  await chmod(folder.path, 0o755);
  const profile = join(folder.path, 'profile');
  await mkdir(profile);
  await owned(profile, 0o700);
  await chmod(profile, 0o755);
  expect(await saidToOthers(profile)).toBe('held');
  expect((await stat(profile)).mode & 0o777).toBe(0o700);
  await owned(join(profile, 'host.lock'), 0o000);
  expect(await saidToOthers(profile)).toMatch(/^资料文件夹不能写入：.*请让管理电脑的人.*资料没有改动。$/);
  const readOnly = join(folder.path, 'read-only');
  await mkdir(readOnly);
  await owned(readOnly, 0o500);
  expect(await saidToOthers(readOnly)).toMatch(/^资料文件夹不能写入：/);
});

test('a link in the place of the lock is not followed', async () => {
  await using folder = await temporaryFolder();
  await symlink(join(folder.path, 'elsewhere'), join(folder.path, 'host.lock'));
  expect(await holdProfile(folder.path, () => true)).toMatchObject({
    why: 'impossible',
    sentence: expect.stringContaining('host.lock”不是普通文件'),
  });
  expect(await readdir(folder.path)).toEqual(['host.lock']);
});

test('a copy of a profile is a profile of its own; one moved while it is held stays held', async () => {
  await using folder = await temporaryFolder();
  const [profile, copy, moved] = ['a', 'b', 'c'].map((name) => join(folder.path, name)) as [string, string, string];
  const hold = await holdProfile(profile, () => true);
  await cp(profile, copy, { recursive: true });
  const second = await holdProfile(copy, () => true);
  expect(second.held).toBe(true);
  await rename(profile, moved);
  expect(await holdProfile(moved, () => true)).toMatchObject({
    held: false,
    sentence: expect.stringContaining('已切换'),
  });
  if (hold.held) await hold.release();
  if (second.held) await second.release();
});

test('whatever lies where the holder would listen is left alone when it is no socket of ours', async () => {
  await using folder = await temporaryFolder();
  const earlier = process.env['XDG_RUNTIME_DIR'];
  process.env['XDG_RUNTIME_DIR'] = folder.path;
  try {
    const profile = join(folder.path, 'profile');
    const first = await holdProfile(profile, () => true);
    const [socket = ''] = (await readdir(folder.path)).filter((name) => name.startsWith('case-host-'));
    if (first.held) await first.release();
    await writeFile(join(folder.path, socket), 'a file');
    const second = await holdProfile(profile, () => true);
    expect(second.held).toBe(true);
    expect(await holdProfile(profile, () => true)).toMatchObject({
      why: 'in-use',
      sentence: expect.stringContaining('不能重复启动'),
    });
    if (second.held) await second.release();
    expect(await readFile(join(folder.path, socket), 'utf8')).toBe('a file');
  } finally {
    if (earlier === undefined) delete process.env['XDG_RUNTIME_DIR'];
    else process.env['XDG_RUNTIME_DIR'] = earlier;
  }
});
