import * as z from 'zod';

export const PeriodUnit = z.enum(['H', 'CD', 'WD', 'M', 'Y']);
/** hours, calendar days (自然日), working days (工作日), months, years */
export type PeriodUnit = z.infer<typeof PeriodUnit>;

/**
 * The event counts only when this field of its paper holds one of the values (with `not`: none of them); `column` looks
 * into the rows of a `rows` field. A flag nobody has touched counts as false.
 */
const When = z.strictObject({
  field: z.string(),
  column: z.string().optional(),
  is: z.array(z.union([z.string(), z.boolean()])).min(1),
  not: z.literal(true).optional(),
});

/** A choice of 法规科 where the law is disputed (RuleSettings), and one of its values. */
const Setting = z.strictObject({
  setting: z.enum(['penaltyTerm', 'judgedTerm', 'remedyPause', 'staffingTerm', 'lateFeeCap']),
  is: z.string(),
});

/** One condition, or several that must all hold. */
const Whens = z.union([When, z.array(When).min(2)]);

/** The day in a field of an issued paper (or of its issue, when no field is named). */
const PaperDay = z.strictObject({ paper: z.string(), field: z.string().optional(), when: Whens.optional() });

/** What starts or meets a period, as data, found in the papers and exhibits of a case file. */
export const PeriodEvent = z.union([
  /**
   * The day in a field of an issued paper (or of its issue, when no field is named); with `column` the last day in that
   * column of a `rows` field. With `drafts` a draft counts too: its field says what has already happened (来件收到), whatever
   * becomes of the paper. `fallback` starts the rule only where none of its other events (of these papers) has happened, be it too late for
   * `before`. `another`: a period that a paper of this kind started is met by another paper of the kind as well (受理通知书 →
   * 裁定书). With `before` it counts only until that day, when the law took the way away (复议前置). With `chosen` it counts only where
   * 法规科 has chosen so.
   */
  z.strictObject({
    paper: z.string(),
    field: z.string().optional(),
    column: z.string().optional(),
    drafts: z.boolean().optional(),
    when: Whens.optional(),
    fallback: z.union([z.literal(true), z.array(z.string()).min(1)]).optional(),
    another: z.literal(true).optional(),
    before: z.iso.date().optional(),
    chosen: Setting.optional(),
  }),
  /** The day a paper was served on its party: `servedAt` of the last 送达回证 that names it, for 公告送达 its `effectiveAt`. */
  z.strictObject({ serviceOf: z.string(), when: Whens.optional() }),
  /** Every recording: the end of the recording, or its storing. */
  z.strictObject({ recording: z.enum(['endAt', 'importedAt']) }),
  /** The volume is made; with `recordings` only where the case has recordings. */
  z.strictObject({ volume: z.literal(true), recordings: z.literal(true).optional() }),
  /**
   * The last day of another period that passed before it was met (起诉期限届满, 罚款到期), where one of these papers had started that one;
   * with `since` only where it started on that day or later, when the law made it the window that counts; with `beside` only where such a
   * paper is on file too. `why` is told to the clerk.
   */
  z.strictObject({
    endOf: z.string(),
    papers: z.array(z.string()).min(1),
    when: Whens.optional(),
    since: z.iso.date().optional(),
    beside: PaperDay.optional(),
    why: z.string().min(10).optional(),
  }),
]);
export type PeriodEvent = z.infer<typeof PeriodEvent>;

/** A span that papers take out of the count by themselves: from one paper to another (中止 … 恢复), or for the working days a paper names. */
const Pause = z
  .strictObject({ from: PaperDay, to: PaperDay.optional(), workingDays: z.string().optional() })
  .refine(
    ({ to, workingDays }) => (to === undefined) !== (workingDays === undefined),
    'names either the paper that ends it or its working days',
  );

