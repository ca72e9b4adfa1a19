import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { once, writeBag } from '../../../../main/features/handover/bag.ts';
import { folderWriter, zipWriter } from '../../../../main/features/handover/package-writer.ts';
import { depthOf, originalsOf, packageName } from '../../../../main/features/handover/package.ts';
import type { PackageRequest } from '../../../../main/features/handover/package-request.ts';
import { verifyBag } from '../../../../main/features/handover/verify-bag.ts';
import { temporaryFolder } from '../../../support/profile.ts';

const titles = [
  'con',
  'NUL.txt',
  '工资表',
  '工资表 ',
  'Wages',
  'WAGES',
  '结尾的点...',
  '../../越界',
  'a:b',
  '字'.repeat(300),
];
/** Titles nobody would choose, each of a paper, a photo and a recording. */
const chosen = titles.flatMap((title, index) =>
  [
    { kind: 'paper' },
    { kind: 'exhibit', exhibit: { mime: 'text/plain', fileName: 'x.abcdefg' } },
    { kind: 'exhibit', exhibit: { mime: 'audio/x-none', fileName: 'x.abcdefg' } },
  ].map((source, kind) => ({ source, item: { group: '事实', seq: index * 3 + kind + 101, title, sha256: '' } })),
);
const paths = originalsOf({ chosen } as unknown as PackageRequest, {} as never).map((file) => file.path);
const root = (number: string): string =>
  packageName({ kind: 'court', file: { case: { number, causeName: '' } } } as PackageRequest, '0123456789abcdef');

test('no two files of a package are one on a disk that knows no case', () => {
  expect(new Set(paths.map((name) => name.toLowerCase())).size).toBe(chosen.length);
});

test('no file lies deeper than the path a folder is judged by', () => {
  const request = { kind: 'court', chosen, file: { case: { number: '号'.repeat(300) } } } as unknown as PackageRequest;
  const depth = depthOf(request, '0123456789abcdef');
  expect(depth).toBeLessThan(165);
  const name = packageName(request, '0123456789abcdef');
  for (const file of paths) expect(`${name}/data/${file}`.length).toBeLessThanOrEqual(depth);
});

test.each([
  ['folder', folderWriter],
  ['zip', zipWriter],
])('titles nobody would choose are written and read back: %s', async (_, writerFor) => {
  await using place = await temporaryFolder();
  const folder = path.join(place.path, '深'.repeat(30));
  await mkdir(folder);
  const writer = await writerFor(folder, root('CON.1'));
  const files = paths.map((name) => ({ path: name, content: () => once(name) }));
  await writeBag(writer, files, [], () => {}, new AbortController().signal);
  expect(await verifyBag(await writer.finish())).toEqual([]);
  const published = await writer.publish();
  // Windows drops full stops and spaces at the end of a name without a word.
  expect(await readdir(folder)).toEqual([path.basename(published)]);
  expect(await verifyBag(published)).toEqual([]);
});
