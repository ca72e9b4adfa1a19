import * as z from 'zod';

export const PeriodUnit = z.enum(['H', 'CD', 'WD', 'M', 'Y']);
/** hours, calendar days (自然日), working days (工作日), months, years */
export type PeriodUnit = z.infer<typeof PeriodUnit>;

/**
 * The event counts only when this field of its paper holds one of the values (with `not`: none of them); `column` looks
 * into the rows of a `rows` field. A flag nobody has touched counts as false.
 */
const When = z.strictObject({
  field: z.string(), column: z.string().optional(), is: z.array(z.union([z.string(), z.boolean()])).min(1), not: z.literal(true).optional(),
});

/** The day in a field of an issued paper (or of its issue, when no field is named). */
const PaperDay = z.strictObject({ paper: z.string(), field: z.string().optional(), when: When.optional() });

/** What starts or meets a period, as data, found in the papers and exhibits of a case file. */
export const PeriodEvent = z.union([
  /**
   * The day in a field of an issued paper (or of its issue, when no field is named). With `drafts` a draft counts too:
   * its field says what has already happened (来件收到), whatever becomes of the paper.
   */
  z.strictObject({ paper: z.string(), field: z.string().optional(), drafts: z.boolean().optional(), when: When.optional() }),
  /** The day a paper was served: `servedAt` of the last 送达回证 that names it, for 公告送达 its `effectiveAt`. */
  z.strictObject({ serviceOf: z.string(), when: When.optional() }),
  /** Every recording: the end of the recording, or its storing. */
  z.strictObject({ recording: z.enum(['endAt', 'importedAt']) }),
  /** The volume is made. */
  z.strictObject({ volume: z.literal(true) }),
  /** The end of another period that ran out without being met (起诉期限届满), where one of these papers had started that one. */
  z.strictObject({ endOf: z.string(), papers: z.array(z.string()).min(1) }),
]);
export type PeriodEvent = z.infer<typeof PeriodEvent>;

/** A span that papers take out of the count by themselves: from one paper to another (中止 … 恢复), or for the working days a paper names. */
const Pause = z.strictObject({ from: PaperDay, to: PaperDay.optional(), workingDays: z.string().optional() })
  .refine(({ to, workingDays }) => (to === undefined) !== (workingDays === undefined), 'names either the paper that ends it or its working days');

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
  /** Events of a case, each of which starts the period, but one paper only once (the first listed); empty for periods that are only counted on request. */
  start: z.array(PeriodEvent).default([]),
  /** Events of which any one meets or settles it. */
  met: z.array(PeriodEvent).default([]),
  /** A window that ends by itself: nobody has to do anything when it runs out (要求听证、复议、起诉). */
  lapses: z.boolean().default(false),
  /** Only in these procedures: an id, or its part before the dot. */
  procedures: z.array(z.string()).min(1).optional(),
  /** Of all that started it in a case only one counts: that of the first event listed. */
  once: z.boolean().default(false),
  /** Absent: cannot be extended. `n` and `unit` cap it where the law does. `papers` hold the new last day and extend it by their issue alone. */
  extension: z.strictObject({ n: z.number().positive().optional(), unit: PeriodUnit, by: z.string(), papers: z.array(PaperDay).default([]) }).optional(),
  /** Absent: no law lets this office stop it. `by` says who decides that it does not count for a time; `papers` stop it by their issue alone. */
  suspension: z.strictObject({ by: z.string(), papers: z.array(Pause).default([]) }).optional(),
  versions: z.array(EarlierLaw).default([]),
});
export type PeriodRule = z.infer<typeof PeriodRule>;

/** Whether nobody has read a figure in its source yet: marked K, or known from a web excerpt alone. */
export const isUnverified = (confidence: string): boolean => confidence.includes('K') || !/[SLD]/.test(confidence);

/** One period of one case. Dates are days, or date-times for hour periods. */
export const Period = z.object({
  ruleId: z.string(),
  name: z.string(),
  caseId: z.string(),
  /** The paper or exhibit that started it. */
  subjectId: z.string(),
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
});
export type Period = z.infer<typeof Period>;
