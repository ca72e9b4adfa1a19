import type * as z from 'zod';
import type { cases, CaseLine, CaseOrder } from '../../../shared/contract/cases.ts';
import type { CaseSummary } from '../../../shared/contract/households.ts';
import type { Outlook } from '../../../shared/inbox/next-act.ts';
import { workingDaysBetween } from '../../../shared/time/calendar.ts';
import { dayOf, daysBetween } from '../../../shared/time/moments.ts';
import { phraseOf } from '../../platform/store/grams.ts';
import { type FeatureContext, todayOf } from '../context.ts';
import { partyNames } from '../households/case-summaries.ts';
import { inLists } from '../../platform/store/tables/cases.ts';
import { openable } from '../staff/access.ts';
import { listPeople } from '../staff/people-list.ts';
import { openableCases, type Outlooks } from './outlooks.ts';
import { runningPeriods } from './running-periods.ts';

type Ask = z.output<NonNullable<(typeof cases.list)['~orpc']['inputSchema']>>;

const columns: Readonly<Record<CaseOrder, string>> = {
  due: 'case_outlook.dueAt',
  touched: 'case_outlook.touchedAt',
  begun: 'case_record.createdAt',
};

/** Which cases are shown: those of a procedure, at a stage, of an officer. */
const filters = `(@procedure is null or procedure = @procedure) and (@stage is null or stage = @stage)
  and (@officerId is null or exists (select 1 from case_officer where case_officer.caseId = case_record.id and personId = @officerId))`;

/** So many cases that hold what is typed are sorted; more are dense enough to be met while all are walked in their order. */
const SORTED = 2000;
const holdsTyped = `exists (select 1 from search_text join case_index on case_index.rowid = search_text.rowid
  where search_text.kind = 'case' and search_text.refId = case_record.id and case_index match @phrase)`;

interface Row extends Omit<CaseSummary, 'partyNames'> {
  officerIds: string;
  touchedAt: string;
  stage: string;
  outlook: string;
  place: string;
}

/** The list of cases. What was changed since is judged first, so that a next step is never that of before. */
export async function listCases(context: FeatureContext, outlooks: Outlooks, ask: Ask): Promise<CaseLine[]> {
  if (ask.after === null) await outlooks.refresh(openableCases(openable(context.operator)));
  return linesOf(context, rowsOf(context, ask));
}

function rowsOf({ store, search, operator }: FeatureContext, ask: Ask): Row[] {
  const access = openable(operator);
  const { order, descending, state, procedure, stage, officerId, query, after, limit } = ask;
  const column = columns[order];
  const [beyond, way] = descending ? ['<', 'desc'] : ['>', 'asc'];
  const states = state === 'running' ? ['source', 'open', 'closed'] : state === null ? null : [state];
  const found = query === '' ? null : search.ids('case', query, SORTED);
  const isFew = found !== null && found.length < SORTED;
  return store.all<Row>(
    `select case_record.id, number, causeName, procedure, state, case_record.createdAt, officerIds, touchedAt, stage, outlook, ${column} as place
     from ${isFew ? ofFound : state === null || state === 'filed' ? inOrder : ofState}
     where ${states === null ? inLists : `state in (${states.map((name) => `'${name}'`).join(', ')})`}
       and (@place is null or (${column}, case_record.id) ${beyond} (@place, @id)) and ${filters}
       and ${found === null || isFew ? '1' : holdsTyped} and ${access.sql}
     order by ${column} ${way}, case_record.id ${way} limit @limit`,
    {
      procedure,
      stage,
      officerId,
      found: JSON.stringify(found),
      phrase: phraseOf(query) ?? null,
      place: after?.place ?? null,
      id: after?.id ?? null,
      limit,
      ...access.params,
    },
  );
}

// A filed case is one of most: the few others are found by their state and sorted; all of them are walked in the order of an index.
const inOrder = 'case_outlook cross join case_record on case_record.id = case_outlook.caseId';
const ofState = 'case_record indexed by case_state cross join case_outlook on case_outlook.caseId = case_record.id';
const ofFound = `json_each(@found) found cross join case_record on case_record.id = found.value
  cross join case_outlook on case_outlook.caseId = case_record.id`;

function linesOf(context: FeatureContext, rows: readonly Row[]): CaseLine[] {
  const ids = rows.map(({ id }) => id);
  const parties = partyNames(context.store, ids);
  const periodsOf = runningPeriods(context, ids);
  const names = new Map(listPeople(context.office.store).map(({ personId, name }) => [personId, name]));
  const today = todayOf(context);
  const calendar = context.editions.calendar();
  return rows.map(({ officerIds, touchedAt, outlook, ...row }) => {
    const { next } = outlook === '' ? { next: null } : (JSON.parse(outlook) as Outlook);
    const touched = dayOf(touchedAt);
    const isRunning = row.state === 'source' || row.state === 'open';
    return {
      ...row,
      stage: isRunning ? row.stage : '',
      partyNames: parties.get(row.id) ?? [],
      next: isRunning ? (next?.title ?? '') : row.state === 'closed' ? '立卷归档' : '',
      lacks: isRunning ? (next?.lacks ?? []) : [],
      paperId: isRunning ? (next?.paperId ?? null) : null,
      period: periodsOf(row.id).binding[0] ?? null,
      idleDays:
        row.state === 'filed' ? null : (workingDaysBetween(calendar, touched, today) ?? daysBetween(touched, today)),
      officers: (JSON.parse(officerIds) as string[]).flatMap((id) => names.get(id) ?? []),
    };
  });
}
