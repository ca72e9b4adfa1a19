import { findingsOfAnswers } from './answers.ts';
import { allChecks } from './checks/all-checks.ts';
import { caseStart, regulationStart } from './checks/regulation.ts';
import type { Check, Finding, Judgement, Moment, Severity } from './finding.ts';

const order: Record<Severity, number> = { veto: 0, err: 1, warn: 2, info: 3 };
const byId = new Map(allChecks.map((check) => [check.id, check]));

const findingsOf = (check: Check, on: Judgement): Finding[] =>
  check.judge(on).map((fault) => ({ ...fault, checkId: check.id, severity: fault.severity ?? check.severity, article: check.article, basis: check.basis }));

/**
 * Everything the checks and the answers of people find at a moment, worst first. A case started before the regulation came into force (第五十一条) gets
 * hints only (R51a). Pure: the same snapshot gives the same findings.
 */
export const judge = (on: Judgement, moment: Moment = 'live'): Finding[] => {
  const start = caseStart(on.file);
  const hintsOnly = start !== null && start < regulationStart;
  const found = allChecks.filter((check) => check.speaks === undefined || check.speaks.includes(moment)).flatMap((check) => findingsOf(check, on));
  return [...found, ...findingsOfAnswers(on, moment)]
    .map((finding) => (hintsOnly ? { ...finding, severity: 'info' as const } : finding))
    .toSorted((a, b) => order[a.severity] - order[b.severity]);
};

/** Where a finding may block: by its check, or, when a person's answer found it, before filing. */
const blocksAt = ({ checkId, questionId }: Finding, moment: Exclude<Moment, 'live'>): boolean =>
  questionId === undefined ? byId.get(checkId)?.blocks.includes(moment) === true : moment === 'filing';

/** The findings that stand in the way at this moment: vetoes for good, errs until a written reason is given. */
export const blocking = (findings: Finding[], moment: Exclude<Moment, 'live'>): Finding[] =>
  findings.filter((finding) => (finding.severity === 'veto' || finding.severity === 'err') && blocksAt(finding, moment));
