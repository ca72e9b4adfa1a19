import { describe, expect, it } from 'vitest';
import type { CaseFile, Paper } from '../../../shared/case-file.ts';
import { outlookOf } from '../../../shared/inbox/next-act.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { upTo, withPaper, withValues } from '../../support/change-case-file.ts';
import { people } from '../../support/case-values.ts';
import { judgementOf } from '../../support/judgement.ts';

const outlook = (file: CaseFile) => outlookOf(judgementOf(file));
const next = (file: CaseFile) => outlook(file).next;
/** The case up to a paper, with that paper still a draft. */
const drafting = (templateId: string, over: Partial<Paper> = {}): CaseFile =>
  withPaper(upTo(aCaseFile(), templateId), templateId, { status: 'draft', issuedAt: null, number: null, ...over });

describe('the next act of a case', () => {
  it('is nothing when all is done', () => {
    expect(outlook(aCaseFile())).toMatchObject({ next: null, stage: '', returned: [], unsigned: [] });
  });

  it('begins a step that has one paper', () => {
    expect(outlook({ ...aCaseFile(), papers: [], exhibits: [], volume: null })).toMatchObject({
      stage: '启动',
      done: 0,
      next: { act: 'begin', title: '下一步：登记案源', stepId: 'source', paperId: null },
    });
  });

  it('offers the papers of a step that has several', () => {
    expect(next(upTo(aCaseFile(), 'J04'))).toMatchObject({ act: 'choose', stepId: 'investigate', paperId: null });
  });

  it('serves under the name of the service', () => {
    expect(next(upTo(aCaseFile(), 'J21'))).toMatchObject({ act: 'begin', stepId: 'serve-notice' });
    expect(next(upTo(aCaseFile(), 'J21'))?.title).not.toContain('下一步');
  });

  it('files a case of which only the volume is missing', () => {
    expect(next({ ...aCaseFile(), volume: null })).toMatchObject({ act: 'file', paperId: null });
  });

  it('fills the first empty field, and says all that are empty by their names', () => {
    const file = withValues(drafting('J32'), 'J32', { decidedAt: '', payAccount: '' });
    expect(next(file)).toMatchObject({
      act: 'fill',
      title: '填写行政处罚决定书，缺2项',
      field: 'decidedAt',
      lacks: ['决定日期', '缴款账户'],
    });
  });

  it('has a filled paper signed, and tells it also beside the next act', () => {
    const file = drafting('J15', { signatures: [] });
    const { unsigned, next: act } = outlook(file);
    expect(act).toMatchObject({ act: 'sign', field: null });
    expect(act?.lacks.join('')).toContain('“提供人”签名');
    expect(unsigned.map(({ paperId }) => paperId)).toEqual([act?.paperId]);
  });

  it('sends a filled paper into approval, and then waits for who has to give the opinion', () => {
    expect(next(drafting('J04', { approvals: [] }))).toMatchObject({ act: 'submit', title: '立案审批表送审' });
    expect(next(drafting('J04', { status: 'approving', approvals: [] }))).toMatchObject({
      act: 'wait',
      title: '立案审批表等王建国、李敏签署意见',
      waitsFor: '王建国、李敏签署意见',
    });
  });

  it('issues what is approved', () => {
    expect(next(drafting('J04', { status: 'approved' }))).toMatchObject({ act: 'issue', title: '出具立案审批表' });
  });
});

describe('a paper that came back', () => {
  const verdict = (over: object) => ({
    step: 1,
    label: '承办单位负责人意见',
    verdict: '退回修改' as const,
    opinion: '补写事实的来源',
    personId: people.zhang.personId,
    name: '张丽',
    at: '2026-03-03T09:00',
    ...over,
  });

  it('is told with who sent it back and why', () => {
    expect(outlook(drafting('J04', { approvals: [verdict({})] })).returned).toMatchObject([
      { name: '立案审批表', approval: { name: '张丽', opinion: '补写事实的来源' } },
    ]);
  });

  it.each([
    ['was taken back by its own officer', { label: '撤回' }],
    ['was agreed to', { verdict: '同意' }],
  ])('is not told when it %s', (_, over) => {
    expect(outlook(drafting('J04', { approvals: [verdict(over)] })).returned).toEqual([]);
  });
});
