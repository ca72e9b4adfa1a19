import { describe, expect, it } from 'vitest';
import { CaseFile } from '../../../shared/case-file.ts';
import { judge } from '../../../shared/regulation/judge.ts';
import { scoreOf } from '../../../shared/regulation/review.ts';
import { problemsOf } from '../../../shared/template/validate.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { plusPaper, without, withValues } from '../../support/change-case-file.ts';
import { definitions, judgementOf } from '../../support/judgement.ts';

describe('the sample case', () => {
  const file = aCaseFile();

  it('is a case file of the boundary', () => {
    expect(CaseFile.parse(file)).toEqual(file);
  });

  it.each(file.papers.map((paper) => [paper.name, paper] as const))('has a %s without a fault', (_, paper) => {
    const template = definitions.templates.get(paper.templateId);
    expect(template?.name).toBe(paper.name);
    expect(template === undefined ? null : problemsOf(template, paper.values)).toEqual([]);
  });

  it.each(['live', 'issue', 'filing'] as const)('gives no finding at %s', (moment) => {
    expect(judge(judgementOf(file), moment)).toEqual([]);
  });

  it('warns of informant data, and of nothing else, before it leaves the office', () => {
    expect(judge(judgementOf(file), 'handover').map(({ checkId, templateId }) => [checkId, templateId])).toEqual([
      ['R40a', 'J01'],
      ['R40a', 'J03'],
    ]);
  });

  it('may also end with the withdrawal of the case, without notice, decision or service', () => {
    const withdrawn = withValues(
      withValues(without(file, 'J21', 'J23', 'J24', 'J31', 'J32', 'J39', 'J40', 'J06'), 'J18', {
        suggestion: '撤销立案',
        proposedDecision: '',
      }),
      'J45',
      { closeType: '撤销立案' },
    );
    const judged = judge(
      judgementOf(plusPaper(withdrawn, 'J36a', '撤销立案（案件移送）审批表', '2026-03-24', {})),
      'filing',
    );
    expect(judged.filter((finding) => finding.severity === 'veto')).toEqual([]);
  });

  it('may also end at the door: refused, told, closed and filed', () => {
    const papers = file.papers.filter((paper) =>
      ['J01', 'J03', 'J45', 'J49', 'J50', 'J51', 'J52'].includes(paper.templateId),
    );
    const told = withValues(withValues({ ...file, papers, exhibits: [] }, 'J01', { handling: '不予立案' }), 'J03', {
      result: '不予立案',
      reason: '不属于本机关职责',
      basis: '《劳动保障监察条例》第二十一条',
    });
    const refused = withValues(plusPaper(told, 'J02', '不予立案（不予受理）审批表', '2026-03-03', {}), 'J45', {
      closeType: '终结',
    });
    expect(
      judge(judgementOf(refused), 'filing').filter(({ severity }) => severity === 'veto' || severity === 'err'),
    ).toEqual([]);
  });

  it('scores 100', () => {
    expect(scoreOf(judge(judgementOf(file), 'filing'))).toMatchObject({
      points: 100,
      grade: '优秀',
      vetoes: [],
      deductions: [],
    });
  });
});
