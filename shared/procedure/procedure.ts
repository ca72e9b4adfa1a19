import * as z from 'zod';

/** What a step of a procedure (办案流程) is done by. */
export const StepDoneBy = z.union([
  /** One of these papers is issued; with `saying`, one whose field says one of these (告知处理结果 is no 告知立案). */
  z.strictObject({
    papers: z.array(z.string()).min(1),
    saying: z.strictObject({ field: z.string(), is: z.array(z.string()).min(1) }).optional(),
  }),
  /** The paper of another step was served: a 送达回证 names it. */
  z.strictObject({ serviceOf: z.string() }),
  /** The volume is made. */
  z.strictObject({ volume: z.literal(true) }),
  /** A case was begun by this lead from the case whose decision this one is about (重新作出决定). */
  z.strictObject({ lead: z.string() }),
]);

export const Stage = z.enum(['启动', '调查', '审查', '决定', '送达', '执行', '归档']);
export type Stage = z.infer<typeof Stage>;

export const Step = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9-]*$/),
  stage: Stage,
  name: z.string(),
  /** One sentence the clerk reads: why the law asks for it. */
  why: z.string(),
  article: z.int().min(1).max(51),
  doneBy: StepDoneBy,
  need: z.enum(['required', 'conditional', 'optional']),
  /** Named condition of shared/procedure/conditions.ts for `conditional` steps; a service step may leave it out: it is needed once its paper is issued. */
  condition: z.string().optional(),
  /** Steps that must be done before this one may be issued. */
  after: z.array(z.string()).default([]),
  /** Named condition while which it is not done, whatever was issued for it: each of several complaints (并案) gets its own answer. */
  openWhile: z.string().optional(),
  /** May be done several times (笔录, 证据). */
  repeats: z.boolean().default(false),
  /** Each party (当事人) of the case needs its own: the step is done when every party that needs it has it. */
  each: z.literal('party').optional(),
  /** Of several papers: as what the 决定审批表 must be approved for each of them (准予行政许可). */
  approvedAs: z.record(z.string(), z.array(z.string()).min(1)).optional(),
});
export type Step = z.infer<typeof Step>;

/** A case that a case of this procedure may lead to (由本案另立案件). */
export const Lead = z.strictObject({
  id: z.string().regex(/^[a-z][a-z-]*$/),
  /** When it is begun, as the clerk chooses it. */
  name: z.string(),
  /** Of the new case; one that `follows` a decision is linked to it, any other takes over evidence and says where it comes from. */
  procedure: z.string(),
  /** 案件来源 on the 案源登记表 of the new case; left out: the source of this case. */
  source: z.string().optional(),
  /** Papers that lead to it, the best one first: what there is of them is its 来源文书. */
  papers: z.array(z.string()).default([]),
});
export type Lead = z.infer<typeof Lead>;

export const Procedure = z.strictObject({
  id: z.string().regex(/^[a-z]+(\.[a-z-]+)?$/),
  name: z.string(),
  /** 执法类别 of articles 2 and 7. */
  caseType: z.enum([
    '行政许可',
    '行政确认',
    '行政给付',
    '行政奖励',
    '行政处罚',
    '行政强制',
    '行政检查',
    '行政征收',
    '行政处理',
    '救济',
    '其他',
  ]),
  /** Own motion (依职权) matters are also filed with 法规科 (第三十五条). */
  ownMotion: z.boolean(),
  articles: z.array(z.int()),
  /** What it follows on, where that is a decision of another case (要执行的决定): which case that is, is asked when it begins. */
  follows: z.string().optional(),
  /** The paper that registers the matter and the one that starts the case. */
  opensWith: z.string(),
  startsWith: z.string(),
  /** Proposed retention of the volume; the office decides. */
  retention: z.enum(['永久', '50年', '30年', '10年']),
  steps: z.array(Step).min(1),
  leads: z.array(Lead).default([]),
});
export type Procedure = z.infer<typeof Procedure>;

/** Why something is missing or not allowed yet, with the place to go. */
export const Obstacle = z.object({
  sentence: z.string(),
  article: z.int().nullable(),
  paperId: z.string().optional(),
  templateId: z.string().optional(),
  field: z.string().optional(),
  stepId: z.string().optional(),
  /** Whom it concerns, where each of several parties needs their own. */
  partyId: z.string().optional(),
});
export type Obstacle = z.infer<typeof Obstacle>;

export interface GuideStep {
  step: Step;
  /** done; current = may be worked on now; waiting = a step before it is open; not-needed = its condition does not hold. */
  state: 'done' | 'current' | 'waiting' | 'not-needed';
  required: boolean;
  /** Papers of this step, drafts included. */
  stepPaperIds: string[];
  /** Templates that can be started for this step. */
  templateIds: string[];
  /** Those it is not done by any more, because something else was approved, and why. */
  spared: { templateIds: string[]; why: string };
  /** For whom they can be started, where each of several parties needs their own; else empty. */
  partyIds: string[];
  /** What is still missing, or what it waits for. */
  obstacles: Obstacle[];
}
