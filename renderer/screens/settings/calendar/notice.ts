import { addDays, isDay } from '../../../../shared/time/moments.ts';

/** Days off (放假) and weekend days worked in exchange (调休上班), each once and in order. */
export interface NoticeDays {
  off: string[];
  work: string[];
}

const DATES = /(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:[至到—~-]+(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日)?/g;

const pad = (number: number): string => String(number).padStart(2, '0');

/** The days a clause names, ranges written out; a day without a month is in the month named last. */
function daysIn(clause: string, year: number): string[] {
  let month = 0;
  return [...clause.matchAll(DATES)].flatMap(([, fromYear, fromMonth, fromDay, toYear, toMonth, toDay]) => {
    month = Number(fromMonth ?? month);
    const from = `${fromYear ?? year}-${pad(month)}-${pad(Number(fromDay))}`;
    if (toDay === undefined) return isDay(from) ? [from] : [];
    month = Number(toMonth ?? month);
    const to = `${toYear ?? fromYear ?? year}-${pad(month)}-${pad(Number(toDay))}`;
    return isDay(from) && isDay(to) ? daysFrom(from, to) : [];
  });
}

/** No holiday is longer than this; a longer range was misread. */
const LONGEST = 31;

function daysFrom(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to && days.length < LONGEST; day = addDays(day, 1)) days.push(day);
  return days;
}

export const inOrder = (days: readonly string[]): string[] => [...new Set(days)].toSorted();

/**
 * Reads the text of the State Council's yearly notice (国务院办公厅关于…节假日安排的通知): `1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。`
 * Days of other years, such as the date of the notice itself, are left out. What it read is shown for a person to check.
 */
export function readNotice(text: string, year: number): NoticeDays {
  const days: NoticeDays = { off: [], work: [] };
  const clauses = text
    .normalize('NFKC')
    .replaceAll(/\([^)]*\)/g, '')
    .replaceAll(/[^\S\n]/g, '')
    .split(/[,。;\n]/);
  let waiting: string[] = [];
  for (const clause of clauses) {
    const named = [...waiting, ...daysIn(clause, year)];
    const verb = /上班/.test(clause) ? 'work' : /放假|补休|休息/.test(clause) ? 'off' : null;
    if (verb !== null) days[verb].push(...named);
    waiting = verb === null ? named : [];
  }
  const isOfYear = (day: string): boolean => day >= `${year - 1}-12-29` && day <= `${year}-12-31`;
  return { off: inOrder(days.off.filter(isOfYear)), work: inOrder(days.work.filter(isOfYear)) };
}
