import type { Officer } from '../../../shared/case-file.ts';
import { nameOnDuty } from '../../../shared/procedure/absence.ts';
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
 * Cases that nobody handles, given to no officer yet or to officers who have left, and such as an officer left behind among others. Who
 * assigns them has it to do; who registered one waits for that.
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
         and exists (select 1 from case_officer where case_officer.caseId = case_record.id and case_officer.personId = left_behind.personId)
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
  const { personId, standsInFor } = context.operator;
  const people = listPeople(context.office.store);
  const today = todayOf(context);
  const named = (id: string): Officer | undefined => people.find((person) => person.personId === id);
  const assigners = assignersOf(each.unitId, people);
  const mine = assigners.some((person) =>
    [personId, ...standsInFor.map((away) => away.personId)].includes(person.personId),
  );
  const officers = (JSON.parse(each.officerIds) as string[]).flatMap((id) => named(id) ?? []);
  const gone = officers.filter(({ active }) => !active).map(({ name }) => name);
  const there = officers.filter(({ active }) => active).map(({ name }) => name);
  const unit = listUnits(context.office.store).find(({ id }) => id === each.unitId)?.name ?? '没有承办单位';
  const days = daysBetween(dayOf(each.createdAt), today);
  const who = assigners.map((person) => nameOnDuty(person, people, today)).join('、') || '分管领导（还没有登记）';
  const act = there.length === 0 ? '分派：选定承办人' : `更换承办人：${gone.join('、')}已经离岗`;
  return {
    mine: mine ? 'todo' : each.createdBy === personId ? 'waiting' : null,
    line: lineOf({
      key: `assign:${each.id}`,
      kind: 'assign',
      title: mine ? act : `等${who}分派`,
      verb: mine ? '去分派' : '打开案件',
      go: { at: 'case', caseId: each.id, ...(mine ? { assign: true } : {}) },
      caseId: each.id,
      party,
      number: each.number,
      causeName: each.causeName,
      why: whyAssign(named(each.createdBy)?.name ?? '', unit, { gone, there }),
      harm: 2,
      chip: days === 0 ? '今天登记' : `登记 ${days} 天`,
      since: each.createdAt,
      undated: 'week',
    }),
  };
}

function whyAssign(registrar: string, unit: string, { gone, there }: { gone: string[]; there: string[] }): string {
  if (gone.length === 0) return `${registrar}登记，${unit}，还没有承办人。`;
  return there.length === 0
    ? `承办人${gone.join('、')}已经离岗，没有接手的人。`
    : `承办人${gone.join('、')}已经离岗，现在只有${there.join('、')}，请选定接手的人。`;
}
