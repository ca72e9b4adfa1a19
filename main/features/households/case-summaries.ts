import type { CaseSummary } from '../../../shared/contract/households.ts';
import type { FeatureContext } from '../context.ts';

type SummaryRow = Omit<CaseSummary, 'partyNames'> & { partyNames: string };

/** Summaries of cases; `tail` is the join, where and order of this list. */
export function caseSummaries(
  { store }: Pick<FeatureContext, 'store'>,
  tail: string,
  ...params: unknown[]
): CaseSummary[] {
  return store
    .all<SummaryRow>(
      `select case_record.id, number, causeName, procedure, state, case_record.createdAt,
         (select json_group_array(name) from (select household.name from case_party join household on household.id = case_party.householdId where case_party.caseId = case_record.id and leftAt is null order by case_party.position)) as partyNames
       from case_record ${tail}`,
      ...params,
    )
    .map((row) => ({ ...row, partyNames: JSON.parse(row.partyNames) as string[] }));
}
