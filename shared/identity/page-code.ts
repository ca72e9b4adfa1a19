/**
 * The code in the foot of every page printed to be signed or sealed (页脚识别码): which print of which paper it is, and which page. It leads a
 * scanned page back to its place. A print is one version of one paper: printing it anew after a change makes another.
 */
export interface PageCode {
  printId: string;
  /** From 1. */
  page: number;
  /** Which foot of the page, as the reader sees it: two codes tell how a scan lies. */
  corner: 'left' | 'right';
}

/** Letters and digits that nobody takes for each other when a code is read aloud (Crockford's base 32, without I, L, O, U). */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const ID_LENGTH = 8;
const CORNERS = { left: 'L', right: 'R' } as const;

export const mostCodedPages = 999;

/** A printId from the bytes of a hash, at least 8 of them: 40 bits, so that prints of other offices are told from ours. */
export const printIdFrom = (hash: Uint8Array): string =>
  Array.from(hash.subarray(0, ID_LENGTH), (byte) => ALPHABET[byte % ALPHABET.length]).join('');

export const isPrintId = (text: string): boolean =>
  text.length === ID_LENGTH && [...text].every((character) => ALPHABET.includes(character));

/** What the code carries: 12 characters, which fit the smallest square that is still read at 150 dpi. */
export const payloadOf = ({ printId, page, corner }: PageCode): string =>
  `${printId}${String(page).padStart(3, '0')}${CORNERS[corner]}`;

/** Null for any other code that happens to be on a page. */
export function pageCodeOf(payload: string): PageCode | null {
  const { printId = '', page = '', side } = /^(?<printId>.{8})(?<page>\d{3})(?<side>[LR])$/.exec(payload)?.groups ?? {};
  if (!isPrintId(printId) || Number(page) === 0) return null;
  return { printId, page: Number(page), corner: side === CORNERS.left ? 'left' : 'right' };
}

/** As it is printed beside the code and read aloud: D8F0-31K7-1/2. */
export const spokenCode = (printId: string, page: number, pages: number): string =>
  `${printId.slice(0, 4)}-${printId.slice(4)}-${page}/${pages}`;
