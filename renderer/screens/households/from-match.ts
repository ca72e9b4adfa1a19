import { marked, type Piece } from '../../ui/marked.ts';

/** Characters that stand before the first match in a narrow column. */
const BEFORE = 5;

/** The sentence from a little before its first match on, so that a column that is cut at its end shows what was found. */
export function fromMatch(text: string, ranges: readonly (readonly [start: number, length: number])[]): Piece[] {
  const first = Math.min(...ranges.map(([start]) => start));
  const cut = first - BEFORE;
  if (!Number.isFinite(cut) || cut <= 1) return marked(text, ranges);
  return marked(
    `…${text.slice(cut)}`,
    ranges.map(([start, length]) => [start - cut + 1, length]),
  );
}
