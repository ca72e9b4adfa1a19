import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { officeAt, officeOfFile } from '../../support/office.ts';
import { tempDir } from '../../support/temp-dir.ts';
import { draftOf } from '../features/documents/support.ts';
import { makePackage } from '../features/handover/support.ts';
import { chunk } from '../features/evidence/support.ts';
import { holdsText } from './support.ts';

/** Words that stand in the sample case: names, numbers, text of papers, of scans and of file names. */
const secrets = [
  '福满园',
  '陈福来',
  '91350100M000100Y43',
  '440524188001010014',
  '04373312345',
  '每月加班均超过36小时',
  '职工自愿加班',
  '考勤记录',
  '辽人社监罚字',
  '没有书面协商',
  '龙山区人民大街88号',
  '%PDF-1',
  'JFIF',
  'SQLite format 3',
  'RangeError',
];

/** Files of a folder that hold one of the words, as `file: word`. */
async function leaks(folder: string): Promise<string[]> {
  const files = (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  const found = await Promise.all(
    files.flatMap((file) =>
      secrets.map(async (secret) =>
        (await holdsText(file, secret)) ? [`${file.slice(folder.length + 1)}: ${secret}`] : [],
      ),
    ),
  );
  return found.flat();
}

test('the search itself finds a word in each encoding', async () => {
  const folder = await tempDir();
  await writeFile(join(folder, 'a'), Buffer.from('xx陈福来xx'));
  await writeFile(join(folder, 'b'), Buffer.from('xx陈福来xx', 'utf16le'));
  await writeFile(join(folder, 'c'), Buffer.from('xx陈福来xx', 'utf16le').swap16());
  expect((await leaks(folder)).toSorted()).toEqual(['a: 陈福来', 'b: 陈福来', 'c: 陈福来']);
});

test('after the whole sample case, with its hand-over, nothing of it can be read from the profile folder', async () => {
  const office = await officeOfFile('filed', '王建国');
  const { jobId } = await makePackage(office, await tempDir());
  expect(await office.ended(jobId)).toMatchObject({ state: 'done' });
  await office.client.session.lock();
  expect(await leaks(office.dir)).toEqual([]);
});

test('nor while people work: drafts, the write-ahead log, a file half taken in', async () => {
  await using office = await officeAt('approved', '王建国');
  const draft = await draftOf(office, 'J32', { noticeProcess: '职工自愿加班。' });
  await office.workstation.fetch(
    new Request(`http://workstation/papers/${draft.id}/preview`, {
      method: 'POST',
      body: JSON.stringify({ values: {} }),
    }),
  );
  const content = Buffer.from('%PDF-1.7 考勤记录 '.repeat(100_000));
  const { intakeId } = await office.client.evidence.begin({
    caseId: draft.caseId,
    fileName: '考勤记录.pdf',
    bytes: content.length,
    mime: '',
    details: { title: '考勤记录', kind: '书证' },
  });
  expect(await chunk(office, intakeId, 0, content.subarray(0, 2_000_000))).toBeNull();
  await office.client.households.search({ query: '福满园' });
  await office.client.desktop.reportFault({ kind: 'RangeError', code: null, places: ['assets/main.js:1:2'] });
  expect(await readdir(join(office.dir, 'error-log'))).toEqual(['00000001.log', 'public-key']);
  expect(await leaks(office.dir)).toEqual([]);
});
