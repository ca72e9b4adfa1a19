import type { CaseSummary, TimelineEntry } from '../../../shared/contract/households.ts';
import type { Party } from '../../../shared/identity/party.ts';
import { openable } from '../staff/access.ts';
import type { FeatureContext } from '../context.ts';
import { notFound } from '../../platform/refusal-error.ts';
import { caseSummaries } from './case-summaries.ts';
import type { HouseholdRow } from '../../platform/store/tables/cases.ts';
import { partyOf } from './party.ts';

/** The 一户式 file: who it is, earlier names, and the cases this person may open. */
export function openHousehold(
  context: FeatureContext,
  householdId: string,
): { party: Party; formerNames: { name: string; until: string }[]; cases: CaseSummary[] } {
  const access = openable(context.operator);
  const row = context.store.get<HouseholdRow>('select * from household where id = ?', householdId);
  if (!row) throw notFound('household');
  return {
    party: partyOf(row),
    formerNames: context.store.all(
      'select name, until from former_name where householdId = ? order by until desc',
      householdId,
    ),
    cases: caseSummaries(
      context,
      `join case_party mine on mine.caseId = case_record.id where mine.householdId = @householdId and ${access.sql} order by case_record.createdAt desc limit 1000`,
      { householdId, ...access.params },
    ),
  };
}

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
  coalesce(paper.id, exhibit.paperId) as paperId, exhibit.id as exhibitId`;
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
  return context.store.all<TimelineEntry>(
    `select ${shown} from ${entries}
     where entry.householdId = @householdId and (@caseId is null or entry.caseId = @caseId) and entry.at >= @from and entry.at < @until
       and (@kinds = '[]' or entry.kind in (select value from json_each(@kinds))) and ${access.sql}
     order by entry.at desc limit @limit`,
    { householdId, caseId, ...spanOf(year, before), kinds: JSON.stringify(kinds), limit, ...access.params },
  );
}

/** The moments of a year in the office's time zone (+08:00), up to where the page before ended. */
function spanOf(year: number | null, before: string | null): { from: string; until: string } {
  const newYear = (of: number): string => `${of - 1}-12-31T16:00:00.000Z`;
  const end = year === null ? '9999' : newYear(year + 1);
  return { from: year === null ? '' : newYear(year), until: before !== null && before < end ? before : end };
}

/** The entries of these papers and exhibits in the file of the household, newest first; what stands in another party's file is left out. */
export const entriesOf = (
  { store }: Pick<FeatureContext, 'store'>,
  householdId: string,
  refIds: readonly string[],
): (TimelineEntry & { refId: string })[] =>
  store.all<TimelineEntry & { refId: string }>(
    `select entry.refId, ${shown} from ${entries}
     where entry.householdId = @householdId and entry.refId in (select value from json_each(@refIds)) order by entry.at desc`,
    { householdId, refIds: JSON.stringify(refIds) },
  );
