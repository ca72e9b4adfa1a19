import type { Paper } from '../case-file.ts';
import { papersOf } from '../case-file.ts';
import { articleName } from '../chinese/article-name.ts';
import { approvedChoice, type ApprovedChoice } from './approved-choice.ts';
import type { GuideInput } from './obstacles.ts';
import { obstaclesToIssue, waitsFor } from './obstacles.ts';
import { forEachParty, standingOf, viewsOf } from './parties.ts';
import type { GuideStep, Obstacle, Step } from './procedure.ts';
import { isDone, isNeeded, papersOfStep } from './steps.ts';
import { paperIds } from '../template/paper-ids.ts';

/** Templates that can be started for a step: all of its papers that fit when it repeats, else only while it has none. */
const startable = (step: Step, papers: Paper[], { fitting }: ApprovedChoice): string[] => {
  if ('volume' in step.doneBy || 'lead' in step.doneBy) return [];
  if (papers.length > 0 && !step.repeats) return [];
  return 'papers' in step.doneBy ? fitting : [paperIds.serviceReceipt];
};

const nothingYet = ({ file, templates }: GuideInput, step: Step, { fitting }: ApprovedChoice): Obstacle => {
  const { doneBy } = step;
  const basis = `（${articleName(step.article)}）`;
  if ('volume' in doneBy)
    return { sentence: `还没有立卷，请到“归档”办理${basis}。`, article: step.article, stepId: step.id };
  if ('lead' in doneBy) return { sentence: `还没有由原案件另立案件${basis}。`, article: step.article, stepId: step.id };
  if ('papers' in doneBy) {
    const names = fitting.map((id) => templates.get(id)?.name ?? id).join('或者');
    return {
      sentence: `还没有${doneBy.saying === undefined ? '' : `写明${doneBy.saying.is.join('或者')}的`}${names}${basis}。`,
      article: step.article,
      stepId: step.id,
      templateId: fitting[0],
    };
  }
  const served =
    papersOf(file, doneBy.serviceOf).at(-1)?.name ?? templates.get(doneBy.serviceOf)?.name ?? doneBy.serviceOf;
  return {
    sentence: `${served}还没有送达回证${basis}。`,
    article: step.article,
    stepId: step.id,
    templateId: paperIds.serviceReceipt,
  };
};

const nothingSpared: GuideStep['spared'] = { templateIds: [], why: '' };

/** A step as it stands in one view of the case. */
const stepIn = (input: GuideInput, step: Step): GuideStep => {
  const papers = papersOfStep(input.file, step);
  const done = isDone(input.file, step);
  const required = isNeeded(input.file, step);
  const drafts = papers.flatMap((paper) =>
    obstaclesToIssue(input, paper).map((obstacle) => ({ ...obstacle, stepId: obstacle.stepId ?? step.id })),
  );
  const choice = approvedChoice(input.file, step);
  const templateIds = startable(step, papers, choice);
  const waits = waitsFor(input, step);
  const untouched = done || drafts.length > 0 || papers.some((paper) => paper.status === 'approved') || !required;
  const state = done
    ? 'done'
    : !required && papers.length === 0 && step.need === 'conditional'
      ? 'not-needed'
      : waits.length > 0
        ? 'waiting'
        : 'current';
  return {
    step,
    state,
    required,
    stepPaperIds: papers.map((paper) => paper.id),
    templateIds,
    spared: templateIds.length === 0 ? nothingSpared : { templateIds: choice.spared, why: choice.why },
    partyIds: [],
    obstacles:
      state === 'waiting' && papers.length === 0 ? waits : untouched ? drafts : [nothingYet(input, step, choice)],
  };
};

/** What the states of a step for each party are together, while it is not done for all of them. */
const jointState = (states: readonly GuideStep['state'][]): GuideStep['state'] =>
  (['current', 'waiting', 'not-needed'] as const).find((state) => states.includes(state)) ?? 'done';

