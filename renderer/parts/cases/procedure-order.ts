import type { Procedure } from '../../../shared/procedure/procedure.ts';

/** What is begun most often comes first. */
const usual: readonly Procedure['caseType'][] = [
  '行政处罚',
  '行政处理',
  '行政检查',
  '行政强制',
  '行政征收',
  '行政奖励',
  '行政许可',
  '行政确认',
  '行政给付',
  '救济',
  '其他',
];

export const usualFirst = (procedures: Iterable<Procedure>): Procedure[] =>
  [...procedures].toSorted((a, b) => usual.indexOf(a.caseType) - usual.indexOf(b.caseType));
