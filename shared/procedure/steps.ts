import type { CaseFile, Paper } from '../case-file.ts';
import { papersOf } from '../case-file.ts';
import { conditions, isConditionName } from './conditions.ts';
import { standingOf, viewsOf } from './parties.ts';
import type { Procedure, Step } from './procedure.ts';
import { statesParty } from './carry.ts';
import type { Template } from '../template/template.ts';
import { listOf } from './paper-values.ts';
import { holds } from '../template/conditions.ts';
import { servedDay } from './service.ts';
import { paperIds } from '../template/paper-ids.ts';

/** Papers of a step that are not void, drafts included, oldest first. For a service step: the receipts of the served paper. */
export const papersOfStep = (file: CaseFile, step: Step): Paper[] => {
  const { doneBy } = step;
  const { papers } = standingOf(file);
  if ('volume' in doneBy || 'lead' in doneBy) return [];
  if ('papers' in doneBy)
    return papers.filter((paper) => paper.status !== 'void' && doneBy.papers.includes(paper.templateId));
  const served = new Set(papersOf(file, doneBy.serviceOf).map((paper) => paper.id));
  return papers.filter(
    (paper) =>
      paper.templateId === paperIds.serviceReceipt &&
      paper.status !== 'void' &&
      listOf(paper, 'documents').some((id) => served.has(id)),
  );
};

/** Whether a step is done in one view of the case. A service step follows its newest paper: a notice given anew must be served anew. */
const isDoneIn = (view: CaseFile, { doneBy, openWhile }: Step): boolean => {
  if ('volume' in doneBy) return view.volume !== null;
  if ('lead' in doneBy) return view.chain.some(({ lead, stands }) => stands === 'redone' && lead === doneBy.lead);
  if ('papers' in doneBy)
    return (
      doneBy.papers.some((templateId) =>
        papersOf(view, templateId).some(({ values }) => doneBy.saying === undefined || holds(doneBy.saying, values)),
      ) &&
      (openWhile === undefined || !holdsIn(view, openWhile))
    );
  const newest = papersOf(view, doneBy.serviceOf).at(-1);
  return newest !== undefined && servedDay(view, newest) !== null;
};

/** A service without a condition is needed once its paper is issued. */
const isNeededIn = (view: CaseFile, step: Step): boolean => {
  if (step.need !== 'conditional') return step.need === 'required';
  if (step.condition === undefined && 'serviceOf' in step.doneBy)
    return papersOf(view, step.doneBy.serviceOf).length > 0;
  return holdsIn(view, step.condition ?? '');
};

function holdsIn(view: CaseFile, name: string): boolean {
  if (!isConditionName(name)) throw new Error(`There is no condition of this name: ${name}`);
  return conditions[name](view);
}

/** Whether a step is done; one that each party needs, when it is done for every party that needs it. */
export const isDone = (file: CaseFile, step: Step): boolean => {
  if (step.each === undefined) return isDoneIn(standingOf(file), step);
  const undone = viewsOf(file).filter((view) => !isDoneIn(view, step));
  return undone.length < viewsOf(file).length && !undone.some((view) => isNeededIn(view, step));
};

/** Whether the case needs the step: always, when its condition holds for one of the parties, or never. */
export const isNeeded = (file: CaseFile, step: Step): boolean => viewsOf(file).some((view) => isNeededIn(view, step));

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
    if (!('serviceOf' in doneBy) || paper.templateId !== paperIds.serviceReceipt) return false;
    const documents = listOf(paper, 'documents');
    return papersOf(file, doneBy.serviceOf, true).some((served) => documents.includes(served.id));
  });

/** Whether papers of this template are for one party each: by their step; a 送达回证 and an outward paper beside the steps always. */
export const isForOneParty = ({ steps }: Procedure, template: Template): boolean => {
  if (template.id === paperIds.serviceReceipt) return true;
  const own = steps.filter(({ doneBy }) => 'papers' in doneBy && doneBy.papers.includes(template.id));
  return own.length === 0
    ? template.direction === 'outward' && statesParty(template)
    : own.some((step) => step.each === 'party');
};
