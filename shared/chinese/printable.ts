import { printableRanges } from './printable-ranges.ts';

/** What papers are written with; nothing else needs to be looked up. */
const usual = /^[\n\t\u0020-\u007E\u3001-\u3011\u3014\u3015\u4E00-\u9FA5\uFF01-\uFF5E　“”‘’—…·]*$/;

/** Where a stretch of characters that can be printed begins and ends, in turn; made when it is first asked for. */
let bounds: number[] | undefined;

function boundsOf(ranges: string): number[] {
  let place = 0;
  return ranges.split(' ').map((step) => (place += Number.parseInt(step, 36)));
}

function isPrintable(character: string): boolean {
  bounds ??= boundsOf(printableRanges);
  const point = character.codePointAt(0) ?? 0;
  let [low, high] = [0, bounds.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((bounds[middle] ?? 0) <= point) low = middle + 1;
    else high = middle;
  }
  // An odd number of bounds at or before it: it lies within a stretch.
  return low % 2 === 1;
}

/** The characters of a text that no font of the program has, each once. */
export const unprintableIn = (text: string): string[] =>
  usual.test(text) ? [] : [...new Set(text)].filter((character) => !/\s/.test(character) && !isPrintable(character));

/** What is wrong with a text of this name, as a sentence; null when all of it can be printed. */
export function glyphProblem(label: string, text: string): string | null {
  const missing = unprintableIn(text);
  if (missing.length === 0) return null;
  const named = missing.slice(0, 5).map((character) => `“${character}”（U+${codeOf(character)}）`);
  const others = missing.length > named.length ? `等${missing.length}个字符` : '';
  return `“${label}”里的${named.join('、')}${others}打印不出来，请删去，或者改用别的字。`;
}

const codeOf = (character: string): string =>
  (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
