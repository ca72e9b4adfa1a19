const LAST_ARTICLE = 51;
const DIGITS = '〇一二三四五六七八九';

/** The article of 本制度 that is asked for as `条26`, `第26条` or `第二十六条`; null where none is. */
export function articleAsked(query: string): number | null {
  const digits = /^(?:条|第)\s*(\d{1,2})\s*条?$/.exec(query)?.[1];
  // Without 条 it may be the beginning of a name: 第一建筑公司.
  const words = /^第([一二三四五六七八九十]{1,3})条$/.exec(query)?.[1];
  const number = digits === undefined ? fromChinese(words ?? '') : Number(digits);
  return number >= 1 && number <= LAST_ARTICLE ? number : null;
}

/** 二十六 → 26. */
function fromChinese(words: string): number {
  const [tens, ones = ''] = words.includes('十') ? words.split('十') : [null, words];
  const ofTens = tens === null ? 0 : tens === '' ? 1 : DIGITS.indexOf(tens);
  return ofTens * 10 + (ones === '' ? 0 : DIGITS.indexOf(ones));
}
