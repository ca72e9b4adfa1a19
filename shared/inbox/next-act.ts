import * as z from 'zod';
import { Approval, type Paper } from '../case-file.ts';
import { approvalGaps } from '../procedure/approvals.ts';
import { awaitedOpinion } from '../procedure/signers.ts';
import { guideOf, nextStep } from '../procedure/guide.ts';
import { obstaclesToIssue, type GuideInput } from '../procedure/obstacles.ts';
import { paperTitle } from '../procedure/parties.ts';
import type { GuideStep, Obstacle } from '../procedure/procedure.ts';
import { labelOfField } from './field-labels.ts';

/** The next thing to be done in a case, as a line of 今日 says it. */
export const NextAct = z.object({
  /** What has to be done: fill a paper, have it signed or recorded, send it into approval, issue it, begin a step, choose among its papers, file the case; or wait for an approval. */
  act: z.enum(['fill', 'sign', 'record', 'submit', 'issue', 'begin', 'choose', 'file', 'wait']),
  /** Verb and object: 填写行政处罚决定书，缺3项. */
  title: z.string(),
  stepId: z.string(),
  paperId: z.string().nullable(),
  /** The first empty field. */
  field: z.string().nullable(),
  partyId: z.string().nullable(),
  /** What is missing, in words: labels of fields, else sentences. */
  lacks: z.array(z.string()),
  /** Who has to give the opinion it waits for, by name: 张丽审核. */
  waitsFor: z.string().nullable(),
});
export type NextAct = z.infer<typeof NextAct>;

/** A paper that came back from an approval, with who sent it back and why. */
export const ReturnedPaper = z.object({ paperId: z.string(), name: z.string(), approval: Approval });
export type ReturnedPaper = z.infer<typeof ReturnedPaper>;

/** A paper that is filled and waits for signatures alone. */
export const UnsignedPaper = z.object({ paperId: z.string(), name: z.string(), lacks: z.array(z.string()) });
export type UnsignedPaper = z.infer<typeof UnsignedPaper>;

/** How a case stands, as far as 今日 and the list of cases tell it. */
export const Outlook = z.object({
  next: NextAct.nullable(),
  returned: z.array(ReturnedPaper),
  unsigned: z.array(UnsignedPaper),
  /** The steps that have to be done, and how many of them are. */
  required: z.int(),
  done: z.int(),
});
export type Outlook = z.infer<typeof Outlook>;

/** Judges a case; the stage it stands in is '' when every step that is needed is done. Pure. */
export function outlookOf(input: GuideInput): Outlook & { stage: string } {
  const guide = guideOf(input);
  const next = nextStep(guide, input);
  const step = guide.find((candidate) => candidate.step.id === next?.stepId);
  const required = guide.filter((candidate) => candidate.required);
  return {
    next: next === null || step === undefined ? null : actOf(input, step, next),
    returned: input.file.papers.flatMap((paper) => returnedPaper(input, paper)),
    unsigned: input.file.papers.flatMap((paper) => unsignedPaper(input, paper)),
    required: required.length,
    done: required.filter(({ state }) => state === 'done').length,
    stage: step?.step.stage ?? '',
  };
}

type Next = NonNullable<ReturnType<typeof nextStep>>;

function actOf(input: GuideInput, step: GuideStep, next: Next): NextAct {
  const paper = input.file.papers.find(({ id }) => id === next.paperId);
  return paper === undefined ? unbegun(step, next) : { ...actOnPaper(input, paper), stepId: step.step.id };
}

function unbegun({ step, templateIds, partyIds }: GuideStep, next: Next): NextAct {
  const isOne = templateIds.length === 1 && (partyIds.length < 2 || next.partyId !== undefined);
  const act = 'volume' in step.doneBy ? 'file' : isOne ? 'begin' : 'choose';
  return {
    act,
    title: act === 'file' || 'serviceOf' in step.doneBy ? step.name : `下一步：${step.name}`,
    stepId: step.id,
    paperId: null,
    field: null,
    partyId: next.partyId ?? null,
    lacks: [next.sentence],
    waitsFor: null,
  };
}

function actOnPaper(input: GuideInput, paper: Paper): Omit<NextAct, 'stepId'> {
  const name = paperTitle(input.file, paper);
  const about = { paperId: paper.id, field: null, partyId: paper.partyId, lacks: [], waitsFor: null };
  if (paper.status === 'approving') {
    const awaited = nextOpinion(input, paper);
    return { ...about, act: 'wait', title: `${name}等${awaited}`, waitsFor: awaited };
  }
  const missing = ownObstacles(input, paper);
  const empty = missing.filter(({ field }) => field !== undefined);
  if (empty.length > 0)
    return {
      ...about,
      act: 'fill',
      title: `填写${name}，缺${empty.length}项`,
      field: fieldOf(empty[0]),
      lacks: empty.map((obstacle) => labelOfField(input.templates.get(paper.templateId), fieldOf(obstacle))),
    };
  const lacks = missing.map(({ sentence }) => sentence);
  const [first] = missing;
  if (first === undefined) return { ...about, act: 'issue', title: `出具${name}` };
  if (first.article === 17) return { ...about, act: 'sign', title: `${name}缺签名`, lacks };
  if (first.article === 15) return { ...about, act: 'record', title: `${name}缺录音录像`, lacks };
  return { ...about, act: 'submit', title: `${name}送审`, lacks };
}

const fieldOf = (obstacle: Obstacle | undefined): string => obstacle?.field?.split('.')[0] ?? '';

/** What is missing in the paper itself; what other steps must do first is not its own. */
const ownObstacles = (input: GuideInput, paper: Paper): Obstacle[] =>
  obstaclesToIssue(input, paper).filter(({ paperId }) => paperId === paper.id);

function nextOpinion({ templates, file }: GuideInput, paper: Paper): string {
  const template = templates.get(paper.templateId);
  const [gap] = template === undefined ? [] : approvalGaps(template, paper, file.settings);
  return gap === undefined ? '' : awaitedOpinion(gap, paper, file);
}

/** A paper its officer took back himself was not sent back. */
function returnedPaper({ file }: GuideInput, paper: Paper): ReturnedPaper[] {
  const approval = paper.approvals.at(-1);
  if (paper.status !== 'draft' || approval === undefined) return [];
  return approval.verdict === '同意' || approval.label === '撤回'
    ? []
    : [{ paperId: paper.id, name: paperTitle(file, paper), approval }];
}

function unsignedPaper(input: GuideInput, paper: Paper): UnsignedPaper[] {
  if (paper.status !== 'draft' && paper.status !== 'approved') return [];
  const missing = ownObstacles(input, paper);
  const signatures = missing.filter(({ article, field }) => article === 17 && field === undefined);
  return signatures.length === 0 || missing.some(({ field }) => field !== undefined)
    ? []
    : [
        {
          paperId: paper.id,
          name: paperTitle(input.file, paper),
          lacks: signatures.map(({ sentence }) => sentence),
        },
      ];
}
