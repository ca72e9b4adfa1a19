import { expect, test } from 'vitest';
import { noticeIn } from '../../../../renderer/screens/handover/notice-scan.ts';
import { aCaseFile } from '../../../support/a-case-file.ts';

const file = aCaseFile();
const [exhibit] = file.exhibits;
const [paper] = file.papers;
if (exhibit === undefined || paper === undefined) throw new Error('the case file is empty');
const scans = (over: Partial<typeof exhibit>) => ({
  case: file.case,
  papers: [{ ...paper, id: 'register', templateId: 'F08' }],
  exhibits: [
    { ...exhibit, id: 'photo', title: '现场照片', paperId: null },
    { ...exhibit, id: 'scan', ...over },
  ],
});

test.each([
  ['called the notice of the court', 'court', { title: '应诉通知书（扫描）', paperId: null }, 'scan'],
  [
    'called the notice of the government',
    'reconsideration',
    { title: '提出行政复议答复通知书', paperId: null },
    'scan',
  ],
  ['that came with a registered letter', 'court', { title: '来文', paperId: 'register' }, 'scan'],
  ['of the other proceeding', 'court', { title: '行政复议答复通知书', paperId: null }, undefined],
  ['that was withdrawn', 'court', { title: '应诉通知书', paperId: null, withdrawnReason: '扫错了' }, undefined],
] as const)('a scan %s', (_, kind, over, found) => {
  expect(noticeIn(scans(over), kind)?.exhibit.id).toBe(found);
});
