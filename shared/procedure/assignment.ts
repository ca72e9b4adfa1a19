import type { CaseFile, Officer } from '../case-file.ts';
import type { Role } from '../template/template.ts';
import { nameOnDuty } from './absence.ts';

/** Where a case lies and who handles it: 承办单位 and 承办人. */
export interface Assignment {
  unitId: string | null;
  officerIds: string[];
}

type People = Pick<CaseFile, 'case' | 'officers' | 'today'>;
interface Person {
  personId: string;
  roles: readonly Role[];
  unitId: string | null;
}
/** Who acts, with those they stand in for. */
type Acting = Person & { standsInFor?: readonly Person[] };

/** The officers of a case who are still there. */
export const activeOfficers = ({ case: { officerIds }, officers }: Pick<CaseFile, 'case' | 'officers'>): Officer[] =>
  officers.filter(({ personId, active }) => active && officerIds.includes(personId));

/** Who answers for the cases of a unit and assigns them: its head; where it has none, or the case no unit, 分管领导. */
export function assignersOf(unitId: string | null, people: readonly Officer[]): Officer[] {
  const present = people.filter(({ active }) => active);
  const heads = present.filter((person) => person.roles.includes('承办单位负责人') && person.unitId === unitId);
  return unitId !== null && heads.length > 0 ? heads : present.filter(({ roles }) => roles.includes('分管领导'));
}

/** What an assignment is called on record (办理记录). */
export function assignmentVerb(before: Assignment, after: Assignment): '分派案件' | '移交承办单位' | '更换承办人' {
  if (before.unitId !== after.unitId && before.unitId !== null) return '移交承办单位';
  return before.officerIds.length === 0 ? '分派案件' : '更换承办人';
}

/** Whether it takes something away: a case from its unit, an officer from the case. That needs a reason. */
export const asksForReason = (before: Assignment, after: Assignment): boolean =>
  (before.unitId !== null && before.unitId !== after.unitId) ||
  before.officerIds.some((id) => !after.officerIds.includes(id));

/** Why this person may not make this assignment; null when they may (第十三条: who answers for the unit picks its officers). */
export function whyNotAssign(after: Assignment, acting: Acting, file: People): string | null {
  const own = whyNotAsOneself(after, acting, file);
  return acting.standsInFor?.some((away) => whyNotAsOneself(after, away, file) === null) === true ? null : own;
}

function whyNotAsOneself(after: Assignment, { personId, roles, unitId }: Person, file: People): string | null {
  const before = file.case;
  if (before.state === 'filed') return '本案已经归档，不能再改承办单位和承办人。';
  if (roles.includes('分管领导')) return null;
  if (roles.includes('承办单位负责人') && (before.unitId === null || before.unitId === unitId)) return null;
  const assigners = assignersOf(before.unitId, file.officers).map((person) =>
    nameOnDuty(person, file.officers, file.today),
  );
  const asks = `请${assigners.length === 0 ? '承办单位负责人或者分管领导' : assigners.join('、')}办理。`;
  const sameUnit = before.unitId === after.unitId;
  if (roles.includes('承办人') && before.officerIds.includes(personId))
    return sameUnit && !asksForReason(before, after)
      ? null
      : `承办人只能给本案增加承办人；减少承办人、移交承办单位，${asks}`;
  if (roles.includes('窗口') && before.state === 'source' && before.officerIds.length === 0)
    return after.officerIds.length === 0 ? null : `窗口只能改未分派案件的承办单位；选定承办人，${asks}`;
  return `您不是本案承办人，也不是承办单位的负责人；${asks}`;
}

/** Why an assignment cannot stand, whoever makes it; null when it can. */
export function faultOfAssignment(after: Assignment, file: Pick<CaseFile, 'case'>): string | null {
  const before = file.case;
  const moved = before.unitId !== after.unitId;
  if (after.officerIds.length === 0 && !moved) return '请至少选择一名承办人。';
  if (after.officerIds.length === 0 && after.unitId === null)
    return '请选定承办单位，或者选定承办人，案件不能没有人管。';
  // A case that goes to another unit may wait there for its head to pick the officers.
  const isStarted = before.state !== 'source' && after.officerIds.length > 0;
  return isStarted && new Set(after.officerIds).size < 2
    ? '立案后承办人不得少于两人，请再选一名有执法证的承办人（第十八条）。'
    : null;
}

/** The unit a case goes to when nobody says: that of its first officer, else of who registers it. */
export const usualUnit = (
  officerIds: readonly string[],
  people: readonly Officer[],
  { unitId }: Pick<Person, 'unitId'>,
): string | null => people.find(({ personId }) => personId === officerIds[0])?.unitId ?? unitId;
