import { expect, test } from 'vitest';
import type { Approval, CaseFile, Paper } from '../../../../shared/case-file.ts';
import { guideOf } from '../../../../shared/procedure/guide.ts';
import { waitsOf } from '../../../../renderer/screens/case/case-waits.ts';
import { aCaseFile } from '../../../support/a-case-file.ts';
import { upTo } from '../../../support/change-case-file.ts';
import { definitions, judgementOf } from '../../../support/judgement.ts';

/** The sample case up to 调查终结, its papers of these templates as given. */
const caseWith = (changes: Readonly<Record<string, Partial<Paper>>>): CaseFile => {
  const file = upTo(aCaseFile(), 'J18');
  return { ...file, papers: file.papers.map((paper) => ({ ...paper, ...changes[paper.templateId] })) };
};
const waits = (file: CaseFile, shownStep?: string) =>
  waitsOf(file, guideOf(judgementOf(file)), { templates: definitions.templates, shownStep });

const opinion = (verdict: Approval['verdict']): Approval => ({
  step: 0,
  label: '承办单位负责人意见',
  personId: '018f0000-0000-7000-8000-000000000001',
  name: '张丽',
  verdict,
  opinion: '请补充证据。',
  at: '2026-03-20T09:00',
});

test('what came back stands before what lies with others, and that before what is half written', () => {
  const file = caseWith({
    J15: { status: 'draft' },
    J18: { status: 'approving', approvals: [] },
    J04: { status: 'draft', approvals: [opinion('退回修改')] },
  });
  expect(waits(file).shown.map(({ name, why }) => [name, why])).toEqual([
    ['《立案审批表》', '张丽退回修改：请补充证据。'],
    [expect.stringContaining('调查终结'), expect.stringMatching(/^送审了，等.+签意见$/)],
    [expect.any(String), expect.stringMatching(/^写了/)],
  ]);
});

test('the step that stands above is not said again', () => {
  const file = caseWith({ J18: { status: 'draft', approvals: [] } });
  const step = guideOf(judgementOf(file)).find(({ stepPaperIds }) =>
    stepPaperIds.some((id) => file.papers.some((paper) => paper.id === id && paper.templateId === 'J18')),
  );
  expect(waits(file).shown.some(({ name }) => name.includes('调查终结'))).toBe(true);
  expect(waits(file, step?.step.id).shown.some(({ name }) => name.includes('调查终结'))).toBe(false);
});

test('a paper that is out to be signed is said to be out, and no more than three are said', () => {
  const print = {
    id: 'D8F031',
    kind: '签字稿' as const,
    at: '2026-03-20T09:00',
    by: '王建国',
    byId: '018f0000-0000-7000-8000-000000000002',
    sha256: 'a'.repeat(64),
    pages: 1,
    voidReason: null,
    back: null,
  };
  const file = caseWith({ J07: { status: 'draft', prints: [print] } });
  expect(waits(file).shown).toContainEqual(
    expect.objectContaining({ why: expect.stringMatching(/^已经印出，已签 \d \/ \d，还没有收回$/) }),
  );
  const many = caseWith({
    J04: { status: 'draft', approvals: [] },
    J07: { status: 'draft', approvals: [] },
    J08: { status: 'draft', approvals: [] },
    J15: { status: 'draft', approvals: [] },
    J18: { status: 'draft', approvals: [] },
  });
  expect(waits(many).shown).toHaveLength(3);
  expect(waits(many).more).toBeGreaterThan(0);
});
