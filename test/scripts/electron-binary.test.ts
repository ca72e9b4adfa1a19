import { spawnSync } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { electronBinary } from '../../scripts/electron-binary.ts';
import { temporaryFolder } from '../support/profile.ts';

test('Electron is found by the note of its installer, and only when the program is there', async () => {
  await using folder = await temporaryFolder();
  expect(electronBinary(folder.path, {})).toBeUndefined();
  await writeFile(join(folder.path, 'path.txt'), 'electron');
  expect(electronBinary(folder.path, {})).toBeUndefined();
  await mkdir(join(folder.path, 'dist'));
  await writeFile(join(folder.path, 'dist', 'electron'), '');
  expect(electronBinary(folder.path, {})).toBe(join(folder.path, 'dist', 'electron'));
  expect(electronBinary(folder.path, { ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' })).toBeUndefined();
});

function listWindowTests(words: readonly string[], electronDist: string) {
  return spawnSync(process.execPath, ['node_modules/@playwright/test/cli.js', 'test', '--list', ...words], {
    cwd: join(import.meta.dirname, '../..'),
    encoding: 'utf8',
    env: { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: electronDist },
  });
}

test('window tests asked for in Electron fail with a sentence where it is missing', () => {
  const run = listWindowTests(['--project=electron'], '/nowhere');
  expect(run.status).not.toBe(0);
  expect(run.stdout + run.stderr).toContain('没有 Electron 程序，不能运行 electron 项目。');
});

test('the Electron project is listed exactly where Electron is', async () => {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'electron'), '');
  expect(listWindowTests([], '/nowhere').stdout).not.toContain('[electron]');
  expect(listWindowTests(['--pass-with-no-tests', '--project=electron'], folder.path).status).toBe(0);
});
