import type { CaseFile } from '../case-file.ts';
import { forEachParty, standingOf, withName } from '../procedure/parties.ts';
import { findingsOfAnswers } from './answers.ts';
import { allChecks } from './checks/all-checks.ts';
import { caseStart, regulationStart } from './checks/regulation.ts';
import type { Check, Fault, Finding, Judgement, Moment, Severity } from './finding.ts';

const order: Record<Severity, number> = { veto: 0, err: 1, warn: 2, info: 3 };
const byId = new Map(allChecks.map((check) => [check.id, check]));

/** The case as one of its parties sees it, with the periods that run for it. */
const seenIn = (judgement: Judgement, view: CaseFile): Judgement => {
  const own = view.parties[0]?.householdId ?? null;
  return view === judgement.file
    ? judgement
    : {
        ...judgement,
        file: view,
        periods: judgement.periods.filter(({ partyId }) => partyId === null || partyId === own),
      };
};

/** What a check finds, with the name of the party concerned where there are several. */
const faultsOf = (check: Check, judgement: Judgement): Fault[] =>
  check.each === undefined
    ? check.judge(judgement).map((fault) => withName(judgement.file, fault))
    : forEachParty(judgement.file, (view) => check.judge(seenIn(judgement, view)));

const findingsOf = (check: Check, judgement: Judgement): Finding[] =>
  faultsOf(check, judgement).map((fault) => ({
    ...fault,
    checkId: check.id,
    severity: fault.severity ?? check.severity,
    article: check.article,
    basis: check.basis,
  }));

/**
 * Everything the checks and the answers of people find at a moment, worst first. A case started before the regulation came into force (第五十一条) gets
 * hints only (R51a). Pure: the same snapshot gives the same findings.
 */
export const judge = (given: Judgement, moment: Moment = 'live'): Finding[] => {
  const judgement = { ...given, file: standingOf(given.file) };
  const start = caseStart(judgement.file);
  const hintsOnly = start !== null && start < regulationStart;
  const found = allChecks
    .filter((check) => check.speaks === undefined || check.speaks.includes(moment))
    .flatMap((check) => findingsOf(check, judgement));
  return [...found, ...findingsOfAnswers(judgement, moment)]
    .map((finding) => (hintsOnly ? { ...finding, severity: 'info' as const } : finding))
    .toSorted((a, b) => order[a.severity] - order[b.severity]);
};

/** Where a finding may block: by its check, or, when a person's answer found it, before filing. */
const blocksAt = ({ checkId, questionId }: Finding, moment: Exclude<Moment, 'live'>): boolean =>
  questionId === undefined ? byId.get(checkId)?.blocks.includes(moment) === true : moment === 'filing';

/** The findings that stand in the way at this moment: vetoes for good, errs until a written reason is given. */
export const blocking = (findings: Finding[], moment: Exclude<Moment, 'live'>): Finding[] =>
  findings.filter(
    (finding) => (finding.severity === 'veto' || finding.severity === 'err') && blocksAt(finding, moment),
  );
