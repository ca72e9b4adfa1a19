import type { CaseSummary } from '../../../shared/contract/households.ts';
import type { FeatureContext } from '../context.ts';

/** Summaries of cases; `tail` is the join, where and order of this list. */
export const caseSummaries = (
  { store }: Pick<FeatureContext, 'store'>,
  tail: string,
  ...params: unknown[]
): CaseSummary[] =>
  store
    .all<Omit<CaseSummary, 'partyNames'>>(
      `select case_record.id, number, causeName, procedure, state, case_record.createdAt from case_record ${tail}`,
      ...params,
    )
    // Asked of the cases that are shown, not of all that are sorted for it.
    .map((row) => ({ ...row, partyNames: partyNames(store, row.id) }));

const partyNames = (store: FeatureContext['store'], caseId: string): string[] =>
  store
    .all<{ name: string }>(
      'select household.name from case_party join household on household.id = case_party.householdId where case_party.caseId = ? and leftAt is null order by case_party.position',
      caseId,
    )
    .map(({ name }) => name);
