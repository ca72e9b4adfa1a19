import { describe, expect, test } from 'vitest';
import { guideOf } from '../../../shared/procedure/guide.ts';
import type { CaseFile } from '../../../shared/case-file.ts';
import { listOf } from '../../../shared/procedure/paper-values.ts';
import { judge } from '../../../shared/regulation/judge.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { paperIn, without, withValues } from '../../support/change-case-file.ts';
import { judgementOf } from '../../support/judgement.ts';

/** Without the receipts that prove the service of a paper. */
const unserved = (file: CaseFile, templateId: string): CaseFile => ({
  ...file,
  papers: file.papers.filter(
    (paper) => paper.templateId !== 'J40' || !listOf(paper, 'documents').includes(paperIn(file, templateId).id),
  ),
});

/**
 * Every question has one answer: whether something is done is said by the way of the case and by the check at filing alike. Each row names a
 * step, the check that asks the same, and what undoes it.
 */
const rows: readonly [step: string, check: string, undo: (file: CaseFile) => CaseFile][] = [
  ['inform-source', 'R14d', (file) => withValues(file, 'J03', { result: '已立案' })],
  ['inform-source', 'R14d', (file) => without(file, 'J03')],
  ['file-case', 'V06', (file) => without(file, 'J04')],
  ['investigate', 'R10a', (file) => without(file, 'J07', 'J08')],
  ['conclude', 'V06', (file) => without(file, 'J18')],
  ['notify', 'R22a', (file) => without(file, 'J21')],
  ['serve-notice', 'R22a', (file) => unserved(file, 'J21')],
  ['defence', 'R22b', (file) => without(file, 'J23')],
  ['review-defence', 'D02', (file) => without(file, 'J24')],
  ['approve-decision', 'R23a', (file) => without(file, 'J31')],
  ['serve-decision', 'F01', (file) => unserved(file, 'J32')],
  ['perform', 'R27a', (file) => without(file, 'J39')],
  ['close', 'V06', (file) => without(file, 'J45')],
];

const isOpen = (file: CaseFile, stepId: string): boolean => {
  const { procedure, templates } = judgementOf(file);
  const step = guideOf({ file, procedure, templates }).find((each) => each.step.id === stepId);
  return step !== undefined && step.required && step.state !== 'done';
};
const isFound = (file: CaseFile, checkId: string): boolean =>
  judge(judgementOf(file), 'filing').some((finding) => finding.checkId === checkId);

describe('the way of a case and the checks at filing', () => {
  test.each(rows)('%s and %s say the same', (step, check, undo) => {
    const file = aCaseFile();
    expect([isOpen(file, step), isFound(file, check)]).toEqual([false, false]);
    const undone = undo(file);
    expect([isOpen(undone, step), isFound(undone, check)]).toEqual([true, true]);
  });
});
