import type { HouseholdHit } from '../../../shared/contract/households.ts';
import { shownKey } from '../../../shared/identity/household-key.ts';
import type { FeatureContext } from '../context.ts';
import { inLists, type HouseholdRow } from '../../platform/store/tables/cases.ts';
import { openable } from '../staff/access.ts';
import { membersOf, rootOf } from './merged.ts';

type CountedHousehold = HouseholdRow & { cases: number; lastAt: string | null };

/** Finds parties by name, part of a name, pinyin, code, ID number or phone, also by those of what was merged into them; newest first. */
export const findHouseholds = (context: FeatureContext, query: string, limit: number): HouseholdHit[] =>
  hitsOf(
    context,
    context.search.find('household', query, { limit }).entries.map(({ refId }) => refId),
  );

/** Households as hits show them, each once: what was merged into another is that one. */
const hitsOf = (context: FeatureContext, ids: readonly string[]): HouseholdHit[] =>
  [...new Set(ids.map((id) => rootOf(context, id)))].flatMap((id) => hitOf(context, id));

/** Enough of the newest cases to find some twenty parties among them, whatever the size of the office. */
const casesLookedAt = 200;

/** The parties of the newest cases this person may open (第四十二条), newest first: what a counter most often opens again. */
export function recentHouseholds(context: FeatureContext, limit: number): HouseholdHit[] {
  const access = openable(context.operator);
  const rows = context.store.all<{ householdId: string }>(
    `select householdId, max(createdAt) as lastAt from (select id, createdAt from case_record where ${access.sql} order by createdAt desc limit ${casesLookedAt}) as newest
     join case_party on case_party.caseId = newest.id group by householdId order by lastAt desc limit @limit`,
    { limit, ...access.params },
  );
  return hitsOf(
    context,
    rows.map(({ householdId }) => householdId),
  );
}

/** A household as a hit shows it; nothing where it is not there. */
export function hitOf(context: FeatureContext, id: string): HouseholdHit[] {
  const members = JSON.stringify(membersOf(context, id));
  const row = context.store.get<CountedHousehold>(
    `select household.*, count(distinct case_record.id) as cases, max(case_record.createdAt) as lastAt from household
     left join case_party on case_party.householdId in (select value from json_each(@members))
     left join case_record on case_record.id = case_party.caseId and ${inLists}
     where household.id = @id group by household.id`,
    { id, members },
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
