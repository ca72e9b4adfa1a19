import type { FoundRecord } from '../../../shared/contract/households.ts';
import { rangesOf } from '../../platform/store/search.ts';
import type { FeatureContext } from '../context.ts';
import { openable } from '../staff/access.ts';
import { entriesOf } from './history.ts';
import { membersOf, rootOf } from './merged.ts';
import { excerpt } from './search-everything.ts';

interface Ask {
  householdId: string;
  query: string;
  /** Of the papers, and of the exhibits. */
  limit: number;
}

/** Ctrl+F in 一户式: its papers, exhibits and recordings that hold what is typed in their title or text, newest first. */
export function findRecords(
  context: FeatureContext,
  { householdId, query, limit }: Ask,
): { records: FoundRecord[]; more: number } {
  const access = openable(context.operator);
  const members = membersOf(context, rootOf(context, householdId));
  const only = {
    sql: `${access.sql} and case_record.id in (select caseId from case_party where householdId in (select value from json_each(@members)))`,
    params: { members: JSON.stringify(members), ...access.params },
  };
  const found = (['paper', 'exhibit'] as const).map((kind) => context.search.find(kind, query, { limit, only }));
  const bodies = new Map(found.flatMap(({ entries }) => entries.map(({ refId, body }) => [refId, body])));
  const records = entriesOf(context, members, [...bodies.keys()]).map(({ refId, ...entry }) => {
    const text = excerpt(bodies.get(refId) ?? '', query);
    return { ...entry, text, ranges: rangesOf(text, query) };
  });
  return { records, more: found.reduce((sum, { more }) => sum + more, 0) };
}
