import type { PeriodRule } from '../../../shared/periods/rule.ts';

const unitWords: Readonly<Record<PeriodRule['unit'], string>> = {
  H: '小时',
  CD: '日（自然日）',
  WD: '个工作日',
  M: '个月',
  Y: '年',
};

/** How long a period is: 30日（自然日）内, 不少于7个工作日, 提前7个工作日. */
export function lengthWords({ n, unit, kind }: Pick<PeriodRule, 'n' | 'unit' | 'kind'>): string {
  const length = `${n}${unitWords[unit]}`;
  switch (kind) {
    case 'max':
      return n === 0 ? '当日' : `${length}内`;
    // How long a recording of evidence is kept is said by its volume, not by a number (第三十七条).
    case 'min':
      return n === 0 ? '与案卷相同' : `不少于${length}`;
    case 'before':
      return `提前${length}`;
    case 'accrual':
      return `自第${n + 1}日起按日计算`;
  }
}

export const rollWords: Readonly<Record<PeriodRule['roll'], string>> = {
  yes: '末日逢休息日顺延',
  no: '末日不顺延',
  na: '',
};
export const harmWords: Readonly<Record<PeriodRule['harm'], string>> = {
  3: '影响效力或者丧失权利',
  2: '评查扣分',
  1: '内部事务',
};