/** What one party still lacks, to be said beside what the others do: an obstacle leads to the paper in hand, else names whom one is to be begun for. */
const lackingFor = (partyId: string | undefined, { step, stepPaperIds, obstacles }: GuideStep): Obstacle[] =>
  obstacles.map((obstacle) => {
    const paperId = obstacle.paperId ?? (obstacle.stepId === step.id ? stepPaperIds.at(-1) : undefined);
    return paperId === undefined ? { ...obstacle, partyId } : { ...obstacle, paperId };
  });

/** A step each of several parties needs: what is missing is said with the name of the party it is missing for. */
const stepForEach = (input: GuideInput, step: Step): GuideStep => {
  const parts = new Map(viewsOf(input.file).map((view) => [view, stepIn({ ...input, file: view }, step)]));
  const all = [...parts.values()];
  const state = isDone(input.file, step) ? 'done' : jointState(all.map((part) => part.state));
  return {
    step,
    state,
    required: all.some(({ required }) => required),
    stepPaperIds: papersOfStep(input.file, step).map((paper) => paper.id),
    templateIds: [...new Set(all.flatMap(({ templateIds }) => templateIds))],
    spared: all.find(({ spared }) => spared.templateIds.length > 0)?.spared ?? nothingSpared,
    partyIds: [...parts]
      .filter(([, part]) => part.templateIds.length > 0 && (part.state !== 'not-needed' || state === 'not-needed'))
      .flatMap(([view]) => view.parties.map((party) => party.householdId)),
    // While one can go on, what another still waits for is no work of this step.
    obstacles: forEachParty(input.file, (view) => {
      const part = parts.get(view);
      return part === undefined || (state === 'current' && part.state === 'waiting' && part.stepPaperIds.length === 0)
        ? []
        : lackingFor(view.parties[0]?.householdId, part);
    }),
  };
};

const guideStep = (input: GuideInput, step: Step): GuideStep =>
  step.each === undefined || input.file.parties.length < 2 ? stepIn(input, step) : stepForEach(input, step);

/** The way of the case: every step of its procedure with what is done, what may be worked on, and what is missing. Pure. */
export const guideOf = (input: GuideInput): GuideStep[] => {
  const now = { ...input, file: standingOf(input.file) };
  return now.procedure.steps.map((step) => guideStep(now, step));
};

/** A place for the clerk to go. */
export interface NextPlace {
  stepId: string;
  sentence: string;
  paperId?: string;
  templateId?: string;
  partyId?: string;
  field?: string;
}

/** Whether something is missing that no paper has been begun for. */
const isUnbegun = (obstacle: Obstacle | undefined): boolean =>
  obstacle?.partyId !== undefined && obstacle.paperId === undefined;

/** The place of a step to go to: what waits for another person (its paper is in approval) comes after what does not. */
const placeIn = (
  { step, stepPaperIds, templateIds, obstacles }: GuideStep,
  approving: ReadonlySet<string>,
): NextPlace => {
  const obstacle = obstacles.find(({ paperId }) => paperId === undefined || !approving.has(paperId)) ?? obstacles[0];
  return {
    stepId: step.id,
    sentence: obstacle?.sentence ?? `可以制发：${step.name}。`,
    paperId: isUnbegun(obstacle) ? undefined : (obstacle?.paperId ?? stepPaperIds.at(-1)),
    templateId: obstacle?.templateId ?? (stepPaperIds.length === 0 ? templateIds[0] : undefined),
    ...(obstacle?.partyId === undefined ? {} : { partyId: obstacle.partyId }),
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
  const ours = current.find(
    (step) =>
      step.stepPaperIds.length === 0 ||
      step.obstacles.some(isUnbegun) ||
      step.stepPaperIds.some((id) => !approving.has(id)),
  );
  const unfinished = guide.find((step) => step.state === 'done' && step.obstacles.length > 0);
  const next = ours ?? current[0] ?? unfinished;
  return next === undefined ? null : placeIn(next, approving);
};