/** Money that grows by the day, and the fields of the starting paper that state its principal (their sum; of rows those for which `when` holds). */
const ChargeRule = z.strictObject({
  kind: z.enum(['surcharge', 'lateFee']),
  principal: z
    .array(
      z.strictObject({ paper: z.string(), field: z.string(), column: z.string().optional(), when: When.optional() }),
    )
    .min(1),
  /** How much of the principal each day adds, in ten-thousandths (万分之几): the rates of earlier law with the day each ended on, the last without one. */
  rates: z
    .array(
      z.strictObject({ before: z.iso.date().optional(), perMyriad: z.number().positive(), basis: z.string().min(1) }),
    )
    .min(1)
    .refine((rates) => rates.every(({ before }, index) => (before === undefined) === (index === rates.length - 1))),
  /** It never grows beyond the principal; where that is disputed, only where 法规科 has chosen so. */
  capped: z.union([z.literal(true), Setting]),
  /** The day of the event is charged too (滞纳金起算日). */
  countsFirstDay: z.literal(true).optional(),
  /** Spans that are not charged (复议、诉讼期间): from the first of these events found in a paper to the next of those. */
  pausedFrom: z.array(PeriodEvent).default([]),
  pausedUntil: z.array(PeriodEvent).default([]),
});
export type ChargeRule = z.infer<typeof ChargeRule>;

/** What the law said for trigger days before a day (law version by date, R12). `n` null: there was no such period then. */
const EarlierLaw = z.strictObject({
  before: z.iso.date(),
  n: z.number().nonnegative().nullable(),
  unit: PeriodUnit,
  roll: z.enum(['yes', 'no', 'na']),
  basis: z.string().min(1),
  confidence: z.string().min(1),
});

export const PeriodRule = z.strictObject({
  id: z.string().regex(/^[A-Z][A-Za-z0-9]*$/),
  name: z.string().min(1),
  /** 起算事件 in words. */
  trigger: z.string().min(1),
  n: z.number().nonnegative(),
  unit: PeriodUnit,
  /** latest day; not before; counted back from the event; running charge per day */
  kind: z.enum(['max', 'min', 'before', 'accrual']),
  /** Does an end on a rest day move to the next working day; `na` where the unit leaves no question. */
  roll: z.enum(['yes', 'no', 'na']),
  extend: z.string(),
  suspend: z.string(),
  basis: z.string().min(1),
  /** Where the figure was read: S this regulation, L statute text, W a web excerpt, K not verified, D our own derivation. */
  confidence: z.string().regex(/^[SLWKD](\/[SLWKD])*$/),
  /** How bad it is to miss: 3 = the act falls or rights are lost, 2 = a defect in review, 1 = our own housekeeping. */
  harm: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  /** Whose duty: ours, the party's, or the court's. */
  duty: z.enum(['本机关', '当事人', '法院', '其他']),
  /** Article of the regulation (全过程记录制度) that asks for it or for its record. */
  article: z.int().min(1).max(51).optional(),
  /** Events of a case, each of which starts the period, but one paper only once (the first listed). Where there is none, `startsBy` says why. */
  start: z.array(PeriodEvent).default([]),
  /** Why the program cannot start the period by itself, and what to do: a sentence for the clerk. */
  startsBy: z.string().min(10).optional(),
  /**
   * Days in papers about the same decision before which it does not start, be the event of `start` earlier (批准延期、分期缴纳的，
   * 自该期限结束之日起算), and why, told to the clerk.
   */
  notBefore: z.strictObject({ papers: z.array(PaperDay).min(1), why: z.string().min(10) }).optional(),
  /** The period is there only where one of these has happened too (撤回的是已经公开的决定). */
  provided: z.array(PeriodEvent).min(1).optional(),
  /**
   * Looks across linked cases (当事人另案复议、诉讼, 另案申请执行). `later`: papers of the cases that follow on this one start
   * and meet it too. `both`: it is also counted in a case that follows, from the papers of the one it follows.
   */
  across: z.enum(['later', 'both']).optional(),
  /** `n` is the retention of the volume in years (保管期限). */
  asVolume: z.literal(true).optional(),
  /** `n` where the office is one of a county (县级). */
  county: z.number().positive().optional(),
  charge: ChargeRule.optional(),
  /** Events of which any one meets or settles it. */
  met: z.array(PeriodEvent).default([]),
  /**
   * What has to be done beside `met` before it counts as met, each by any of its events (答辩状 and 证据, 依据): the last of all meets it. `what` names
   * it, `why` says to the clerk what happens without.
   */
  metWith: z
    .strictObject({
      parts: z.array(z.strictObject({ what: z.string().min(2), by: z.array(PeriodEvent).min(1) })).min(1),
      why: z.string().min(10),
    })
    .optional(),
  /** A window that ends by itself: nobody has to do anything when it runs out (要求听证、复议、起诉). */
  lapses: z.boolean().default(false),
  /** Only in these procedures: an id, or its part before the dot. */
  procedures: z.array(z.string()).min(1).optional(),
  /** Only where 法规科 has chosen so. */
  chosen: Setting.optional(),
  /** Told to the clerk where 法规科 has chosen so: the choice is never silent. */
  tells: Setting.extend({ say: z.string().min(10) }).optional(),
  /** Of all that started it in a case only one counts: that of the first event listed. */
  once: z.boolean().default(false),
  /** Absent: cannot be extended. `n` and `unit` cap it where the law does. `papers` hold the new last day and extend it by their issue alone. */
  extension: z
    .strictObject({
      n: z.number().positive().optional(),
      unit: PeriodUnit,
      by: z.string(),
      papers: z.array(PaperDay).default([]),
    })
    .optional(),
  /** Absent: no law lets this office stop it. `by` says who decides that it does not count for a time; `papers` stop it by their issue alone. */
  suspension: z.strictObject({ by: z.string(), papers: z.array(Pause).default([]) }).optional(),
  versions: z.array(EarlierLaw).default([]),
});
export type PeriodRule = z.infer<typeof PeriodRule>;

