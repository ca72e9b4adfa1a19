export interface Piece {
  text: string;
  found: boolean;
  /** Place of the piece in the whole text. */
  start: number;
}

/** Cuts `text` into found and other pieces; `ranges` are [start, length], in any order, and may overlap or reach past the end. */
export function marked(text: string, ranges: readonly (readonly [start: number, length: number])[]): Piece[] {
  const pieces: Piece[] = [];
  let place = 0;
  for (const [start, length] of ranges.toSorted(([a], [b]) => a - b)) {
    const from = Math.max(start, place);
    const to = Math.min(start + length, text.length);
    if (to <= from) continue;
    if (from > place) pieces.push({ text: text.slice(place, from), found: false, start: place });
    pieces.push({ text: text.slice(from, to), found: true, start: from });
    place = to;
  }
  if (place < text.length) pieces.push({ text: text.slice(place), found: false, start: place });
  return pieces;
}
