import { expect, test } from 'vitest';
import { approvalsFor, changeWords } from '../../../../renderer/screens/case/period-approvals.ts';
import { aCaseFile } from '../../../support/a-case-file.ts';
import { plusPaper } from '../../../support/change-case-file.ts';
import { definitions } from '../../../support/judgement.ts';

const ruleOf = (id: string) => {
  const rule = definitions.periodRules.find((periodRule) => periodRule.id === id);
  if (rule === undefined) throw new Error(`No rule ${id}`);
  return rule;
};

const approved = (matter: string, number: string) =>
  plusPaper(aCaseFile(), 'J46', '案件有关事项审批表', '2026-03-12', { matter }, { number });

test('only an issued approval of the matter bears the change', () => {
  expect(approvalsFor('extension', approved('延长调查', '监审1号')).map(({ number }) => number)).toEqual(['监审1号']);
  expect(approvalsFor('suspension', approved('延长调查', '监审1号'))).toEqual([]);
  expect(approvalsFor('extension', approved('回避', '监审1号'))).toEqual([]);
  const drafted = approved('中止', '监审1号');
  expect(
    approvalsFor('suspension', {
      ...drafted,
      papers: drafted.papers.map((paper) =>
        paper.templateId === 'J46' ? { ...paper, status: 'draft' as const } : paper,
      ),
    }),
  ).toEqual([]);
});

test('an approval bears one change', () => {
  const file = approved('延长调查', '监审1号');
  expect(
    approvalsFor('extension', {
      ...file,
      periodChanges: [
        { ruleId: 'J60', kind: 'extension', n: 30, from: null, to: null, basis: '监察条例17（监审1号）' },
      ],
    }),
  ).toEqual([]);
});

test('changes are said as clerks say them', () => {
  expect(changeWords({ ruleId: 'J60', kind: 'extension', n: 30, from: null, to: null, basis: '' }, ruleOf('J60'))).toBe(
    '延长30个工作日',
  );
  expect(
    changeWords({ ruleId: 'G60', kind: 'suspension', n: null, from: '2026-03-10', to: null, basis: '' }, ruleOf('G60')),
  ).toBe('2026年3月10日中止，尚未恢复');
  expect(
    changeWords(
      { ruleId: 'G60', kind: 'suspension', n: null, from: '2026-03-10', to: '2026-03-20', basis: '' },
      ruleOf('G60'),
    ),
  ).toBe('2026年3月10日中止，2026年3月20日恢复');
});
