import type { CaseFile, Paper } from '../case-file.ts';
import { papersOf } from '../case-file.ts';
import { conditions, isConditionName } from './conditions.ts';
import type { Procedure, Step } from './procedure.ts';
import { listOf } from './reading.ts';
import { servedDay, serviceReceiptId } from './service.ts';

/** Papers of a step that are not void, drafts included, oldest first. For a service step: the receipts of the served paper. */
export const papersOfStep = (file: CaseFile, step: Step): Paper[] => {
  const { doneBy } = step;
  if ('volume' in doneBy) return [];
  if ('papers' in doneBy) return file.papers.filter((paper) => paper.status !== 'void' && doneBy.papers.includes(paper.templateId));
  const served = new Set(papersOf(file, doneBy.serviceOf).map((paper) => paper.id));
  return papersOf(file, serviceReceiptId, true).filter((receipt) => listOf(receipt, 'documents').some((id) => served.has(id)));
};

/** Whether a step is done. A service step follows its newest paper: a notice given anew must be served anew. */
export const isDone = (file: CaseFile, step: Step): boolean => {
  const { doneBy } = step;
  if ('volume' in doneBy) return file.volume !== null;
  if ('papers' in doneBy) return doneBy.papers.some((templateId) => papersOf(file, templateId).length > 0);
  const newest = papersOf(file, doneBy.serviceOf).at(-1);
  return newest !== undefined && servedDay(file, newest.id) !== null;
};

/** Whether the case needs the step: always, when its condition holds, or never. A service without a condition is needed once its paper is issued. */
export const isNeeded = (file: CaseFile, step: Step): boolean => {
  if (step.need !== 'conditional') return step.need === 'required';
  if (step.condition === undefined && 'serviceOf' in step.doneBy) return papersOf(file, step.doneBy.serviceOf).length > 0;
  const name = step.condition ?? '';
  if (!isConditionName(name)) throw new Error(`Step ${step.id} names no condition: ${name}`);
  return conditions[name](file);
};

/** Steps named in `after` that are needed and not done. */
export const openBefore = (file: CaseFile, procedure: Procedure, step: Step): Step[] =>
  step.after.flatMap((id) => {
    const before = procedure.steps.find((candidate) => candidate.id === id);
    return before === undefined || isDone(file, before) || !isNeeded(file, before) ? [] : [before];
  });

/** The steps a paper belongs to: by its template, or for a 送达回证 by what it serves. */
export const stepsOfPaper = (file: CaseFile, procedure: Procedure, paper: Paper): Step[] =>
  procedure.steps.filter(({ doneBy }) => {
    if ('papers' in doneBy) return doneBy.papers.includes(paper.templateId);
    if ('volume' in doneBy || paper.templateId !== serviceReceiptId) return false;
    const documents = listOf(paper, 'documents');
    return papersOf(file, doneBy.serviceOf, true).some((served) => documents.includes(served.id));
  });
