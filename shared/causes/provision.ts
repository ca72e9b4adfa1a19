import * as z from 'zod';
import { articleName, numeral } from '../chinese/article-name.ts';
import { chineseDay } from '../time/chinese-day.ts';
import { type Law, lawNamed, type LawVersion, versionOn } from './law.ts';

/** A provision (条、款、项) of a law, with the days on which it said what it is cited for. */
export const Provision = z.strictObject({
  law: z.string().trim().min(2).max(64),
  article: z.int().min(1).max(1999),
  /** 之一: put after the article by an amendment (第二百七十六条之一). */
  inserted: z.int().min(1).max(20).optional(),
  paragraph: z.int().min(1).max(30).optional(),
  item: z.int().min(1).max(50).optional(),
  /** Where it came into the law, or left it, by a later version; absent: as long as the law. */
  from: z.iso.date().optional(),
  until: z.iso.date().optional(),
  /** Nobody has compared it with the text of the law yet. */
  unverified: z.boolean().default(false),
});
export type Provision = z.infer<typeof Provision>;

/** What a citation says of a provision. */
export type Cited = Pick<Provision, 'law' | 'article' | 'inserted' | 'paragraph' | 'item'>;

/** 第二百七十六条之一第一款第二项, as a paper says it. */
export const placeWords = ({ article, inserted, paragraph, item }: Omit<Cited, 'law'>): string =>
  [
    articleWords({ article, inserted }),
    paragraph === undefined ? '' : `第${numeral(paragraph)}款`,
    item === undefined ? '' : `第${numeral(item)}项`,
  ].join('');

const articleWords = ({ article, inserted }: Pick<Cited, 'article' | 'inserted'>): string =>
  `${articleName(article)}${inserted === undefined ? '' : `之${numeral(inserted)}`}`;

/** 《中华人民共和国劳动合同法》第八十五条第一项、《劳动保障监察条例》第二十六条第一项; the law is named once for what follows it. */
export const provisionWords = (provisions: readonly Cited[], laws: readonly Law[]): string =>
  provisions
    .map((provision, index) => {
      const title = lawNamed(laws, provision.law)?.title ?? provision.law;
      const named = index > 0 && provisions[index - 1]?.law === provision.law;
      return `${named ? '' : `《${title}》`}${placeWords(provision)}`;
    })
    .join('、');

/** From which day, and before which, a provision is in force. A law that is not in the table says it by the provision alone. */
function termOf(provision: Provision, law: Law | undefined): { from: string; until: string | null } {
  return {
    from: provision.from ?? law?.versions[0]?.from ?? '',
    until: provision.until ?? law?.versions.at(-1)?.until ?? null,
  };
}

export function isInForce(provision: Provision, laws: readonly Law[], day: string): boolean {
  const { from, until } = termOf(provision, lawNamed(laws, provision.law));
  return from <= day && (until === null || day < until);
}

/** Why a provision may not be applied to a day, and which one is; null when it may. `others`: what else is cited for the same. */
export function whyNotInForce(
  provision: Provision,
  { laws, day, others }: { laws: readonly Law[]; day: string; others: readonly Provision[] },
): string | null {
  if (isInForce(provision, laws, day)) return null;
  const { from, until } = termOf(provision, lawNamed(laws, provision.law));
  const words = provisionWords([provision], laws);
  const applying = others.filter((other) => isInForce(other, laws, day));
  const instead =
    applying.length === 0
      ? '本案由没有登记这一天施行的规定，请法规科核对。'
      : `这一天适用${provisionWords(applying, laws)}。`;
  return day < from
    ? `${words}自${chineseDay(from)}起施行，${chineseDay(day)}还不能适用；${instead}`
    : `${words}只适用于${chineseDay(until ?? '')}以前的行为，${chineseDay(day)}不能适用；${instead}`;
}

