import { mkdir, open, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { syncFolder, writeDurably } from '../../main/platform/durable.ts';
import { safeFileName } from '../../shared/file-name.ts';
import { temporaryFolder } from '../support/profile.ts';

test('a file somebody has open cannot be replaced: the write is refused, and the old content stays whole', async () => {
  await using folder = await temporaryFolder();
  const file = path.join(folder.path, 'keyring.json');
  await writeDurably(file, 'old');
  await using reader = await open(file, 'r');
  await expect(writeDurably(file, 'new')).rejects.toMatchObject({
    code: expect.stringMatching(/^(EPERM|EBUSY|EACCES)$/),
  });
  expect(await reader.readFile('utf8')).toBe('old');
  expect(await readFile(file, 'utf8')).toBe('old');
  expect(await readdir(folder.path)).toEqual(['keyring.json']);
});

test('a folder cannot be flushed, and needs not be: the disk journals names itself', async () => {
  await using folder = await temporaryFolder();
  const flush = async (): Promise<void> => {
    await using handle = await open(folder.path, 'r');
    await handle.sync();
  };
  await expect(flush()).rejects.toMatchObject({ code: expect.stringMatching(/^(EPERM|EISDIR|EACCES)$/) });
  await syncFolder(folder.path);
});

test('names that differ in case only are one file', async () => {
  await using folder = await temporaryFolder();
  await writeFile(path.join(folder.path, 'Wages.txt'), 'one');
  await writeFile(path.join(folder.path, 'WAGES.TXT'), 'two');
  expect(await readdir(folder.path)).toHaveLength(1);
});

test('what somebody typed becomes a name the folder shows as it was written', async () => {
  await using folder = await temporaryFolder();
  const typed = [
    'con',
    'nul.txt',
    'COM1',
    'a:b',
    'a*?"<>|b',
    '结尾的点...',
    '结尾的空格 ',
    '换\n行',
    '\u202E反',
    '𠮷'.repeat(99),
  ];
  const names = typed.map((title) => safeFileName(title));
  for (const name of names) await writeFile(path.join(folder.path, name), name);
  expect((await readdir(folder.path)).toSorted()).toEqual(names.toSorted());
});

test('the program itself reads and writes below paths of more than 260 characters', async () => {
  await using folder = await temporaryFolder();
  const deep = path.join(folder.path, ...Array.from({ length: 6 }, () => '深'.repeat(60)));
  await mkdir(deep, { recursive: true });
  const file = path.join(deep, 'keyring.json');
  expect(file.length).toBeGreaterThan(300);
  await writeDurably(file, 'old');
  await writeDurably(file, 'new');
  expect(await readFile(file, 'utf8')).toBe('new');
});
