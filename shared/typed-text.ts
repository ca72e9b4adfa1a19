/** Spaces of fixed width that Word and web pages put between words: in another font than the words around them. */
const otherSpaces = /[\u00A0\u2000-\u200A\u202F\u205F]/g;
/** Line ends of other programs: Word's 手动换行 (U+000B), form feed, NEL, the separators of Unicode. */
const otherLineEnds = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;
/** What nobody sees and everybody stumbles over: controls, soft hyphens, joiners, marks of direction, the mark of byte order. */
const unseen =
  // oxlint-disable-next-line no-control-regex -- these are the characters to be dropped
  /[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** Text as it is kept, of what was typed or pasted: nothing in it that cannot be seen, line ends of one kind. */
export const seenText = (typed: string): string =>
  typed.replace(otherLineEnds, '\n').replace(otherSpaces, ' ').replace(unseen, '');

/** The same for one line: what was copied over several becomes one. */
export const seenLine = (typed: string): string => seenText(typed).replace(/\n+$/, '').replaceAll(/\n+/g, ' ');

/** A code or number: of one width, in capitals, without the spaces people put between its parts. */
export const codeText = (typed: string): string =>
  seenText(typed.normalize('NFKC')).replaceAll(/\s/g, '').toUpperCase();
