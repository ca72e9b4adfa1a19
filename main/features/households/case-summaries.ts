import type { CaseSummary } from '../../../shared/contract/households.ts';
import { partiesTitle } from '../../../shared/procedure/parties.ts';
import type { FeatureContext } from '../context.ts';
import { rootSql } from './merged.ts';

/** Summaries of cases; `tail` is the join, where and order of this list. */
export function caseSummaries(
  { store }: Pick<FeatureContext, 'store'>,
  tail: string,
  ...params: unknown[]
): CaseSummary[] {
  const rows = store.all<Omit<CaseSummary, 'partyNames'>>(
    `select case_record.id, number, causeName, procedure, state, case_record.createdAt, coalesce(followsId, "originId") as beforeId from case_record ${tail}`,
    ...params,
  );
  // Asked of the cases that are shown, not of all that are sorted for it.
  const names = partyNames(
    store,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...row, partyNames: names.get(row.id) ?? [] }));
}

/** The parties of each case in their order, without those that have left it. */
export function partyNames(store: FeatureContext['store'], caseIds: readonly string[]): Map<string, string[]> {
  const parties = store.all<{ caseId: string; name: string }>(
    `select case_party.caseId, household.name from json_each(?) join case_party on case_party.caseId = value
     join household on household.id = ${rootSql('case_party.householdId')} where leftAt is null order by case_party.position`,
    JSON.stringify(caseIds),
  );
  const names = new Map<string, string[]>();
  for (const { caseId, name } of parties) names.set(caseId, [...(names.get(caseId) ?? []), name]);
  return names;
}

/** How each of these cases is called by those it is about. */
export function partyTitles(store: FeatureContext['store'], caseIds: readonly string[]): (caseId: string) => string {
  const names = partyNames(store, caseIds);
  return (caseId) => partiesTitle(names.get(caseId) ?? []);
}
