import { createHash, randomBytes } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import * as fs from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { rewrapFiles } from '../../../../main/platform/vault/rewrap-files.ts';
import { createSealedFile, openSealedFile } from '../../../../main/platform/vault/sealed-file.ts';
import { HEADER_BYTES, SEAL_AT } from '../../../../main/platform/vault/sealed-format.ts';
import { sealedPath } from '../../../../main/platform/vault/store-folder.ts';
import { flipByte } from '../../../support/flip-byte.ts';
import { collect, faultOf, scratchFolder } from './support.ts';

vi.mock('node:fs/promises', { spy: true });

const from = randomBytes(32);
const to = randomBytes(32);
const JOURNAL = 'rewrapping.json';
const quietly = (): void => {};

/** A file in its place in the vault; resolves with its path. */
async function keep(profile: string, plain: string): Promise<string> {
  const path = sealedPath(join(profile, 'vault'), createHash('sha256').update(plain).digest('hex'));
  mkdirSync(dirname(path), { recursive: true });
  const writer = await createSealedFile(path, from, 16);
  await writer.write(Buffer.from(plain));
  await writer.finish();
  return path;
}

async function contentOf(path: string, key: Uint8Array): Promise<string> {
  const reader = await openSealedFile(path, key);
  try {
    await reader.verify();
    return Buffer.concat(await collect(reader.range(0, reader.bytes))).toString();
  } finally {
    await reader.close();
  }
}
const damageOf = async (path: string, key: Uint8Array) => faultOf(openSealedFile(path, key));
const isHeaderDamage = { code: 'damaged', damage: { kind: 'header' } };

test('every file opens under the new key only, and nothing but its header is touched', async () => {
  const profile = scratchFolder();
  const plains = Array.from({ length: 12 }, (_, n) => `第${n}份材料，几帧长`);
  const paths = await Promise.all(plains.map((plain) => keep(profile, plain)));
  const frames = paths.map((path) => readFileSync(path).subarray(HEADER_BYTES));
  const progress: [number, number][] = [];
  const done = await rewrapFiles(profile, { from, to }, (...at) => progress.push(at));
  expect(done).toEqual({ files: 12, damaged: 0, inUse: 0 });
  expect(progress.at(-1)).toEqual([12, 12]);
  for (const [index, path] of paths.entries()) {
    expect(await contentOf(path, to)).toBe(plains[index]);
    expect(await damageOf(path, from)).toEqual(isHeaderDamage);
    expect(readFileSync(path).subarray(HEADER_BYTES)).toEqual(frames[index]);
  }
  expect(existsSync(join(profile, JOURNAL))).toBe(false);
});

test('no nonce of a seal comes twice under one file key', async () => {
  const profile = scratchFolder();
  const path = await keep(profile, '同一份材料');
  const seals = new Set<string>();
  let keys = { from, to };
  for (let n = 0; n < 20; n += 1) {
    const header = readFileSync(path).subarray(0, SEAL_AT);
    // The nonce of the wrapped key before the seal.
    seals.add(header.subarray(32, 44).toString('hex'));
    await rewrapFiles(profile, keys, quietly);
    keys = { from: keys.to, to: keys.from };
  }
  expect(seals.size).toBe(20);
});

test('a file of version 1 opens, and is of version 2 afterwards', async () => {
  const profile = scratchFolder();
  const former = join(import.meta.dirname, 'sealed-1');
  const { filesKey, plain } = JSON.parse(readFileSync(join(former, 'secrets.json'), 'utf8')) as Record<string, string>;
  const key = Buffer.from(filesKey ?? '', 'hex');
  mkdirSync(join(profile, 'vault'));
  const path = join(profile, 'vault', 'sealed');
  copyFileSync(join(former, 'sealed'), path);
  expect(await contentOf(path, key)).toBe(plain);
  await rewrapFiles(profile, { from: key, to }, quietly);
  expect(readFileSync(path).readUInt32BE(8)).toBe(2);
  expect(await contentOf(path, to)).toBe(plain);
});

