import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { officeOfFile } from '../../support/office.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { decisionValues, draftOf } from '../features/documents/support.ts';
import { details, send } from '../features/evidence/support.ts';
import { bagFaults, filesOf, makePackage } from '../features/handover/support.ts';

const office = await officeOfFile('approved', '李敏');

/** Names that lead out of a folder, that a court's file system forbids, or that are longer than any takes. */
const names = [
  '../../../../坏.txt',
  '/etc/坏.txt',
  '..\\..\\坏.txt',
  'C:\\windows\\坏.txt',
  'con.txt',
  '坏\0名.txt',
  '坏\n名.txt',
  '-rf.txt',
  '坏*?"<>|:.txt',
  `${'长'.repeat(250)}.txt`,
  '..',
  '.未完成',
  '坏\u202Etxt.exe.txt',
  '坏\u{1F600}\uE123.txt',
];

test('whatever a file or an exhibit is called, it stays where it belongs', async () => {
  await office.as('李敏');
  office.at('2026-04-02T11:00');
  for (const [index, name] of names.entries()) {
    const fileName = name.includes('.txt') ? name : `${name}.txt`;
    const exhibit = await send(office, {
      fileName,
      content: Buffer.from(`第${index}份材料`),
      details: details(name.replaceAll(/[\p{C}\p{Extended_Pictographic}]/gu, ' ').slice(0, 128), {
        proves: '名称再怪也要收好',
      }),
    });
    expect(exhibit.fileName).toBe(fileName);
  }
  await office.as('王建国');
  office.at('2026-04-03T10:00');
  const decision = await draftOf(office, 'J32', decisionValues);
  await office.client.documents.issue({ paperId: decision.id, version: decision.version });
  const outside = await tempDir();
  const target = join(outside, 'a', 'b', 'c');
  execFileSync('mkdir', ['-p', target]);
  for (const form of ['folder', 'zip'] as const) {
    const { jobId } = await makePackage(office, target, { form });
    expect(await office.ended(jobId)).toMatchObject({ state: 'done', faults: [] });
  }
  expect(await readdir(outside)).toEqual(['a']);
  expect([await readdir(join(outside, 'a')), await readdir(join(outside, 'a', 'b'))]).toEqual([['b'], ['c']]);
  const made = await readdir(target);
  const files = await filesOf(join(target, made.find((name) => !name.endsWith('.zip')) ?? ''));
  expect(bagFaults(files)).toEqual([]);
  const written = [...files.keys()];
  expect(written.filter((name) => name.startsWith('data/03_证据/')).length).toBeGreaterThanOrEqual(names.length);
  for (const path of written) {
    for (const part of path.split('/')) {
      expect(part).not.toMatch(/^\.{1,2}$|[\\:*?"<>|\p{Cc}\p{Cf}]|[. ]$/u);
      expect(Buffer.byteLength(part)).toBeLessThanOrEqual(255);
    }
  }
  const listed = execFileSync(
    'python3',
    [
      '-c',
      'import sys, zipfile; print("\\n".join(zipfile.ZipFile(sys.argv[1]).namelist()))',
      join(target, made.find((name) => name.endsWith('.zip')) ?? ''),
    ],
    { encoding: 'utf8' },
  );
  expect(listed.split('\n').filter((name) => name.startsWith('/') || name.split('/').includes('..'))).toEqual([]);
});
