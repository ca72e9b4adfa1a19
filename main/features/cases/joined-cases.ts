import type { CaseFile, JoinedCase, Paper } from '../../../shared/case-file.ts';
import type { Party } from '../../../shared/identity/party.ts';
import { isSameTarget } from '../../../shared/procedure/join-cases.ts';
import type { FeatureContext } from '../context.ts';

type Store = Pick<FeatureContext, 'store'>['store'];

/** The cases that were joined to this one, oldest first, or the one it was joined to (并案). */
export const readJoined = (store: Store, caseId: string): JoinedCase[] =>
  store.all<JoinedCase>(
    `select other.id, other.number, other.causeName, iif(case_join."intoId" = @caseId, 'from', 'into') as stands,
       reason, "by", at, "paperId"
     from case_join join case_record other on other.id = iif(case_join."intoId" = @caseId, case_join."fromId", case_join."intoId")
     where (case_join."intoId" = @caseId or case_join."fromId" = @caseId) and "undoneAt" is null order by at, case_join.id`,
    { caseId },
  );

/** The approvals that were used to join cases to this one or to part them again. */
export const usedApprovals = (store: Store, caseId: string): Set<string> =>
  new Set(
    store
      .all<{ paperId: string | null; undonePaperId: string | null }>(
        'select "paperId", "undonePaperId" from case_join where "intoId" = ?',
        caseId,
      )
      .flatMap(({ paperId, undonePaperId }) => [paperId ?? [], undonePaperId ?? []].flat()),
  );

type Parts = Pick<CaseFile, 'papers' | 'exhibits'> & { parties: readonly Party[] };

/**
 * What a case has of its own, with the issued papers and the exhibits of those joined to it. They come first, so that what is carried over
 * begins with what is the case's own; what they say of a party, they say of the same party here.
 */
export function withJoined(own: Parts, joined: readonly Parts[]): Pick<CaseFile, 'papers' | 'exhibits'> {
  if (joined.length === 0) return { papers: own.papers, exhibits: own.exhibits };
  const others = joined.flatMap(({ papers, parties }) =>
    papers
      .filter(({ status }) => status === 'issued')
      .map((paper): Paper => ({ ...paper, partyId: standing(paper.partyId, parties, own.parties) })),
  );
  return {
    papers: [...others, ...own.papers],
    exhibits: [...joined.flatMap(({ exhibits }) => exhibits), ...own.exhibits],
  };
}

function standing(partyId: string | null, there: readonly Party[], here: readonly Party[]): string | null {
  const party = there.find(({ householdId }) => householdId === partyId);
  const same = party === undefined ? undefined : here.find((own) => isSameTarget(own, party));
  return same?.householdId ?? partyId;
}
