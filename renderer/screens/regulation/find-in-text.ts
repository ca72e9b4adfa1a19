import type { Article } from '../../../shared/regulation/article.ts';
import { articleName } from '../../../shared/chinese/article-name.ts';

/** One place in the text of one article. */
export interface Hit {
  article: number;
  start: number;
  length: number;
}

/** Full-width and half-width forms of a character are the same to a reader; every character stays one character. */
const folded = (text: string): string =>
  [...text]
    .map((character) => {
      const narrow = character.normalize('NFKC').toLowerCase();
      return narrow.length === character.length ? narrow : character;
    })
    .join('');

/** Every place of the typed words in the articles, in reading order. `start` counts UTF-16 units of the article's text. */
export function findInArticles(articles: readonly Article[], typed: string): Hit[] {
  const sought = folded(typed.trim());
  if (sought === '') return [];
  return articles.flatMap(({ number, text }) => {
    const foldedText = folded(text);
    const hits: Hit[] = [];
    for (let start = foldedText.indexOf(sought); start >= 0; start = foldedText.indexOf(sought, start + sought.length))
      hits.push({ article: number, start, length: sought.length });
    return hits;
  });
}

/** The article a clerk asks for by its number: `35`, `第35条`, `三十五`, `第三十五条`; null when it is no number of one. */
export function articleAsked(typed: string, articles: readonly Article[]): number | null {
  const digits = typed.normalize('NFKC').replaceAll(/[\s第条]/g, '');
  return (
    articles.find(({ number }) => String(number) === digits || articleName(number) === `第${digits}条`)?.number ?? null
  );
}
