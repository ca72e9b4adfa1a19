import { describe, expect, it } from 'vitest';
import type { CaseFile, RuleSettings } from '../../../shared/case-file.ts';
import { conditions, hearingLine } from '../../../shared/procedure/conditions.ts';
import { judge } from '../../../shared/regulation/judge.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { paperIn, plusPaper, withValues } from '../../support/change-case-file.ts';
import { judgementOf } from '../../support/judgement.ts';

type Kind = CaseFile['parties'][number]['kind'];
const lines = { hearingFineUnit: 50_000, hearingFinePerson: 2_000 };
const fileOf = (kind: Kind, tradersAs: RuleSettings['tradersAs'], fine = 0): CaseFile => {
  const file = aCaseFile();
  const party = file.parties[0];
  if (party === undefined) throw new Error('no party');
  const changed = { ...file, parties: [{ ...party, kind }], settings: { ...file.settings, ...lines, tradersAs } };
  return withValues(changed, 'J32', { penalties: [{ kind: '罚款', amount: fine, basis: '第二十五条' }] });
};

describe('个体工商户 as 公民 or as 组织, as 法规科 chose', () => {
  it.each<[Kind, RuleSettings['tradersAs'], number]>([
    ['个体工商户', '组织', 50_000],
    ['个体工商户', '公民', 2_000],
    ['个人', '组织', 2_000],
    ['单位', '公民', 50_000],
    ['无照单位', '公民', 50_000],
  ])('%s, traders as %s: a hearing from %i yuan', (kind, tradersAs, line) => {
    expect(hearingLine(fileOf(kind, tradersAs))).toBe(line);
    expect(conditions.hearingRequired(fileOf(kind, tradersAs, line))).toBe(true);
    expect(conditions.hearingRequired(fileOf(kind, tradersAs, line - 0.01))).toBe(false);
  });

  it.each<[RuleSettings['tradersAs'], string, number, boolean]>([
    ['公民', '个体工商户', 200, false],
    ['公民', '个体工商户', 200.01, true],
    ['组织', '个体工商户', 3_000, false],
    ['公民', '单位', 3_000, false],
  ])('traders as %s: %s fined %d on the spot is too much: %s', (tradersAs, partyKind, amountUnit, isTooMuch) => {
    const file = plusPaper(fileOf('个体工商户', tradersAs), 'J34', '当场行政处罚决定书', '2026-04-03', {
      ...paperIn(aCaseFile(), 'J32').values,
      kind: '罚款',
      partyKind,
      amountUnit,
    });
    expect(judge(judgementOf(file), 'issue').some(({ checkId }) => checkId === 'V05d')).toBe(isTooMuch);
  });
});
