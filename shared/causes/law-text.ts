import { numberOf } from '../chinese/article-name.ts';
import type { LawVersion } from './law.ts';
import { placeWords } from './provision.ts';

/** A paragraph (款) with its items (项). */
export interface LawParagraph {
  text: string;
  items: string[];
}

export interface LawArticle {
  article: number;
  /** 之一 and the like. */
  inserted?: number;
  paragraphs: LawParagraph[];
}

/** The official text of a law, as it is published in plain lines. */
export interface LawText {
  title: string;
  articles: LawArticle[];
}

const NUMBER = '[零〇一二三四五六七八九十百千\\d０-９]+';
const ARTICLE = new RegExp(`^第(${NUMBER})条(?:之([一二三四五六七八九十]+))?(?=[\\s:：]|$)[\\s:：]*(.*)$`);
/** 第一章 总则; of 司法解释 also 一、受案范围. */
const HEADING = new RegExp(`^(?:第${NUMBER}(?:编|分编|章|节)(?:\\s|$)|[一二三四五六七八九十]+、[^。；：，]{2,20}$)`);
const ITEM = new RegExp(`^[（(]${NUMBER}[）)]`);
/** What follows the articles and belongs to none. */
const APPENDIX = /^附(?:录|件|表|则?：)/;

/** The marks of a Markdown line, and blanks of any width at its ends. */
const plain = (line: string): string =>
  line
    .replaceAll(/^#+|\*\*/g, '')
    .replaceAll('　', ' ')
    .trim();

/**
 * A law in its articles, paragraphs and items, read from lines: an article begins with 第…条, an item with （一）, any other line is a
 * paragraph of the article before it. The table of contents, headings of chapters and what follows the last article are left out.
 */
export function readLawText(text: string): LawText {
  const lines = text.split('\n').map(plain).filter(Boolean);
  const articles: LawArticle[] = [];
  let open: LawArticle | null = null;
  for (const line of lines) {
    const begun = articleOf(line);
    if (begun !== null) {
      articles.push(begun);
      open = begun;
    } else if (APPENDIX.test(line)) open = null;
    else if (open !== null && !HEADING.test(line)) addLine(open, line);
  }
  return { title: lines[0] ?? '', articles };
}

function articleOf(line: string): LawArticle | null {
  const [whole, number = '', inserted, rest = ''] = ARTICLE.exec(line) ?? [];
  if (whole === undefined) return null;
  return {
    article: numberOf(number),
    ...(inserted !== undefined && { inserted: numberOf(inserted) }),
    paragraphs: rest === '' ? [] : [{ text: rest, items: [] }],
  };
}

function addLine({ paragraphs }: LawArticle, line: string): void {
  const last = paragraphs.at(-1);
  if (ITEM.test(line) && last !== undefined) last.items.push(line);
  else paragraphs.push({ text: line, items: [] });
}

/** What the table of laws keeps of a text: how many articles, and the paragraphs and items of each. */
export function countsOf({ articles }: LawText): Pick<LawVersion, 'articles' | 'paragraphs' | 'items' | 'inserted'> {
  const counted = (article: LawArticle): [number, number] => [
    Math.max(1, article.paragraphs.length),
    article.paragraphs.reduce((sum, { items }) => sum + items.length, 0),
  ];
  const own = articles.filter(({ inserted }) => inserted === undefined);
  return {
    articles: own.length,
    paragraphs: own.map((article) => counted(article)[0]),
    items: Object.fromEntries(
      own.flatMap((article) => (counted(article)[1] === 0 ? [] : [[article.article, counted(article)[1]]])),
    ),
    inserted: Object.fromEntries(
      articles.flatMap((article) =>
        article.inserted === undefined ? [] : [[`${article.article}之${article.inserted}`, counted(article)]],
      ),
    ),
  };
}

/** What makes a text no complete law: articles that are missing, double or out of their order. */
export function gapsOf({ articles }: LawText): string[] {
  if (articles.length === 0) return ['没有读到“第一条”这样开头的条文'];
  return articles.flatMap((here, index) => {
    const before = articles[index - 1];
    const follows =
      here.inserted === undefined
        ? here.article === (before?.article ?? 0) + 1
        : here.article === before?.article && here.inserted === (before.inserted ?? 0) + 1;
    if (follows) return [];
    return before === undefined
      ? [`第一个条文是${placeWords(here)}，前面的没有`]
      : [`${placeWords(before)}后面是${placeWords(here)}`];
  });
}
