import type { CaseSummary, MergedHousehold, TimelineEntry } from '../../../shared/contract/households.ts';
import { shownKey } from '../../../shared/identity/household-key.ts';
import type { Party } from '../../../shared/identity/party.ts';
import { openable } from '../staff/access.ts';
import type { FeatureContext } from '../context.ts';
import { notFound } from '../../platform/refusal-error.ts';
import { caseSummaries } from './case-summaries.ts';
import type { HouseholdRow } from '../../platform/store/tables/cases.ts';
import { membersOf, rootOf } from './merged.ts';
import { partyOf } from './party.ts';

/** The 一户式 file: who it is, earlier names, and the cases this person may open. */
export function openHousehold(
  context: FeatureContext,
  householdId: string,
): { party: Party; formerNames: { name: string; until: string }[]; cases: CaseSummary[]; merged: MergedHousehold[] } {
  const access = openable(context.operator);
  const rootId = rootOf(context, householdId);
  const row = context.store.get<HouseholdRow>('select * from household where id = ?', rootId);
  if (!row) throw notFound('household');
  const members = JSON.stringify(membersOf(context, rootId));
  return {
    party: partyOf(row),
    formerNames: context.store.all(
      'select name, until from json_each(?) member cross join former_name on householdId = member.value order by until desc',
      members,
    ),
    cases: caseSummaries(
      context,
      `where case_record.id in (select caseId from json_each(@members) member cross join case_party on householdId = member.value)
       and ${access.sql} order by case_record.createdAt desc limit 1000`,
      { members, ...access.params },
    ),
    merged: mergedInto(context, rootId),
  };
}

/** What was merged into the household, the last first. */
const mergedInto = ({ store }: FeatureContext, rootId: string): MergedHousehold[] =>
  store
    .all<HouseholdRow & { reason: string; by: string; at: string }>(
      `select household.*, reason, "by", at from household_merge join household on household.id = "fromId"
       where "intoId" = ? and "undoneAt" is null order by at desc`,
      rootId,
    )
    .map(({ reason, by, at, ...row }) => ({ householdId: row.id, name: row.name, key: shownKey(row), reason, by, at }));

interface Ask {
  householdId: string;
  caseId: string | null;
  kinds: TimelineEntry['kind'][];
  year: number | null;
  before: string | null;
  limit: number;
}

// What the entry is made of tells its title; the case itself and everything in it are named by the case's number.
export const entryTitle = `coalesce(paper.name, exhibit.title, '归档 ' || volume.archiveNo, '提供给' || handover.recipient, case_record.causeName) as title`;
const shown = `
  entry.at, entry.kind, entry.caseId, case_record.number as caseNumber, ${entryTitle},
  case
    when paper.id is not null then coalesce(paper.number, case paper.status when 'issued' then '' when 'void' then '已作废' else '未出具' end)
    when volume.id is not null then volume.items || '件 ' || volume.pages || '页'
    else coalesce(exhibit.proves, handover.anchor, case_record.number)
  end as detail,
  coalesce(paper.id, exhibit.paperId) as paperId, exhibit.id as exhibitId, volume.id as volumeId`;
/** The entries of households with what they are made of. */
export const entries = `household_entry entry
  join case_record on case_record.id = entry.caseId
  left join paper on entry.kind = '文书' and paper.id = entry.refId
  left join exhibit on entry.kind in ('音像', '证据') and exhibit.id = entry.refId
  left join volume on entry.kind = '案卷' and volume.id = entry.refId
  left join handover on entry.kind = '移送' and handover.id = entry.refId`;

/**
 * One list of everything that happened to the target, all years, text and recordings together (第三十五条), newest first: at most `limit`
 * entries of before the moment `before`. `household_entry` (schema step 12) holds them in this order.
 */
export function timelineOf(
  context: FeatureContext,
  { householdId, caseId, kinds, year, before, limit }: Ask,
): TimelineEntry[] {
  const access = openable(context.operator);
  const members = membersOf(context, rootOf(context, householdId));
  return context.store.all<TimelineEntry>(
    `select ${shown} from ${entries}
     where ${ofMembers(members)} and (@caseId is null or entry.caseId = @caseId) and entry.at >= @from and entry.at < @until
       and (@kinds = '[]' or entry.kind in (select value from json_each(@kinds))) and ${access.sql}
     order by entry.at desc limit @limit`,
    {
      members: JSON.stringify(members),
      caseId,
      ...spanOf(year, before),
      kinds: JSON.stringify(kinds),
      limit,
      ...access.params,
    },
  );
}

/**
 * The entries of a household and what was merged into it, by the parameter `members`. One alone is read in the order of the table; of
 * several that were both in a case its entries are told once.
 */
export const ofMembers = (members: readonly string[]): string =>
  members.length === 1
    ? `entry.householdId = json_extract(@members, '$[0]')`
    : `entry.householdId in (select value from json_each(@members))
       and not exists (select 1 from household_entry other where other.refId = entry.refId and other.kind = entry.kind and other.at = entry.at
         and other.householdId in (select value from json_each(@members)) and other.householdId < entry.householdId)`;

/** The moments of a year in the office's time zone (+08:00), up to where the page before ended. */
function spanOf(year: number | null, before: string | null): { from: string; until: string } {
  const newYear = (of: number): string => `${of - 1}-12-31T16:00:00.000Z`;
  const end = year === null ? '9999' : newYear(year + 1);
  return { from: year === null ? '' : newYear(year), until: before !== null && before < end ? before : end };
}

/** The entries of these papers and exhibits in the file of the household, newest first; what stands in another party's file is left out. */
export const entriesOf = (
  { store }: Pick<FeatureContext, 'store'>,
  members: readonly string[],
  refIds: readonly string[],
): (TimelineEntry & { refId: string })[] =>
  store.all<TimelineEntry & { refId: string }>(
    `select entry.refId, ${shown} from ${entries}
     where ${ofMembers(members)} and entry.refId in (select value from json_each(@refIds)) order by entry.at desc`,
    { members: JSON.stringify(members), refIds: JSON.stringify(refIds) },
  );
