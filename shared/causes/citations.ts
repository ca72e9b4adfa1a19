import { numberOf } from '../chinese/article-name.ts';
import { type Law, lawEndingAt } from './law.ts';
import type { Cited } from './provision.ts';

/** A provision cited in a text, and where. Of 第三条至第五条 the first and the last are told. */
export interface Citation extends Cited {
  /** The year of the version, where the text says one: 《行政复议法》（2017年修正）. */
  year: number | null;
  start: number;
  end: number;
}

const NUMBER = '[零〇一二三四五六七八九十百千\\d０-９]+';
const NUMBERS = new RegExp(NUMBER, 'g');
const BRACKETED = `[（(]?${NUMBER}[）)]?`;
const BETWEEN = '[、，,和及与或至到—~～-]|以及|或者';
/** A name in 《》 with what is said of it in brackets, a word for the law named before, or 第…条、款、项、目 with one number or several. */
const TOKEN = new RegExp(
  [
    '《(?<name>(?:[^《》]|《[^《》]*》)+)》(?<said>[（(][^（）()]{2,60}[）)])?',
    '(?<same>[本该](?:法|条例|办法|规定|规则|解释))',
    `第\\s*(?<numbers>${BRACKETED}(?:(?:${BETWEEN})${BRACKETED})*)\\s*(?<unit>[条款项目])(?:之(?<inserted>[一二三四五六七八九十]+))?`,
  ].join('|'),
  'g',
);
/** What may stand between two provisions of one law. */
const LISTING = new RegExp(`^\\s*(?:(?:${BETWEEN})\\s*)*$`);
const YEAR = /[（(](\d{4})年?[^（）()]*[）)]$/;
const SHORT = /^[（(]以下(?:统|均)?简称[“"《]?([^”"》）)]+)/;

/** What the reading of a text knows so far. */
interface Reading {
  text: string;
  laws: readonly Law[];
  found: Citation[];
  /** 以下简称 of this text. */
  aliases: Map<string, string>;
  law: string | null;
  year: number | null;
  /** Where the name or the provision before ended, while others may join it. */
  end: number;
  /** The provision that a paragraph or item would belong to. */
  last: Citation | null;
}

/** What was read lately, by the table of laws: the checks read every text of a case at every key typed, and all but one are as they were. */
const lately = new WeakMap<readonly Law[], Map<string, readonly Citation[]>>();
const LATELY = 1000;
const none: readonly Citation[] = [];
const noLaws: readonly Law[] = [];

/**
 * The provisions a text cites, in the forms they are written: 《》 or, of the laws of the table, the bare name before 第…条; 本法 for
 * the law named before; Chinese or arabic numbers; lists and ranges that name the law, the article or the paragraph once.
 */
export function citationsIn(text: string, laws: readonly Law[] = noLaws): readonly Citation[] {
  if (!text.includes('条')) return none;
  const known = lately.get(laws) ?? new Map<string, readonly Citation[]>();
  lately.set(laws, known);
  const found = known.get(text) ?? read(text, laws);
  if (known.size >= LATELY) known.clear();
  known.set(text, found);
  return found;
}

/** The names a text puts in 《》, without the year of a version. */
export const lawNamesIn = (text: string): string[] =>
  [...text.matchAll(TOKEN)].flatMap(({ groups }) =>
    groups?.name === undefined ? [] : [groups.name.replace(YEAR, '')],
  );

function read(text: string, laws: readonly Law[]): Citation[] {
  const reading: Reading = { text, laws, found: [], aliases: new Map(), law: null, year: null, end: 0, last: null };
  for (const match of text.matchAll(TOKEN)) {
    const { name, same } = match.groups ?? {};
    if (name !== undefined) readName(reading, match, name);
    else if (same !== undefined) Object.assign(reading, { last: null, end: match.index + match[0].length });
    else readPlaces(reading, match);
  }
  return reading.found;
}

function readName(reading: Reading, match: RegExpExecArray, name: string): void {
  const said = match.groups?.said ?? '';
  const written = name.replace(YEAR, '');
  reading.law = reading.aliases.get(written) ?? written;
  reading.year = Number(YEAR.exec(name)?.[1] ?? YEAR.exec(said)?.[1] ?? 0) || null;
  reading.last = null;
  reading.end = match.index + match[0].length;
  const short = SHORT.exec(said)?.[1];
  if (short !== undefined) reading.aliases.set(short, reading.law);
}

function readPlaces(reading: Reading, match: RegExpExecArray): void {
  const { numbers = '', unit, inserted } = match.groups ?? {};
  const gap = reading.text.slice(reading.end, match.index);
  if (!LISTING.test(gap) || reading.law === null) {
    reading.last = null;
    if (unit !== '条' || !readBareName(reading, match.index)) return;
  }
  const values = numbers.match(NUMBERS)?.map(numberOf) ?? [];
  values.forEach((value, index) => {
    const place = placed(reading.last, unit, value);
    if (place === null || reading.law === null) return;
    const end = match.index + match[0].length;
    // 第一款 after its article says more of it; after 、 or as a further number it is another one.
    const same = index === 0 && gap.trim() === '' && unit !== '条';
    const start = same ? (reading.last?.start ?? match.index) : match.index;
    if (same) reading.found.pop();
    reading.last = {
      law: reading.law,
      year: reading.year,
      ...place,
      ...(inserted !== undefined && { inserted: numberOf(inserted) }),
      start,
      end,
    };
    reading.found.push(reading.last);
  });
  reading.end = match.index + match[0].length;
}

type Place = Omit<Cited, 'law'>;

/** The provision a number says, beside the one before it; null where it belongs to none. */
function placed(last: Place | null, unit: string | undefined, value: number): Place | null {
  if (unit === '条') return { article: value };
  if (last === null) return null;
  const { article, inserted, paragraph, item } = last;
  const within = { article, ...(inserted !== undefined && { inserted }) };
  if (unit === '款') return { ...within, paragraph: value };
  const part = paragraph === undefined ? within : { ...within, paragraph };
  // 目 are not counted; they leave their item as it is.
  return unit === '项' ? { ...part, item: value } : { ...part, ...(item !== undefined && { item }) };
}

/** A law of the table, or an 以下简称, whose name ends here without 《》. */
function readBareName(reading: Reading, end: number): boolean {
  const { text, laws, aliases } = reading;
  const alias = aliases.size === 0 ? undefined : [...aliases].find(([short]) => text.endsWith(short, end));
  const law = alias?.[1] ?? lawEndingAt(laws, text, end)?.name;
  if (law === undefined) return false;
  Object.assign(reading, { law, year: null, end });
  return true;
}
