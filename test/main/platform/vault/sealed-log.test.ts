import { randomBytes } from 'node:crypto';
import { appendFileSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createSealedLog } from '../../../../main/platform/vault/sealed-log.ts';
import { openSealed, publicKeyOf, sealFor } from '../../../../main/platform/vault/sealed-box.ts';
import { flipByte } from '../../../support/flip-byte.ts';
import { collect, filesShowing, scratchFolder } from './support.ts';

const privateKey = randomBytes(32);

async function logIn(folder: string, options = {}) {
  const log = createSealedLog(folder, options);
  await log.putPublicKey(privateKey);
  return {
    append: (text: string) => log.append(Buffer.from(text)),
    read: async (key: Uint8Array = privateKey) =>
      (await collect(log.newestFirst([key]))).map((entry) => entry.toString()),
  };
}
const logFiles = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.log'));

test('a sealed message opens with its key only, and unchanged only', () => {
  const sealed = sealFor(publicKeyOf(privateKey), Buffer.from('一条记录'));
  expect(openSealed(privateKey, sealed)?.toString()).toBe('一条记录');
  expect(openSealed(randomBytes(32), sealed)).toBeUndefined();
  for (let index = 0; index < sealed.length; index += 1) {
    const changed = Buffer.from(sealed);
    changed[index] = (changed[index] ?? 0) ^ 1;
    expect(openSealed(privateKey, changed)).toBeUndefined();
    expect(openSealed(privateKey, sealed.subarray(0, index))).toBeUndefined();
  }
  expect(() => openSealed(new Uint8Array(32), sealed)).toThrow('key-wiped');
});

test('entries come back newest first, in the next run too, and nothing of them can be read from the folder', async () => {
  const folder = join(scratchFolder(), 'error-log');
  const first = await logIn(folder);
  first.append('第一条 TypeError');
  first.append('第二条 TypeError');
  const next = await logIn(folder);
  next.append('第三条 TypeError');
  expect(await next.read()).toEqual(['第三条 TypeError', '第二条 TypeError', '第一条 TypeError']);
  expect(await next.read(randomBytes(32))).toEqual([]);
  expect(filesShowing(folder, 'TypeError')).toEqual([]);
  expect(filesShowing(folder, '条')).toEqual([]);
  // Windows has no modes; there the folder of the person keeps others out.
  if (process.platform !== 'win32')
    for (const name of readdirSync(folder)) expect(statSync(join(folder, name)).mode & 0o077).toBe(0);
});

test('the folder stays within its bounds, and the oldest entries go', async () => {
  const folder = scratchFolder();
  const log = await logIn(folder, { fileBytes: 4096, files: 3 });
  for (let count = 1; count <= 200; count += 1) log.append(`${count} ${'x'.repeat(300)}`);
  expect(logFiles(folder)).toHaveLength(3);
  for (const name of logFiles(folder)) expect(statSync(join(folder, name)).size).toBeLessThanOrEqual(4096);
  const numbers = (await log.read()).map((entry) => Number.parseInt(entry, 10));
  expect(numbers[0]).toBe(200);
  expect(numbers.length).toBeGreaterThan(15);
  expect(numbers).toEqual(Array.from(numbers, (_, index) => 200 - index));
});

test.each([
  ['cut in the middle', (file) => truncateSync(file, statSync(file).size - 40)],
  ['lost its line end', (file) => truncateSync(file, statSync(file).size - 1)],
  ['followed by the zeros of a power cut', (file) => appendFileSync(file, Buffer.alloc(512))],
  ['changed by one byte', (file) => flipByte(file, statSync(file).size - 30)],
] as [string, (file: string) => unknown][])('a last entry %s costs no other', async (_, harm) => {
  const folder = scratchFolder();
  const log = await logIn(folder);
  log.append('before');
  log.append('last');
  await harm(join(folder, '00000001.log'));
  log.append('after');
  const entries = await log.read();
  expect(entries.filter((entry) => entry !== 'last')).toEqual(['after', 'before']);
});

test('without a public key nothing is written, and an exchanged one is put right', async () => {
  const folder = join(scratchFolder(), 'error-log');
  expect(() => createSealedLog(folder).append(Buffer.from('x'))).toThrow('ENOENT');
  const log = await logIn(folder);
  const keyFile = join(folder, 'public-key');
  const own = readFileSync(keyFile, 'utf8');
  writeFileSync(keyFile, `${publicKeyOf(randomBytes(32)).toString('hex')}\n`);
  log.append('for somebody else');
  await logIn(folder);
  expect(readFileSync(keyFile, 'utf8')).toBe(own);
  log.append('for us');
  expect(await log.read()).toEqual(['for us']);
});

test('sealed for another key, entries open by that one only, and a line that opens by neither stays', async () => {
  const folder = join(scratchFolder(), 'error-log');
  const options = { fileBytes: 300, files: 4 };
  const log = createSealedLog(folder, options);
  await log.putPublicKey(privateKey);
  for (const text of ['第一条', '第二条', '第三条', '第四条', '第五条']) log.append(Buffer.from(text));
  const [newest = ''] = logFiles(folder).toReversed();
  appendFileSync(join(folder, newest), 'torn');
  const next = randomBytes(32);
  // Twice, as after a kill in the middle of it.
  for (let n = 0; n < 2; n += 1) await createSealedLog(folder, options).reseal([privateKey], next);
  log.append(Buffer.from('第六条'));
  const read = async (key: Uint8Array) => (await collect(log.newestFirst([key]))).map((entry) => entry.toString());
  expect(await read(next)).toEqual(['第六条', '第五条', '第四条', '第三条', '第二条', '第一条']);
  expect(await read(privateKey)).toEqual([]);
  expect(readFileSync(join(folder, newest), 'latin1')).toContain('torn');
  expect(logFiles(folder).length).toBeGreaterThan(1);
});
