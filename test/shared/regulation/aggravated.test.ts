import { describe, expect, it } from 'vitest';
import { judge } from '../../../shared/regulation/judge.ts';
import type { RowValue } from '../../../shared/template/values.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { withValues } from '../../support/change-case-file.ts';
import { judgementOf } from '../../support/judgement.ts';

const basis = '《劳动保障监察条例》第二十五条';
const said = (told: RowValue[], decided: RowValue[]) =>
  judge(
    judgementOf(withValues(withValues(aCaseFile(), 'J21', { penalties: told }), 'J32', { penalties: decided })),
    'issue',
  )
    .filter(({ checkId }) => checkId === 'B08')
    .map(({ severity }) => severity);

describe('what was decided is not heavier than what was told (处罚法44、45)', () => {
  const fine = (amount: number): RowValue => ({ kind: '罚款', amount, basis });
  const gains = (amount: number): RowValue => ({ kind: '没收违法所得', amount, basis });
  const other = (kind: string, content: string): RowValue => ({ kind, content, basis });

  it.each<[string, RowValue[], RowValue[], string[]]>([
    ['the same fine', [fine(3600)], [fine(3600)], []],
    ['a smaller fine', [fine(3600)], [fine(3599.99)], []],
    ['a larger fine', [fine(3600)], [fine(3600.01)], ['veto']],
    ['one fine told, two decided that come to more', [fine(3600)], [fine(3600), fine(1)], ['veto']],
    ['gains in full, no more than told', [gains(800)], [gains(800)], []],
    ['more gains than told', [gains(800)], [gains(801)], ['veto']],
    ['a lower fine does not make up for more gains', [fine(900), gains(100)], [fine(100), gains(900)], ['veto']],
    ['a kind nobody told of', [fine(3600)], [fine(3600), other('吊销许可证件', '劳务派遣经营许可证')], ['veto']],
    ['a kind that was told is left out', [fine(1), other('责令关闭', '门店')], [fine(1)], []],
    ['the same licence', [other('吊销许可证件', '许可证 001')], [other('吊销许可证件', '许可证001')], []],
    ['another licence', [other('吊销许可证件', '许可证001')], [other('吊销许可证件', '许可证002')], ['err']],
    ['closed for longer', [other('责令停产停业', '停业3日')], [other('责令停产停业', '停业30日')], ['err']],
    [
      'goods in another order',
      [other('没收非法财物', '甲'), other('没收非法财物', '乙')],
      [other('没收非法财物', '乙'), other('没收非法财物', '甲')],
      [],
    ],
    ['more goods', [other('没收非法财物', '甲')], [other('没收非法财物', '甲'), other('没收非法财物', '乙')], ['err']],
  ])('%s', (_name, told, decided, severities) => {
    expect(said(told, decided)).toEqual(severities);
  });
});
