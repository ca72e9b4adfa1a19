import { numberOf } from '../chinese/article-name.ts';
import type { Provision } from './provision.ts';

const NUMERAL = '([零〇一二三四五六七八九十百]+|\\d+)';
const LAW = /《([^《》]+)》/g;
/** 第八十五条第一款第二项, also after 、 or 和 where the law was named before. */
const PLACE = new RegExp(
  `^\\s*(?:[、，,]|和|及|以及)?\\s*第${NUMERAL}条(?:第${NUMERAL}款)?(?:第[（(]?${NUMERAL}[）)]?项)?`,
);

/** The provisions a text cites, as far as it names the law in 《》 and the article. */
export function citationsIn(text: string): Provision[] {
  return [...text.matchAll(LAW)].flatMap((match) => {
    const law = (match[1] ?? '').replace(/（[^）]*）$/, '');
    return placesAfter(text.slice(match.index + match[0].length)).map((place) => ({
      law,
      unverified: false,
      ...place,
    }));
  });
}

type Place = Pick<Provision, 'article' | 'paragraph' | 'item'>;

function placesAfter(text: string): Place[] {
  const [whole, article, paragraph, item] = PLACE.exec(text) ?? [];
  if (whole === undefined || article === undefined) return [];
  return [
    {
      article: numberOf(article),
      ...(paragraph !== undefined && { paragraph: numberOf(paragraph) }),
      ...(item !== undefined && { item: numberOf(item) }),
    },
    ...placesAfter(text.slice(whole.length)),
  ];
}
