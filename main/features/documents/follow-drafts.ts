import type { CaseFile, Paper } from '../../../shared/case-file.ts';
import type { Party } from '../../../shared/identity/party.ts';
import { partyOfPaper, valuesFollowing } from '../../../shared/procedure/carry.ts';
import { viewFor } from '../../../shared/procedure/parties.ts';
import { isOutToSign } from '../../../shared/procedure/prints.ts';
import { isForOneParty } from '../../../shared/procedure/steps.ts';
import { titleOf } from '../../../shared/template/template.ts';
import { procedureOf, templateOf } from '../cases/case-definitions.ts';
import { readWholeCase, shownTo } from '../cases/case-file.ts';
import type { FeatureContext } from '../context.ts';
import { writePaper } from './change-paper.ts';
import { withFirst } from './paper-party.ts';

/**
 * Brings the drafts about a party after its household was changed, inside the unit of work of the change: what is known of it now (the code
 * that was looked up before 立案) need not be typed again in any of them. What is approved, printed to be signed or issued stays as it is.
 * @param before the party as the drafts were filled from it
 */
export function followHousehold(context: FeatureContext, before: Party): void {
  const cases = context.store.all<{ caseId: string }>(
    `select caseId from case_party join case_record on case_record.id = caseId
     where householdId = ? and leftAt is null and state <> 'filed' order by caseId`,
    before.householdId,
  );
  for (const { caseId } of cases) followInCase(context, readWholeCase(context, caseId), before);
}

function followInCase(context: FeatureContext, whole: CaseFile, before: Party): void {
  const parties = whole.parties.map((party) => (party.householdId === before.householdId ? before : party));
  bringDrafts(context, { former: { ...whole, parties }, whole, verb: '带入当事人信息' });
}

/**
 * Brings the other drafts of a case after one of its papers was issued, inside that unit of work: a decision begun before the notice was
 * served tells of it once the receipt is there.
 * @param former the case as it was before `issuedId` was issued
 */
export function followIssue(context: FeatureContext, former: CaseFile, issuedId: string): void {
  // Most papers are issued while no other is begun; other saves wait while the case is read.
  if (!former.papers.some(({ id, status }) => status === 'draft' && id !== issuedId)) return;
  bringDrafts(context, { former, whole: readWholeCase(context, former.case.id), verb: '带入已出具的内容' });
}

/** Whatever in a draft is empty, or still stands as it was carried over, becomes what is carried over now. */
function bringDrafts(
  context: FeatureContext,
  { former, whole, verb }: { former: CaseFile; whole: CaseFile; verb: string },
): void {
  for (const paper of whole.papers.filter((each) => each.status === 'draft' && !isOutToSign(each))) {
    const template = templateOf(context, whole, paper.templateId);
    const own = isForOneParty(procedureOf(context, whole), template);
    const firstId = paper.partyId ?? partyOfPaper(template, paper, former)?.householdId ?? null;
    const seen = (file: CaseFile): CaseFile => (own ? viewFor(file, paper.partyId) : withFirst(file, firstId));
    const after = valuesFollowing(template, paper.values, seen(former), seen(whole));
    if (Object.keys(after).length === 0) continue;
    const values = { ...paper.values, ...after };
    writePaper(
      context,
      { paper, template, whole, file: shownTo(context, whole) },
      { verb, changes: { values, name: titleOf(template, values) }, detail: said(paper, after) },
    );
  }
}

const said = (paper: Paper, after: Paper['values']): Record<string, unknown> => ({
  before: Object.fromEntries(Object.keys(after).map((key) => [key, paper.values[key] ?? null])),
  after,
});
