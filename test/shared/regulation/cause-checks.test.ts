import { describe, expect, test } from 'vitest';
import type { CaseFile } from '../../../shared/case-file.ts';
import { causeOfCase } from '../../../shared/procedure/cause-of-case.ts';
import { isMoney } from '../../../shared/procedure/conditions.ts';
import { amountOf, rowsOf } from '../../../shared/procedure/paper-values.ts';
import { judge } from '../../../shared/regulation/judge.ts';
import type { RowValue } from '../../../shared/template/values.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { paperIn, withValues } from '../../support/change-case-file.ts';
import { definitions, judgementOf } from '../../support/judgement.ts';

const said = (file: CaseFile, id: string): string[] =>
  judge(judgementOf(file), 'filing')
    .filter(({ checkId }) => checkId === id)
    .map(({ sentence }) => sentence);

const caseOf = (causeName: string, day: string): CaseFile => {
  const file = withValues(aCaseFile(), 'J18', { conductEndedAt: day });
  const renamed = { ...file, case: { ...file.case, causeName } };
  return { ...renamed, cause: causeOfCase(renamed, definitions.causes, definitions.laws) };
};

describe('provisions by the day of the act', () => {
  test.each<[string, string, string, boolean]>([
    ['the day before', '2020-04-30', '《保障农民工工资支付条例》第五十三条', true],
    ['the first day', '2020-05-01', '《保障农民工工资支付条例》第五十三条', false],
    ['another provision of that law', '2020-04-30', '《保障农民工工资支付条例》第五十四条', true],
    ['the law that applied', '2020-04-30', '《劳动保障监察条例》第二十六条第一项', false],
    ['the law of procedure of the day of the paper', '2020-04-30', '《中华人民共和国行政处罚法》第六十五条', false],
    [
      'a new provision that is milder, which the paper says',
      '2020-04-30',
      '《保障农民工工资支付条例》第五十三条、《中华人民共和国行政处罚法》第三十七条',
      false,
    ],
  ])('%s', (_, day, basis, refused) => {
    const file = withValues(caseOf('涉嫌拖欠农民工工资', day), 'J32', { basis });
    expect(said(file, 'V05b').length > 0).toBe(refused);
  });

  test('an article of the penalty itself is looked at too', () => {
    const penalties: RowValue[] = [{ kind: '罚款', amount: 100, basis: '《劳动合同法》第九十九条' }];
    expect(said(withValues(aCaseFile(), 'J32', { penalties }), 'V05b')).toEqual([
      '行政处罚决定书：《中华人民共和国劳动合同法》只有98条，没有第九十九条。',
    ]);
  });

  test('is an err: it blocks until somebody writes why', () => {
    const file = withValues(caseOf('涉嫌拖欠农民工工资', '2020-04-30'), 'J32', {
      basis: '《保障农民工工资支付条例》第五十三条',
    });
    const finding = judge(judgementOf(file), 'issue').find(({ checkId }) => checkId === 'V05b');
    expect([finding?.severity, finding?.field]).toEqual(['err', 'basis']);
  });
});

describe('hearing and review by the 案由', () => {
  const withAmount = (amount: number | null, penalties: string[] = []): CaseFile => {
    const file = caseOf('涉嫌违反规定延长劳动者工作时间', '2026-02-28');
    const triggers = [{ penalties, amount, reason: '本局裁量基准的规定' }];
    return { ...file, cause: { ...file.cause!, hearing: triggers } };
  };
  const fine = amountOf(rowsOf(paperIn(aCaseFile(), 'J32'), 'penalties'), isMoney) ?? 0;

  test.each<[string, CaseFile, boolean]>([
    ['a fine one yuan below the line', withAmount(fine + 1), false],
    ['a fine of the line', withAmount(fine), true],
    ['a kind of penalty that is not proposed', withAmount(null, ['吊销许可证件']), false],
    ['a kind that is', withAmount(null, ['警告']), true],
    ['told already', withValues(withAmount(fine), 'J21', { rights: ['陈述', '申辩', '听证'] }), false],
  ])('%s', (_, file, expected) => {
    expect(said(file, 'V08b').length > 0).toBe(expected);
  });
});
