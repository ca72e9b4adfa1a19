import type { Paper } from '../case-file.ts';
import { papersOf } from '../case-file.ts';
import { articleName } from '../regulation/article-name.ts';
import type { GuideInput } from './obstacles.ts';
import { obstaclesToIssue, waitsFor } from './obstacles.ts';
import type { GuideStep, Obstacle, Step } from './procedure.ts';
import { serviceReceiptId } from './service.ts';
import { isDone, isNeeded, papersOfStep } from './steps.ts';

/** Templates that can be started for a step: all of its papers when it repeats, else only while it has none. */
const startable = (step: Step, papers: Paper[]): string[] => {
  if ('volume' in step.doneBy) return [];
  if (papers.length > 0 && !step.repeats) return [];
  return 'papers' in step.doneBy ? step.doneBy.papers : [serviceReceiptId];
};

const nothingYet = ({ file, templates }: GuideInput, step: Step): Obstacle => {
  const { doneBy } = step;
  const basis = `（${articleName(step.article)}）`;
  if ('volume' in doneBy) return { sentence: `还没有立卷，请到“归档”办理${basis}。`, article: step.article, stepId: step.id };
  if ('papers' in doneBy) {
    const names = doneBy.papers.map((id) => templates.get(id)?.name ?? id).join('或者');
    return { sentence: `还没有${names}${basis}。`, article: step.article, stepId: step.id, templateId: doneBy.papers[0] };
  }
  const served = papersOf(file, doneBy.serviceOf).at(-1)?.name ?? templates.get(doneBy.serviceOf)?.name ?? doneBy.serviceOf;
  return { sentence: `${served}还没有送达回证${basis}。`, article: step.article, stepId: step.id, templateId: serviceReceiptId };
};

const guideStep = (on: GuideInput, step: Step): GuideStep => {
  const papers = papersOfStep(on.file, step);
  const done = isDone(on.file, step);
  const required = isNeeded(on.file, step);
  const drafts = papers.flatMap((paper) => obstaclesToIssue(on, paper).map((obstacle) => ({ ...obstacle, stepId: obstacle.stepId ?? step.id })));
  const waits = waitsFor(on, step);
  const untouched = done || drafts.length > 0 || papers.some((paper) => paper.status === 'approved') || !required;
  const state = done ? 'done' : !required && papers.length === 0 && step.need === 'conditional' ? 'not-needed' : waits.length > 0 ? 'waiting' : 'current';
  return {
    step,
    state,
    required,
    paperIds: papers.map((paper) => paper.id),
    templateIds: startable(step, papers),
    obstacles: state === 'waiting' && papers.length === 0 ? waits : untouched ? drafts : [nothingYet(on, step)],
  };
};

/** The way of the case: every step of its procedure with what is done, what may be worked on, and what is missing. Pure. */
export const guideOf = (on: GuideInput): GuideStep[] => on.procedure.steps.map((step) => guideStep(on, step));

/** A place for the clerk to go. */
export interface NextPlace {
  stepId: string;
  sentence: string;
  paperId?: string;
  templateId?: string;
  field?: string;
}

const placeIn = ({ step, paperIds, templateIds, obstacles }: GuideStep): NextPlace => {
  const [obstacle] = obstacles;
  return {
    stepId: step.id,
    sentence: obstacle?.sentence ?? `可以制发：${step.name}。`,
    paperId: obstacle?.paperId ?? paperIds.at(-1),
    templateId: obstacle?.templateId ?? (paperIds.length === 0 ? templateIds[0] : undefined),
    field: obstacle?.field,
  };
};

/**
 * Where F2 goes: the first needed step that can be worked on here, before those that only wait for another person's approval, then
 * unfinished papers of steps already done. Null when nothing is missing.
 */
export const nextStep = (guide: GuideStep[], { file }: Pick<GuideInput, 'file'>): NextPlace | null => {
  const approving = new Set(file.papers.filter((paper) => paper.status === 'approving').map((paper) => paper.id));
  const current = guide.filter((step) => step.state === 'current' && step.required);
  const ours = current.find((step) => step.paperIds.length === 0 || step.paperIds.some((id) => !approving.has(id)));
  const unfinished = guide.find((step) => step.state === 'done' && step.obstacles.length > 0);
  const next = ours ?? current[0] ?? unfinished;
  return next === undefined ? null : placeIn(next);
};
