import type { CaseFile, Paper, PeriodChange } from '../../../shared/case-file.ts';
import { papersOf } from '../../../shared/case-file.ts';
import type { PeriodRule } from '../../../shared/periods/rule.ts';
import { dayWords } from '../../parts/days/day-words.ts';
import { paperIds } from '../../../shared/template/paper-ids.ts';

const matters: Readonly<Record<PeriodChange['kind'], readonly string[]>> = {
  extension: ['延长调查', '其他'],
  suspension: ['中止', '其他'],
};

/** Issued approvals that may bear this change, newest first; one that was used already bears no second one. */
export function approvalsFor(kind: PeriodChange['kind'], file: CaseFile): Paper[] {
  const used = (paper: Paper): boolean =>
    file.periodChanges.some(({ basis }) => basis.endsWith(`（${paper.number ?? paper.name}）`));
  return papersOf(file, paperIds.caseMatterApproval)
    .filter((paper) => matters[kind].includes(String(paper.values['matter'])) && !used(paper))
    .toReversed();
}

export const unitWords: Readonly<Record<PeriodRule['unit'], string>> = {
  H: '小时',
  CD: '日',
  WD: '个工作日',
  M: '个月',
  Y: '年',
};

/** A change as it stands in the list: 延长30个工作日, 2026年3月10日中止，2026年3月20日恢复. */
export function changeWords({ kind, n, from, to }: PeriodChange, rule: PeriodRule): string {
  if (kind === 'extension')
    return n === null ? `延长至${dayWords(to ?? '')}` : `延长${n}${unitWords[rule.extension?.unit ?? rule.unit]}`;
  return `${dayWords(from ?? '')}中止，${to === null ? '尚未恢复' : `${dayWords(to)}恢复`}`;
}
