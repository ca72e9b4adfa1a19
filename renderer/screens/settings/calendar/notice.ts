import { addDays, isDay } from '../../../../shared/time/moments.ts';

/** Days off (放假) and weekend days worked in exchange (调休上班), each once and in order. */
export interface NoticeDays {
  off: string[];
  work: string[];
}

/** What a notice says of itself and of the days, and in sentences where its text does not agree with itself. */
export interface ReadNotice extends NoticeDays {
  year: number;
  /** 文号 and title, as far as the text holds them. */
  source: string;
  doubts: string[];
}

/** The seven holidays everybody has (全国年节及纪念日放假办法第二条). */
const HOLIDAYS = ['元旦', '春节', '清明', '劳动节', '端午', '中秋', '国庆'];

const WEEK = '日一二三四五六';

/** A day, or a day to another, each with the day of the week a notice says in brackets. */
const DAY = String.raw`(?:(\d{4})年)?(?:(\d{1,2})月)?(\d{1,2})日(?:〈(.)〉)?`;
const DATES = new RegExp(`${DAY}(?:[至到—~-]+${DAY})?`, 'g');

const pad = (number: number): string => String(number).padStart(2, '0');

/** No holiday is longer than this; a longer range was misread. */
const LONGEST = 31;

function daysFrom(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to && days.length < LONGEST; day = addDays(day, 1)) days.push(day);
  return days;
}

/** The days a clause names, ranges written out; a day without a month is in the month named last. */
function daysIn(clause: string, year: number, doubts: string[]): string[] {
  let month = 0;
  let yearNow = year;
  const dayOf = (named: (string | undefined)[]): string => {
    const [ofYear, ofMonth, day, weekday] = named;
    month = Number(ofMonth ?? month);
    yearNow = Number(ofYear ?? yearNow);
    const found = `${yearNow}-${pad(month)}-${pad(Number(day))}`;
    if (weekday !== undefined && isDay(found) && WEEK[new Date(`${found}T00:00:00Z`).getUTCDay()] !== weekday)
      doubts.push(`通知写${month}月${Number(day)}日是周${weekday}，与${yearNow}年的日历不符。`);
    return found;
  };
  return [...clause.matchAll(DATES)].flatMap((match) => {
    yearNow = year;
    const from = dayOf(match.slice(1, 5));
    if (match[7] === undefined) return isDay(from) ? [from] : [];
    const to = dayOf(match.slice(5, 9));
    return isDay(from) && isDay(to) ? daysFrom(from, to) : [];
  });
}

export const inOrder = (days: readonly string[]): string[] => [...new Set(days)].toSorted();

/** One sentence of a notice: its days off, its days worked, and whether the days are as many as it says (共3天). */
function readSentence(sentence: string, year: number, isOfYear: (day: string) => boolean, read: ReadNotice): void {
  let waiting: string[] = [];
  const off: string[] = [];
  for (const clause of sentence.split(',')) {
    const named = [...waiting, ...daysIn(clause, year, read.doubts)];
    const verb = /上班/.test(clause) ? 'work' : /放假|补休|休息/.test(clause) ? 'off' : null;
    if (verb === 'off') off.push(...named);
    if (verb === 'work') read.work.push(...named);
    waiting = verb === null ? named : [];
  }
  read.off.push(...off);
  const said = /(?:共|放假)(\d{1,2})天/.exec(sentence)?.[1];
  if (said !== undefined && off.length > 0 && off.length !== Number(said))
    read.doubts.push(`通知写放假${said}天，读出的是${off.length}天：“${shown(sentence)}”。`);
  if (waiting.some(isOfYear)) read.doubts.push(`有日期没有写明放假还是上班：“${shown(sentence)}”。`);
}

const shown = (sentence: string): string => sentence.replaceAll(/〈(.)〉/g, '（周$1）');

/**
 * Reads the text of the State Council's yearly notice (国务院办公厅关于…节假日安排的通知): `1月1日（周四）至3日（周六）放假调休，共3天。1月4日（周日）上班。`
 * Its title says the year, else it is `proposed`. Days of other years, such as the date of the notice itself, are left out. What it read is
 * shown for a person to check, with what is doubtful in it: a day of the week, a number of days, a holiday that is not there.
 */
export function readNotice(text: string, proposed: number): ReadNotice {
  // A notice copied out of a PDF or an old page has line ends and blanks anywhere.
  const whole = text.normalize('NFKC').replaceAll(/\s/g, '');
  const year = Number(/关于(\d{4})年(?:部分)?节假日安排/.exec(whole)?.[1] ?? proposed);
  const number = /国办发(?:明电)?[〔[(]\d{4}[〕\])]\d+号/.exec(whole)?.[0] ?? '';
  const titled = /国务院办公厅关于\d{4}年(?:部分)?节假日安排的通知/.exec(whole)?.[0] ?? '';
  const read: ReadNotice = { year, source: `${number}${titled}`, off: [], work: [], doubts: [] };
  const isOfYear = (day: string): boolean => day >= `${year - 1}-12-29` && day <= `${year}-12-31`;
  const sentences = whole
    .replaceAll(/\(([^()]*)\)/g, (_, inside: string) => {
      const weekday = /(?:周|星期)([日天一二三四五六])$/.exec(inside)?.[1];
      return weekday === undefined ? '' : `〈${weekday.replace('天', '日')}〉`;
    })
    .split(/[。;]/);
  for (const sentence of sentences) readSentence(sentence, year, isOfYear, read);
  read.off = inOrder(read.off.filter(isOfYear));
  read.work = inOrder(read.work.filter(isOfYear));
  if (read.off.length === 0) return { ...read, doubts: [] };
  const missing = HOLIDAYS.filter((holiday) => !new RegExp(`${holiday}[^。]{0,12}:`).test(whole));
  return missing.length === 0 ? read : { ...read, doubts: [...read.doubts, `没有读到${missing.join('、')}的安排。`] };
}
