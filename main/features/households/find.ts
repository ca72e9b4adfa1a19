import type { HouseholdHit } from '../../../shared/contract/households.ts';
import type { FeatureContext } from '../context.ts';
import type { HouseholdRow } from '../../platform/store/tables/cases.ts';
import { openable } from '../staff/access.ts';
import { shownKey } from './household-details.ts';

type CountedHousehold = HouseholdRow & { cases: number; lastAt: string | null };

/** Finds parties by name, part of a name, pinyin, code, ID number or phone; newest first. */
export const findHouseholds = (context: FeatureContext, query: string, limit: number): HouseholdHit[] =>
  context.search.find('household', query, { limit }).entries.flatMap(({ refId }) => hitOf(context, refId));

/** Enough of the newest cases to find some twenty parties among them, whatever the size of the office. */
const casesLookedAt = 200;

/** The parties of the newest cases this person may open (第四十二条), newest first: what a counter most often opens again. */
export function recentHouseholds(context: FeatureContext, limit: number): HouseholdHit[] {
  const access = openable(context.operator);
  return context.store
    .all<{ householdId: string }>(
      `select householdId, max(createdAt) as lastAt from (select id, createdAt from case_record where ${access.sql} order by createdAt desc limit ${casesLookedAt}) as newest
       join case_party on case_party.caseId = newest.id group by householdId order by lastAt desc limit @limit`,
      { limit, ...access.params },
    )
    .flatMap(({ householdId }) => hitOf(context, householdId));
}

function hitOf({ store }: FeatureContext, householdId: string): HouseholdHit[] {
  const row = store.get<CountedHousehold>(
    `select household.*, count(case_record.id) as cases, max(case_record.createdAt) as lastAt from household
     left join case_party on case_party.householdId = household.id left join case_record on case_record.id = case_party.caseId
     where household.id = ? group by household.id`,
    householdId,
  );
  if (!row) return [];
  return [
    {
      householdId: row.id,
      name: row.name,
      key: shownKey(row),
      kind: row.kind,
      address: row.address,
      cases: row.cases,
      lastAt: row.lastAt ?? row.updatedAt,
    },
  ];
}