test('what lies in quarantine or was never finished goes over too; what is damaged stays as it is and is counted', async () => {
  const profile = scratchFolder();
  const [aside, harmed, unfinished] = [
    await keep(profile, '隔离的'),
    await keep(profile, '损坏的'),
    await keep(profile, '没写完的'),
  ];
  const quarantined = join(profile, 'vault', 'quarantine', 'x');
  mkdirSync(dirname(quarantined));
  copyFileSync(aside, quarantined);
  await flipByte(harmed, SEAL_AT + 3);
  const cut = readFileSync(unfinished).fill(0, SEAL_AT, HEADER_BYTES);
  writeFileSync(unfinished, cut);
  writeFileSync(join(profile, 'vault', 'quarantine', 'note.txt'), '不是密封文件');
  const before = readFileSync(harmed);
  expect(await rewrapFiles(profile, { from, to }, quietly)).toEqual({ files: 5, damaged: 2, inUse: 0 });
  expect(await contentOf(quarantined, to)).toBe('隔离的');
  expect(await damageOf(unfinished, to)).toEqual({ code: 'damaged', damage: { kind: 'unfinished' } });
  expect(readFileSync(harmed)).toEqual(before);
});

test('a header that was cut off while it was written is taken from the journal', async () => {
  const profile = scratchFolder();
  const paths = await Promise.all(['甲', '乙', '丙'].map((plain) => keep(profile, plain)));
  const before = paths.map((path) => readFileSync(path));
  let journal = '';
  vi.mocked(fs.rm).mockImplementationOnce(async () => {
    journal = readFileSync(join(profile, JOURNAL), 'utf8');
    throw new Error('killed');
  });
  await expect(rewrapFiles(profile, { from, to }, quietly)).rejects.toThrow('killed');
  for (let at = 1; at < HEADER_BYTES; at += 7) {
    for (const [index, path] of paths.entries()) {
      const next = readFileSync(path).subarray(0, HEADER_BYTES);
      const torn = Buffer.from(before[index] ?? '');
      next.copy(torn, 0, 0, index === 1 ? at : 0);
      writeFileSync(path, torn);
    }
    writeFileSync(join(profile, JOURNAL), journal);
    expect(await rewrapFiles(profile, { from, to }, quietly)).toEqual({ files: 3, damaged: 0, inUse: 0 });
    expect(await Promise.all(paths.map((path) => contentOf(path, to)))).toEqual(['甲', '乙', '丙']);
  }
});

test('a journal that somebody wrote changes nothing', async () => {
  const profile = scratchFolder();
  const path = await keep(profile, '材料');
  const forged: unknown[] = [
    [['../outside', randomBytes(HEADER_BYTES).toString('base64')]],
    [[path.slice(join(profile, 'vault').length + 1), randomBytes(HEADER_BYTES).toString('base64')]],
    'nonsense',
  ];
  for (const content of forged) {
    writeFileSync(join(profile, JOURNAL), JSON.stringify(content));
    await rewrapFiles(profile, { from, to: from }, quietly);
    expect(await contentOf(path, from)).toBe('材料');
    expect(existsSync(join(profile, 'outside'))).toBe(false);
  }
});

test.each(['EBUSY', 'EACCES', 'EMFILE'])(
  'a file that another program holds (%s) is counted, and done the next time',
  async (code) => {
    const profile = scratchFolder();
    const [held, free] = [await keep(profile, '占用的'), await keep(profile, '空闲的')];
    const { open } = await vi.importActual<typeof fs>('node:fs/promises');
    vi.mocked(fs.open).mockImplementation((path, ...rest) => {
      if (path === held) throw Object.assign(new Error(code), { code });
      return open(path, ...rest);
    });
    expect(await rewrapFiles(profile, { from, to }, quietly)).toMatchObject({ damaged: 0, inUse: 1 });
    vi.mocked(fs.open).mockImplementation(open);
    expect([await contentOf(held, from), await contentOf(free, to)]).toEqual(['占用的', '空闲的']);
    expect(await rewrapFiles(profile, { from, to }, quietly)).toMatchObject({ damaged: 0, inUse: 0 });
    expect(await contentOf(held, to)).toBe('占用的');
  },
);