/** Why a provision cannot be entered for a day: its law is not in force then, and it does not say itself from or until when it counts. */
export function notYetOrNoMore(provision: Provision, laws: readonly Law[], day: string): string | null {
  if (provision.from !== undefined || provision.until !== undefined || isInForce(provision, laws, day)) return null;
  const { from, until } = termOf(provision, lawNamed(laws, provision.law));
  const words = provisionWords([provision], laws);
  return day < from
    ? `${words}自${chineseDay(from)}起施行，${chineseDay(day)}还没有施行；请推后生效日期，或者在后面写（自${from}起）`
    : `${words}${chineseDay(until ?? '')}起不再施行；只用于以前的行为的，在后面写（${until ?? ''}以前）`;
}

/** What is wrong with a provision by the table of laws; null when nothing is. */
export function provisionFault(provision: Provision, laws: readonly Law[]): string | null {
  const law = lawNamed(laws, provision.law);
  if (law === undefined)
    return provision.from === undefined
      ? `《${provision.law}》不在法律目录中，程序不知道它的施行日期，请写明自哪一天起施行`
      : null;
  const { until } = termOf(provision, law);
  const versions = law.versions.filter(
    (version) =>
      (until === null || version.from < until) &&
      (version.until === null || provision.from === undefined || version.until > provision.from),
  );
  if (versions.length === 0) return `《${law.title}》在所写的施行期间没有版本`;
  const unread = law.versions.every(({ text }) => text === '') && !provision.unverified;
  if (unread) return `${provisionWords([provision], laws)}还没有对照原文，应当标明未经核实`;
  return versions.map((version) => placeFault(provision, law, version)).find((fault) => fault !== null) ?? null;
}

/** An article, paragraph or item that this version of the law does not have; null when it has it, or nothing is on record to say so. */
function placeFault(cited: Omit<Cited, 'law'>, law: Law, version: LawVersion): string | null {
  const words = `《${law.title}》${articleWords(cited)}`;
  const { articles } = version;
  if (articles !== null && cited.article > articles)
    return `《${law.title}》只有${articles}条，没有${articleWords(cited)}`;
  const counted = countedIn(cited, version);
  if (counted === 'none') return `《${law.title}》没有${articleWords(cited)}`;
  if (counted === null) return null;
  const [paragraphs, items] = counted;
  const { paragraph = 1, item } = cited;
  if (paragraph > paragraphs) return `${words}只有${paragraphs}款`;
  if (item === undefined || item <= items) return null;
  return items === 0 ? `${words}没有分项` : `${words}只有${items}项`;
}

/** How many paragraphs and items an article has; `none` where the counted text has no such 之一, null where nothing was counted. */
function countedIn(
  { article, inserted }: Pick<Cited, 'article' | 'inserted'>,
  { paragraphs, items, inserted: put }: LawVersion,
): readonly [number, number] | 'none' | null {
  const own = paragraphs[article - 1];
  if (own === undefined) return null;
  return inserted === undefined ? [own, items[article] ?? 0] : (put[`${article}之${inserted}`] ?? 'none');
}

/** The version a citation means: the one it names by year, else that of the day. */
const versionMeant = ({ versions }: Law, year: number): LawVersion | undefined =>
  versions.findLast(({ adopted }) => adopted.startsWith(String(year)));

/** What is wrong with citing this on a day by the table of laws alone: a law not in force then, an article it does not have; null when nothing is. */
export function citationFault(
  cited: Cited & { year?: number | null },
  laws: readonly Law[],
  day: string,
): string | null {
  const law = lawNamed(laws, cited.law);
  if (law === undefined) return null;
  const meant = cited.year == null ? undefined : versionMeant(law, cited.year);
  const version = versionOn(law, day);
  if (version === undefined) return outsideForce(law, day);
  if (meant !== undefined && meant !== version && meant.from !== '')
    return meant.until !== null && meant.until <= day
      ? `《${law.title}》${cited.year}年的文本${chineseDay(meant.until)}起已经不再施行`
      : `《${law.title}》${cited.year}年的文本自${chineseDay(meant.from)}起施行，${chineseDay(day)}还不能适用`;
  return placeFault(cited, law, version);
}

function outsideForce({ title, versions }: Law, day: string): string {
  const first = versions[0]?.from ?? '';
  return day < first
    ? `《${title}》自${chineseDay(first)}起施行，${chineseDay(day)}还不能适用`
    : `《${title}》${chineseDay(day)}已经不再施行`;
}
