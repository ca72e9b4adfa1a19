import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freshWindowFolder } from '../../../main/hosts/window-folder.ts';
import { temporaryFolder } from '../../support/profile.ts';

test('the browser folder is private, fresh, and the only one left of its profile', async () => {
  await using parent = await temporaryFolder();
  const other = await freshWindowFolder('/profile/b', parent.path);
  const killed = await freshWindowFolder('/profile/a', parent.path);
  await mkdir(join(killed, 'Default'));
  const fresh = await freshWindowFolder('/profile/a', parent.path);
  expect((await stat(fresh)).mode & 0o777).toBe(0o700);
  await expect(stat(killed)).rejects.toThrow('ENOENT');
  expect((await stat(other)).isDirectory()).toBe(true);
});

test('the folder of a killed host goes with it', async () => {
  await using parent = await temporaryFolder();
  const host = fork(join(import.meta.dirname, '../../support/hold-window-folder.ts'), [parent.path]);
  const [folder] = (await once(host, 'message')) as [string];
  await mkdir(join(folder, 'Default'));
  expect((await stat(folder)).isDirectory()).toBe(true);
  host.kill('SIGKILL');
  await expect.poll(() => readdir(parent.path), { timeout: 20_000 }).toEqual([]);
});
