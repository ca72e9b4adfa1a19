/** A piece of code in the text of a paper: `{{ … }}` puts a value there, `{% … %}` says when or how often what stands between is printed. */
export interface Piece {
  from: number;
  to: number;
  kind: 'output' | 'tag';
  /** What stands between the braces, without the spaces round it. */
  code: string;
}

const PIECE = /\{\{[^{}]*\}\}|\{%[^{}]*%\}/g;
const BRACES = /\{\{|\{%|%\}|\}\}/;
/** Tags that stand round something, until their `end…`. */
const FRAMES = new Set(['if', 'unless', 'for', 'case', 'capture', 'comment', 'raw', 'tablerow']);
/** Tags within such a frame that begin its next part. */
const PARTS = new Set(['else', 'elsif', 'when']);

/** The pieces of code in a text, in its order. */
export const piecesOf = (text: string): Piece[] =>
  [...text.matchAll(PIECE)].map(({ 0: code, index }) => ({
    from: index,
    to: index + code.length,
    kind: code.startsWith('{{') ? 'output' : 'tag',
    code: code.slice(2, -2).replaceAll(/^-|-$/g, '').trim(),
  }));

/** The first word of a tag: `if` of `if partyPhone`. */
export const tagOf = ({ code }: Piece): string => /^\w*/.exec(code)?.[0] ?? '';

/** True when what begins also ends, in the right order. */
function isPaired(pieces: readonly Piece[]): boolean {
  const open: string[] = [];
  for (const tag of pieces.filter(({ kind }) => kind === 'tag').map(tagOf)) {
    if (FRAMES.has(tag)) open.push(tag);
    else if (tag.startsWith('end') && open.pop() !== tag.slice(3)) return false;
    else if (PARTS.has(tag) && open.length === 0) return false;
  }
  return open.length === 0;
}

/** What breaks the text, if anything does: braces without their fellows, or a frame without its end. */
export function breakOf(text: string): 'braces' | 'pair' | null {
  if (BRACES.test(text.replaceAll(PIECE, ''))) return 'braces';
  return isPaired(piecesOf(text)) ? null : 'pair';
}
