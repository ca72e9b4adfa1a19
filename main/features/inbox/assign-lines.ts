import { assignersOf } from '../../../shared/procedure/assignment.ts';
import { daysBetween, dayOf } from '../../../shared/time/moments.ts';
import { unassigned } from '../../platform/store/migrations/0026-unassigned-cases.ts';
import { type FeatureContext, hasRole, todayOf } from '../context.ts';
import { partyTitles } from '../households/case-summaries.ts';
import { openable } from '../staff/access.ts';
import { listPeople } from '../staff/people-list.ts';
import { listUnits } from '../staff/units.ts';
import { type Line, lineOf } from './item.ts';

const MOST = 200;

interface Unhandled {
  id: string;
  number: string;
  causeName: string;
  createdAt: string;
  createdBy: string;
  unitId: string | null;
  officerIds: string;
}

/**
 * Cases that nobody handles: given to no officer yet, or to officers who have all left. Who assigns them has it to do; who registered
 * one waits for that.
 */
export function assignLines(context: FeatureContext): { todo: Line[]; waiting: Line[] } {
  if (!hasRole(context.operator, '窗口', '承办人', '承办单位负责人', '分管领导')) return { todo: [], waiting: [] };
  const cases = unhandledCases(context);
  const titleOf = partyTitles(
    context.store,
    cases.map(({ id }) => id),
  );
  const lines = cases.map((each) => lineFor(context, each, titleOf(each.id)));
  return {
    todo: lines.flatMap(({ mine, line }) => (mine === 'todo' ? [line] : [])),
    waiting: lines.flatMap(({ mine, line }) => (mine === 'waiting' ? [line] : [])),
  };
}

function unhandledCases(context: FeatureContext): Unhandled[] {
  const { sql, params } = openable(context.operator);
  const gone = listPeople(context.office.store).filter(({ active }) => !active);
  const columns = 'case_record.id, number, causeName, case_record.createdAt, createdBy, unitId, officerIds';
  return [
    ...context.store.all<Unhandled>(
      `select ${columns} from case_record indexed by case_unassigned where ${unassigned} and ${sql} order by createdAt limit @most`,
      { most: MOST, ...params },
    ),
    ...context.store.all<Unhandled>(
      `select distinct ${columns} from running_case left_behind cross join case_record on case_record.id = left_behind.caseId
       where left_behind.personId in (select value from json_each(@gone)) and officerIds <> '[]' and ${sql}
         and not exists (select 1 from case_officer where case_officer.caseId = case_record.id and personId not in (select value from json_each(@gone)))
       limit @most`,
      { gone: JSON.stringify(gone.map(({ personId }) => personId)), most: MOST, ...params },
    ),
  ];
}

function lineFor(
  context: FeatureContext,
  each: Unhandled,
  party: string,
): { mine: 'todo' | 'waiting' | null; line: Line } {
  const { personId } = context.operator;
  const people = listPeople(context.office.store);
  const nameOf = (id: string): string => people.find((person) => person.personId === id)?.name ?? '';
  const assigners = assignersOf(each.unitId, people);
  const mine = assigners.some((person) => person.personId === personId);
  const left = (JSON.parse(each.officerIds) as string[]).map(nameOf);
  const unit = listUnits(context.office.store).find(({ id }) => id === each.unitId)?.name ?? '没有承办单位';
  const days = daysBetween(dayOf(each.createdAt), todayOf(context));
  const who = assigners.map(({ name }) => name).join('、') || '分管领导（还没有登记）';
  return {
    mine: mine ? 'todo' : each.createdBy === personId ? 'waiting' : null,
    line: lineOf({
      key: `assign:${each.id}`,
      kind: 'assign',
      title: mine ? '分派：选定承办人' : `等${who}分派`,
      verb: mine ? '去分派' : '打开案件',
      go: { at: 'case', caseId: each.id, ...(mine ? { assign: true } : {}) },
      caseId: each.id,
      party,
      number: each.number,
      causeName: each.causeName,
      why:
        left.length === 0
          ? `${nameOf(each.createdBy)}登记，${unit}，还没有承办人。`
          : `承办人${left.join('、')}已经离岗，没有接手的人。`,
      harm: 2,
      chip: days === 0 ? '今天登记' : `登记 ${days} 天`,
      since: each.createdAt,
      undated: 'week',
    }),
  };
}
