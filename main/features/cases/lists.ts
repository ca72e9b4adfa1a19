import type { CaseSummary } from '../../../shared/contract/households.ts';
import type { TodayPeriod, WaitingApproval } from '../../../shared/contract/cases.ts';
import type { Period } from '../../../shared/periods/rule.ts';
import { addDays } from '../../../shared/time/moments.ts';
import { isOver, isOverdue, orderByHarm } from '../../../shared/periods/periods.ts';
import { chargeWords } from '../../../shared/periods/surcharges.ts';
import { type FeatureContext, nowOf, todayOf } from '../context.ts';
import { partiesTitle } from '../../../shared/procedure/parties.ts';
import { caseSummaries } from '../households/case-summaries.ts';
import { openable } from '../staff/access.ts';

interface Ask {
  state: CaseSummary['state'] | null;
  mine: boolean;
  before: string | null;
  limit: number;
}

export function listCases(context: FeatureContext, { state, mine, before, limit }: Ask): CaseSummary[] {
  const access = openable(context.operator);
  const filter = `(@state is null or state = @state) and ${access.sql}`;
  return caseSummaries(
    context,
    // Either way an index gives the newest first, and the walk ends with the last row shown.
    mine
      ? `join case_officer mine on mine.caseId = case_record.id where mine.personId = @personId and mine.begunAt < @before and ${filter} order by mine.begunAt desc limit @limit`
      : `where case_record.createdAt < @before and ${filter} order by case_record.createdAt desc limit @limit`,
    { state, before: before ?? '9999', personId: context.operator.personId, limit, ...access.params },
  );
}

const boardLength = 200;
/** What ends later is no business of today (被许可人申请延续, 查处时效). */
const boardDays = 366;
/** Minimum periods are told when they are about to end: nothing has to be done before (保存期限, 公告, 催告). */
const lockDays = 31;
const myCasesLength = 50;

/** The today board: what falls due by harm and date, my cases, what waits for my approval. Reads indexes only, so its time does not grow with the database. */
export function todayBoard(context: FeatureContext): {
  periods: TodayPeriod[];
  mine: CaseSummary[];
  waiting: WaitingApproval[];
} {
  return { periods: duePeriods(context), mine: myCases(context), waiting: waitingForMe(context) };
}

/** Running cases of this person: those they handle and sources they registered. */
const myCases = (context: FeatureContext): CaseSummary[] =>
  caseSummaries(
    context,
    'join running_case mine on mine.caseId = case_record.id where mine.personId = @personId order by mine.createdAt desc limit @limit',
    { personId: context.operator.personId, limit: myCasesLength },
  );

/** The names of those a row is about, as JSON: its own party, else all parties of its case. */
const whose = (table: 'period' | 'paper'): string =>
  `coalesce((select json_array(name) from household where household.id = ${table}.partyId),
    (select json_group_array(name) from (select household.name from case_party join household on household.id = case_party.householdId where case_party.caseId = ${table}.caseId and leftAt is null order by case_party.position)))`;
const namedIn = (names: string): string => partiesTitle(JSON.parse(names) as string[]);

/** What a case that follows counts too (申请法院强制执行) is told once, where it will be acted on; ids of cases rise with time. */
const isCountedLater = ({ ruleId, subjectId, partyId, caseId }: Period, all: readonly Period[]): boolean =>
  all.some(
    (other) =>
      other.ruleId === ruleId && other.subjectId === subjectId && other.partyId === partyId && other.caseId > caseId,
  );

function duePeriods(context: FeatureContext): TodayPeriod[] {
  const now = nowOf(context);
  const access = openable(context.operator);
  const periods = context.store
    .all<{ period: string; caseNumber: string; causeName: string; partyNames: string }>(
      `select period.period, case_record.number as caseNumber, causeName,
         ${whose('period')} as partyNames
       from period cross join case_record on case_record.id = period.caseId
       where metAt is null and warnAt < @horizon and (warnAt < @locks or json_extract(period, '$.kind') <> 'min') and ${access.sql} order by warnAt limit @boardLength`,
      {
        boardLength,
        horizon: addDays(todayOf(context), boardDays),
        locks: addDays(todayOf(context), lockDays),
        ...access.params,
      },
    )
    .map((row) => ({
      ...(JSON.parse(row.period) as Period),
      caseNumber: row.caseNumber,
      causeName: row.causeName,
      partyName: namedIn(row.partyNames),
    }))
    .filter((period, _, all) => !isOver(period, now) && !isCountedLater(period, all))
    .map((period) => ({
      ...period,
      note: chargeWords(period, todayOf(context)) ?? period.note,
      overdue: isOverdue(period, now),
    }));
  return orderByHarm(periods, now);
}

export function waitingForMe(context: FeatureContext): WaitingApproval[] {
  const access = openable(context.operator);
  const rows = context.store.all<Omit<WaitingApproval, 'partyName'> & { partyNames: string }>(
    `select paper.id as paperId, paper.caseId, case_record.number as caseNumber, causeName, paper.name as paperName, waitsForRole as label, waitsSince as since,
         ${whose('paper')} as partyNames
       from paper join case_record on case_record.id = paper.caseId
       where waitsForRole in (select value from json_each(@roles)) and ${access.sql} order by waitsSince limit 200`,
    { roles: JSON.stringify(context.operator.roles), ...access.params },
  );
  return rows.map(({ partyNames, ...row }) => ({ ...row, partyName: namedIn(partyNames) }));
}
