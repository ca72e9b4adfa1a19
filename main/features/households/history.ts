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
  kinds: TimelineEntry['kind'][];
  year: number | null;
  before: string | null;
  limit: number;
}

const inSpan = (moment: string): string => `${moment} >= @from and ${moment} < @until`;
const forHousehold = '(paper.partyId is null or paper.partyId = @householdId)';

// Every entry stands at a moment in UTC, typed ones meant in the office's time zone (+08:00): mixed clocks would sort wrongly.
const utc = "'%Y-%m-%dT%H:%M:%fZ'";
const recordedAt = `coalesce(case when exhibit.startAt glob '*Z' or exhibit.startAt glob '*[+-][0-9][0-9]:[0-9][0-9]' then strftime(${utc}, exhibit.startAt) else strftime(${utc}, exhibit.startAt, '-8 hours') end, exhibit.importedAt)`;

// The papers of one page. A page shows no more cases than entries, and each of them with its newest paper at or after the page's last: so
// the newest paper of each case is looked up first, and only the papers of the newest cases are put in order. Both read one index alone.
const newestPapers = `
  select paper.rowid from paper where caseId in (
      select caseId from (
        select value as caseId, (select coalesce(issuedAt, updatedAt) from paper where caseId = value and ${inSpan('coalesce(issuedAt, updatedAt)')} and ${forHousehold} order by coalesce(issuedAt, updatedAt) desc limit 1) as newest
        from json_each(@caseIds)
      ) where newest is not null order by newest desc limit @limit
    ) and ${inSpan('coalesce(issuedAt, updatedAt)')} and ${forHousehold} order by coalesce(issuedAt, updatedAt) desc limit @limit`;

// One list of everything that happened to the target, all years, text and recordings together (第三十五条); what was made out to
// another party of the same case belongs to that one's list.
const everything = `
  select createdAt as at, '案件' as kind, causeName as title, number as detail, id as caseId, number as caseNumber, null as paperId, null as exhibitId from case_record where id in (select value from json_each(@caseIds))
  union all select coalesce(paper.issuedAt, paper.updatedAt), '文书', paper.name, coalesce(paper.number, case paper.status when 'issued' then '' when 'void' then '已作废' else '未出具' end), paper.caseId, case_record.number, paper.id, null from paper join case_record on case_record.id = paper.caseId where paper.rowid in (${newestPapers})
  union all select ${recordedAt}, case when mime like 'audio/%' or mime like 'video/%' then '音像' else '证据' end, exhibit.title, exhibit.proves, exhibit.caseId, case_record.number, exhibit.paperId, exhibit.id from exhibit join case_record on case_record.id = exhibit.caseId where exhibit.caseId in (select value from json_each(@caseIds)) and exhibit.withdrawnReason is null
  union all select volume.createdAt, '案卷', '归档 ' || volume.archiveNo, volume.items || '件 ' || volume.pages || '页', volume.caseId, case_record.number, null, null from volume join case_record on case_record.id = volume.caseId where volume.caseId in (select value from json_each(@caseIds))
  union all select handover.createdAt, '移送', '提供给' || handover.recipient, handover.anchor, handover.caseId, case_record.number, null, null from handover join case_record on case_record.id = handover.caseId where handover.caseId in (select value from json_each(@caseIds))`;

export function timelineOf(context: FeatureContext, { householdId, kinds, year, before, limit }: Ask): TimelineEntry[] {
  const access = openable(context.operator);
  const caseIds = context.store
    .all<{ caseId: string }>(
      `select caseId from case_party join case_record on case_record.id = caseId where householdId = @householdId and ${access.sql}`,
      { householdId, ...access.params },
    )
    .map((row) => row.caseId);
  return context.store.all<TimelineEntry>(
    `select * from (${everything}) where ${inSpan('at')} and (@kinds = '[]' or kind in (select value from json_each(@kinds))) order by at desc limit @limit`,
    {
      householdId,
      caseIds: JSON.stringify(caseIds),
      ...spanOf(year, before),
      kinds: JSON.stringify(kinds),
      limit,
    },
  );
}

/** The moments of a year in the office's time zone (+08:00), up to where the page before ended. */
function spanOf(year: number | null, before: string | null): { from: string; until: string } {
  const newYear = (of: number): string => `${of - 1}-12-31T16:00:00.000Z`;
  const end = year === null ? '9999' : newYear(year + 1);
  return { from: year === null ? '' : newYear(year), until: before !== null && before < end ? before : end };
}
