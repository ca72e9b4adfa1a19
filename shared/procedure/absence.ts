import type { Absence, Officer } from '../case-file.ts';
import type { Role } from '../template/template.ts';
import { chineseDay } from '../time/chinese-day.ts';

type People = readonly Officer[];

export const isAway = ({ absence }: Pick<Officer, 'absence'>, day: string): boolean =>
  absence !== undefined && absence.from <= day && day <= absence.to;

/** Who stands in for this person on a day; null where they are there, or nobody does. */
export function standInOf(person: Officer, people: People, day: string): Officer | null {
  if (!isAway(person, day)) return null;
  return people.find(({ personId, active }) => active && personId === person.absence?.standInId) ?? null;
}

/** Those for whom a person stands in on a day. */
export const awayFor = (personId: string, people: People, day: string): Officer[] =>
  people.filter((person) => person.active && standInOf(person, people, day)?.personId === personId);

/** People of whom something is asked, and behind them who stands in for one of them. */
export const withStandIns = (asked: People, people: People, day: string): Officer[] => [
  ...new Map(
    [...asked, ...asked.flatMap((person) => standInOf(person, people, day) ?? [])].map((person) => [
      person.personId,
      person,
    ]),
  ).values(),
];

/** Who is asked, by name: 张丽; 李敏（代张丽） while she is away; 张丽（请假至2026年12月5日） where nobody stands in. */
export function nameOnDuty(person: Officer, people: People, day: string): string {
  if (!isAway(person, day)) return person.name;
  const standIn = standInOf(person, people, day);
  return standIn === null
    ? `${person.name}（请假至${chineseDay(person.absence?.to ?? day)}）`
    : `${standIn.name}（代${person.name}）`;
}

interface Acting {
  personId: string;
  roles: readonly Role[];
  unitId: string | null;
}

/** Why this person may not enter that one's absence; null when they may: one's own, that of the own unit, and 分管领导 everybody's. */
export function whyNotEnterAbsence(acting: Acting, of: Officer): string | null {
  if (acting.personId === of.personId || acting.roles.includes('分管领导')) return null;
  const seesAll = of.roles.some((role) => role === '法规科' || role === '分管领导');
  if (acting.roles.includes('承办单位负责人') && acting.unitId !== null && acting.unitId === of.unitId && !seesAll)
    return null;
  return `${of.name}的请假由本人、承办单位负责人或者分管领导登记。`;
}

/** Why an absence cannot be entered, whoever does it; null when it can. */
export function faultOfAbsence(
  { from, to, standInId }: Absence,
  of: Officer,
  people: People,
  today: string,
): string | null {
  if (to < from) return '请假的最后一天早于第一天，请核对。';
  if (to < today) return '这段日子已经过去，请假从今天或者以后的日子登记。';
  if (standInId === null) return null;
  const standIn = people.find(({ personId }) => personId === standInId);
  if (standIn === undefined || !standIn.active) return '代理人已经离岗，请另选一人。';
  if (standIn.personId === of.personId) return '代理人不能是请假的本人。';
  if (standIn.roles.every((role) => role === '系统管理员'))
    return `${standIn.name}的岗位是系统管理员，不能查阅案件，不能代理（第四十二条）。`;
  const away = standIn.absence;
  return away !== undefined && away.from <= to && from <= away.to
    ? `${standIn.name}自${chineseDay(away.from)}至${chineseDay(away.to)}也请假，请另选一人。`
    : null;
}
