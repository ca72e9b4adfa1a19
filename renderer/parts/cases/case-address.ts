import type { Finding } from '../../../shared/regulation/finding.ts';

/** The wizard a person left to put something right in the case, and comes back to. */
export const WIZARDS = ['archive', 'handover'] as const;
export type Wizard = (typeof WIZARDS)[number];

/** Where in a case to go, as the address says it; `back` is where the person came from. */
export interface CaseAddress {
  paper?: string | undefined;
  field?: string | undefined;
  step?: string | undefined;
  exhibit?: string | undefined;
  question?: string | undefined;
  /** The step is begun at once, as F2 does. */
  begin?: boolean | undefined;
  /** 分派 opens. */
  assign?: boolean | undefined;
  /** 并案 or 分案 opens. */
  join?: 'join' | 'part' | undefined;
  /** 由本案另立案件 opens, at this lead. */
  lead?: string | undefined;
  back?: Wizard | undefined;
}

/** The very place of a finding: its paper and field, its exhibit, its question, or the step that is not done. */
export function addressOf({ paperId, field, stepId, exhibitId, questionId }: Finding, back?: Wizard): CaseAddress {
  if (questionId !== undefined) return { question: questionId, back };
  if (paperId === undefined && exhibitId !== undefined) return { exhibit: exhibitId, back };
  return { paper: paperId, field: field?.split('.')[0], step: stepId, back };
}
