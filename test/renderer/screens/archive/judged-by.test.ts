import { expect, test } from 'vitest';
import { judgedBy } from '../../../../renderer/screens/archive/judged-by.ts';
import type { Finding } from '../../../../shared/regulation/finding.ts';
import type { PaperClass } from '../../../../shared/template/template.ts';
import { aCaseFile } from '../../../support/a-case-file.ts';

const file = aCaseFile();
const classes: Record<string, PaperClass> = { J18: 'report', J32: 'decision' };
const templates = Object.entries(classes).map(([id, paperClass]) => ({ id, class: paperClass }));
const idOf = (templateId: string): string | undefined =>
  file.papers.find((paper) => paper.templateId === templateId)?.id;
const finding = (over: Partial<Finding>): Finding => ({
  checkId: 'R17a',
  severity: 'err',
  article: 17,
  basis: '全过程记录制度',
  sentence: '笔录少一个签名。',
  ...over,
});

test.each([
  ['the paper it is about', { paperId: 'one' }, { paperId: 'one', exhibitId: null }],
  ['the exhibit it is about', { exhibitId: 'two' }, { paperId: null, exhibitId: 'two' }],
  ['of facts the report of the investigation', { questionId: 'V04' }, { paperId: idOf('J18'), exhibitId: null }],
  ['of law the decision', { questionId: 'V05' }, { paperId: idOf('J32'), exhibitId: null }],
  ['of the order nothing', { questionId: 'A06' }, null],
  ['of the whole case nothing', {}, null],
])('a finding shows %s', (_, over, looked) => {
  expect(judgedBy(finding(over), file, templates)).toEqual(looked);
});

test('a paper that is not issued is no ground to judge by', () => {
  const drafts = { papers: file.papers.map((paper) => ({ ...paper, status: 'draft' as const })) };
  expect(judgedBy(finding({ questionId: 'V04' }), drafts, templates)).toBeNull();
});
