import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../../shared/case-file.ts';
import { judge } from '../../../shared/regulation/judge.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { plusPaper } from '../../support/change-case-file.ts';
import { judgementOf } from '../../support/judgement.ts';

type Add = (file: CaseFile) => CaseFile;
const applied: Add = (file) => plusPaper(file, 'F01', '行政复议答复书', '2026-04-12', { recvAt: '2026-04-10' });
const sued: Add = (file) => plusPaper(file, 'F02', '行政诉讼答辩状', '2026-04-12', { recvAt: '2026-04-10' });
const letter =
  (values: Record<string, string>): Add =>
  (file) =>
    plusPaper(file, 'F08', '来文登记表', '2026-04-15', values);
const upheld = letter({ kind: '行政复议决定书', result: '维持（驳回）' });
const annulled = letter({ kind: '行政复议决定书', result: '撤销' });
const judged = letter({ kind: '一审判决书', result: '维持（驳回）', effectiveAt: '2026-04-18' });
const notInForce = letter({ kind: '一审判决书', result: '维持（驳回）' });

const none = '没有申请行政复议，也没有提起行政诉讼';
const reconsidered = '复议维持后没有起诉';
const lost = '经人民法院裁判驳回';

const found = (remedyUsed: string, ...adds: Add[]) => {
  const file = adds.reduce((given, add) => add(given), aCaseFile());
  const applying = plusPaper(file, 'J44', '强制执行申请书', '2026-04-20', { date: '2026-04-20', remedyUsed });
  return judge(judgementOf(applying), 'issue')
    .filter(({ checkId }) => checkId === 'R29d')
    .map(({ severity }) => severity);
};

/** 强制法53 (no remedy used), 复议法78 (upheld, not sued), 行诉法95 (lost the suit). */
describe('强制执行申请书 says of the remedies what the papers on file show', () => {
  it.each([
    [none, [], []],
    [none, [applied], ['err']],
    [none, [sued], ['err']],
    [reconsidered, [applied, upheld], []],
    [reconsidered, [applied], ['warn']],
    [reconsidered, [applied, annulled], ['warn']],
    [reconsidered, [applied, upheld, sued], ['err']],
    [lost, [sued, judged], []],
    [lost, [sued, notInForce], ['warn']],
    [lost, [], ['warn']],
  ] as const)('%s (%#)', (remedyUsed, adds, severities) => expect(found(remedyUsed, ...adds)).toEqual(severities));
});
