import type { CaseFile } from '../../../shared/case-file.ts';
import type { Period, PeriodRule } from '../../../shared/periods/rule.ts';
import { Step } from '../../../shared/procedure/procedure.ts';
import type { GuideStep, Obstacle } from '../../../shared/procedure/procedure.ts';

export type Stage = Step['stage'];

/** The stages of every procedure, in their order; a stage that comes again later joins its first coming. */
export const stages: readonly Stage[] = Step.shape.stage.options;

/** How a stage stands; `unneeded`: nothing of it is required in this case. */
export type StageState = 'done' | 'current' | 'waiting' | 'unneeded';

export interface StageStanding {
  stage: Stage;
  state: StageState;
  /** Required steps, and those of them that are done. */
  required: number;
  done: number;
  /** What the papers under way in it still lack. */
  missing: number;
  /** First and last day on which a paper of it was issued. */
  days: readonly [first: string, last: string] | null;
  /** The stage before it that is not done. */
  waitsFor: Stage | null;
}

/** All stages with what is done of them. */
export function stagesOf(guide: readonly GuideStep[], file: CaseFile): StageStanding[] {
  let open: Stage | null = null;
  return stages.map((stage) => {
    const standing = { ...standingOf(stage, guide, file), waitsFor: open };
    if (standing.state === 'current' || standing.state === 'waiting') open = stage;
    return standing;
  });
}

function standingOf(stage: Stage, guide: readonly GuideStep[], file: CaseFile): Omit<StageStanding, 'waitsFor'> {
  const steps = guide.filter(({ step }) => step.stage === stage);
  const required = steps.filter((step) => step.required);
  const done = required.filter(({ state }) => state === 'done').length;
  const days = steps.flatMap((step) => daysOf(step, file)).toSorted();
  const [first, last] = [days[0], days.at(-1)];
  return {
    stage,
    state: stateOf(required, done),
    required: required.length,
    done,
    missing: steps.filter(({ state }) => state === 'current').reduce((sum, step) => sum + missingOf(step), 0),
    days: first === undefined || last === undefined ? null : [first, last],
  };
}

function stateOf(required: readonly GuideStep[], done: number): StageState {
  if (required.length === 0) return 'unneeded';
  if (done === required.length) return 'done';
  return required.some(({ state }) => state === 'current') ? 'current' : 'waiting';
}

/** The days on which the papers of a step were issued. */
const daysOf = ({ stepPaperIds }: GuideStep, { papers }: CaseFile): string[] =>
  stepPaperIds.flatMap((id) => papers.find((paper) => paper.id === id)?.issuedAt ?? []);

/** The last moment at which a paper of a step was issued. */
export const lastIssue = (guideStep: GuideStep, file: CaseFile): string | undefined =>
  daysOf(guideStep, file).toSorted().at(-1);

/** What is missing; that a paper which is already being written has not been issued yet is no news. */
export const gapsOf = ({ step, stepPaperIds, obstacles }: GuideStep): Obstacle[] =>
  obstacles.filter(
    (obstacle) =>
      stepPaperIds.length === 0 ||
      obstacle.paperId !== undefined ||
      obstacle.partyId !== undefined ||
      obstacle.stepId !== step.id,
  );

/** How much the papers of a step under way still lack. */
export const missingOf = (guideStep: GuideStep): number =>
  guideStep.state === 'current' && guideStep.stepPaperIds.length > 0 ? gapsOf(guideStep).length : 0;

/** The steps of a case as the column beside the paper shows them; each step stands in one group only. */
export interface PathGroups {
  /** 现在办: required and open, or begun. */
  now: GuideStep[];
  /** The others of the stage that is looked at. */
  ofStage: GuideStep[];
  /** 接下来: required, but something comes before. */
  next: GuideStep[];
  /** 已办, by stage. */
  done: { stage: Stage; steps: GuideStep[] }[];
  /** 可以加做. */
  optional: GuideStep[];
  /** 本案不需要. */
  spared: GuideStep[];
}

const isNow = ({ state, required, stepPaperIds }: GuideStep): boolean =>
  state === 'current' && (required || stepPaperIds.length > 0);

/** The paper that a period is there for: the first of those that meet it; the others only end it. */
const paperOf = ({ met }: PeriodRule): string | undefined => {
  const [first] = met;
  return first !== undefined && 'paper' in first ? first.paper : undefined;
};

/** Steps that nothing in the case asks for yet, but whose hour has come: a period of the office runs in which their paper is to be made. */
export function stepsDue(
  guide: readonly GuideStep[],
  { periods, rules, today }: { periods: readonly Period[]; rules: readonly PeriodRule[]; today: string },
): ReadonlySet<string> {
  const running = periods.filter(
    ({ metAt, duty, kind, from }) =>
      metAt === null && duty === '本机关' && kind === 'max' && from.slice(0, 10) <= today,
  );
  const wanted = new Set(
    running
      .map(({ ruleId }) => rules.find(({ id }) => id === ruleId))
      .flatMap((rule) => (rule === undefined ? [] : (paperOf(rule) ?? []))),
  );
  const due = guide.filter(
    ({ state, step }) =>
      state === 'not-needed' && 'papers' in step.doneBy && step.doneBy.papers.some((paper) => wanted.has(paper)),
  );
  return new Set(due.map(({ step }) => step.id));
}

/** Groups the steps for a look at one stage; `due` are steps whose hour has come. */
export function groupsOf(guide: readonly GuideStep[], looked: Stage, due: ReadonlySet<string>): PathGroups {
  const isDue = ({ step }: GuideStep): boolean => due.has(step.id);
  const needed = guide.filter(({ state }) => state !== 'not-needed');
  const others = needed.filter((step) => !isNow(step) && step.step.stage !== looked);
  const done = others.filter(({ state }) => state === 'done');
  const open = others.filter(({ state }) => state !== 'done');
  return {
    now: guide.filter((step) => isNow(step) || isDue(step)),
    ofStage: needed.filter((step) => !isNow(step) && step.step.stage === looked),
    next: open.filter(({ required }) => required),
    done: stages
      .map((stage) => ({ stage, steps: done.filter(({ step }) => step.stage === stage) }))
      .filter(({ steps }) => steps.length > 0),
    optional: open.filter(({ required }) => !required),
    spared: guide.filter((step) => step.state === 'not-needed' && !isDue(step)),
  };
}

/** The stage a case stands in: of its first open required step, else the last one in which something was done. */
export function stageNow(guide: readonly GuideStep[]): Stage {
  const now = guide.find((step) => isNow(step) && step.required) ?? guide.find(isNow);
  return now?.step.stage ?? guide.findLast(({ state }) => state === 'done')?.step.stage ?? '启动';
}