/** Money that has grown by the day since the start of a period; its words are made for the day they are read. */
export const Charge = z.object({
  kind: ChargeRule.shape.kind,
  /** Yuan. */
  principal: z.number(),
  countsFirstDay: z.boolean(),
  /** Of each day, in ten-thousandths; `before` is the first day of the rate after it. */
  rates: z.array(z.object({ before: z.string().nullable(), perMyriad: z.number() })).default([]),
  /** Never more than the principal. */
  capped: z.boolean().default(false),
  /** Not charged: from one day to the other, both included, `to` null while it lasts; `assumed` where the day it began is not on file. */
  pauses: z.array(z.object({ from: z.string(), to: z.string().nullable(), assumed: z.boolean().default(false) })),
});
export type Charge = z.infer<typeof Charge>;

/** Whether nobody has read a figure in its source yet: marked K, or known from a web excerpt alone. */
export const isUnverified = (confidence: string): boolean => confidence.includes('K') || !/[SLD]/.test(confidence);

/** One period of one case. Dates are days, or date-times for hour periods. */
export const Period = z.object({
  ruleId: z.string(),
  name: z.string(),
  caseId: z.string(),
  /** The paper or exhibit that started it. */
  subjectId: z.string(),
  /** The party (household) it runs for or against; null: the whole case. */
  partyId: z.string().nullable(),
  from: z.string(),
  /** Raw end by the rule, and the rolled end that counts against the party. */
  statutory: z.string().nullable(),
  due: z.string().nullable(),
  unit: PeriodUnit,
  kind: z.enum(['max', 'min', 'before', 'accrual']),
  harm: z.int(),
  duty: z.string(),
  basis: z.string(),
  article: z.int().nullable(),
  /** When it was met, or ended by itself; null while it runs. */
  metAt: z.string().nullable(),
  /** It ends by itself: a party's window, or a minimum period. */
  lapses: z.boolean(),
  /** Why no date can be given (no calendar for the year), or an unverified basis. */
  note: z.string().nullable(),
  /** Set for `accrual` periods whose principal is known. */
  charge: Charge.nullable().default(null),
});
export type Period = z.infer<typeof Period>;
