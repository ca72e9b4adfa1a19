import * as z from 'zod';
import type { Law } from '../causes/law.ts';
import type { CaseFile } from '../case-file.ts';
import type { Procedure } from '../procedure/procedure.ts';
import type { Template } from '../template/template.ts';
import type { Period } from '../periods/rule.ts';
import type { StalePhrase } from './phrases.ts';

/** veto blocks; err blocks but may be overridden with a written reason; warn and info are said only. */
export const Severity = z.enum(['veto', 'err', 'warn', 'info']);
export type Severity = z.infer<typeof Severity>;

/** A finding (问题) of a check (核查项), with the place to go. */
export const Finding = z.object({
  checkId: z.string(),
  severity: Severity,
  article: z.int().nullable(),
  basis: z.string(),
  sentence: z.string(),
  paperId: z.string().optional(),
  templateId: z.string().optional(),
  exhibitId: z.string().optional(),
  field: z.string().optional(),
  stepId: z.string().optional(),
  /** The party it concerns, in a case with several. */
  partyId: z.string().optional(),
  /** The question whose answer, or lack of one, is the finding (shared/regulation/questions.ts). */
  questionId: z.string().optional(),
  /** Nobody has answered the question yet. */
  unanswered: z.boolean().optional(),
});
export type Finding = z.infer<typeof Finding>;

/** All that a check may look at; nothing else, so that page and main judge alike. */
export interface Judgement {
  file: CaseFile;
  procedure: Procedure;
  templates: ReadonlyMap<string, Template>;
  periods: Period[];
  /** Wordings the law has left behind (resources/regulation/phrases.yaml). */
  phrases: readonly StalePhrase[];
  /** The laws that are cited, by version (resources/laws). */
  laws: readonly Law[];
}

/** When a check speaks: while working on a case, before one paper is issued, before filing, before hand-over. */
export type Moment = 'live' | 'issue' | 'filing' | 'handover';

/** What a check found wrong; `severity` only where it is milder than the check's own. */
export type Fault = Omit<Finding, 'checkId' | 'severity' | 'article' | 'basis'> & { severity?: Severity };

export interface Check {
  id: string;
  title: string;
  severity: Severity;
  article: number | null;
  basis: string;
  /** Moments besides `live` at which a veto or err of this check blocks. */
  blocks: Exclude<Moment, 'live'>[];
  /** Moments at which it has something to say: what is still missing counts only when the case is being closed up. Absent: always. */
  speaks?: Moment[];
  /** Compares papers that each party gets of its own (notice, defence, decision …), so it is asked of each party's view of the case. */
  each?: 'party';
  judge: (judgement: Judgement) => Fault[];
}
