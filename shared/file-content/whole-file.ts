import { type EndFinder, jpegEnd } from './jpeg-end.ts';

/** Judges, from the bytes as they come, whether a file was cut off before it came here. */
export interface WholeFile {
  read: (piece: Uint8Array) => void;
  /** Only of kinds that say where they end; of others nothing is known to be missing. */
  lacksEnd: () => boolean;
}

const latin = (text: string): number[] => [...text].map((letter) => letter.charCodeAt(0));
const startsWith = (bytes: Uint8Array, head: readonly number[]): boolean =>
  head.every((byte, index) => bytes[index] === byte);

const jpegHead = [0xff, 0xd8, 0xff];
const pngHead = [0x89, ...latin('PNG')];
/** A PDF may begin behind other bytes (ISO 32000-1, implementation note 13 of Acrobat). */
const pdfBegins = 1024;
const pdfHead = latin('%PDF-');

/** Where a run of bytes stands, from `from` on; -1 when it does not. */
export function placeOf(bytes: Uint8Array, run: readonly number[], from = 0): number {
  const [first = 0] = run;
  for (let index = bytes.indexOf(first, from); index >= 0; index = bytes.indexOf(first, index + 1))
    if (startsWith(bytes.subarray(index, index + run.length), run)) return index;
  return -1;
}

/** Where the PDF in a file begins: within its first kilobyte, or nowhere (-1). */
export const pdfBeginning = (head: Uint8Array): number => placeOf(head.subarray(0, pdfBegins), pdfHead);

/** The kind is told by the first piece, which is the beginning of the file or all of it. */
export function wholeFile(): WholeFile {
  let judged: WholeFile | null = null;
  return {
    read: (piece) => {
      judged ??= ofKind(piece);
      judged.read(piece);
    },
    lacksEnd: () => judged?.lacksEnd() ?? false,
  };
}

function ofKind(head: Uint8Array): WholeFile {
  if (startsWith(head, jpegHead)) return picture(jpegEnd());
  if (startsWith(head, pngHead)) return picture(pngEnd());
  if (pdfBeginning(head) >= 0) return pdf();
  return { read: () => undefined, lacksEnd: () => false };
}

const picture = (finder: EndFinder): WholeFile => ({ read: finder.read, lacksEnd: () => finder.end() === null });

const pngSignature = 8;
/** Length and type before the bytes of a chunk, their sum behind them. */
const chunkHead = 8;
const chunkSum = 4;

/** Where a PNG ends: behind its chunk IEND, whatever was put after it. */
function pngEnd(): EndFinder {
  let place = 0;
  let left = pngSignature;
  let head: number[] = [];
  let isLast = false;
  let end: number | null = null;
  function takeOfHead(byte: number): void {
    head.push(byte);
    if (head.length < chunkHead) return;
    const [a = 0, b = 0, c = 0, d = 0, ...type] = head;
    left = a * 2 ** 24 + b * 2 ** 16 + c * 2 ** 8 + d + chunkSum;
    isLast = String.fromCharCode(...type) === 'IEND';
    head = [];
  }
  function read(piece: Uint8Array): void {
    for (let index = 0; index < piece.length && end === null;) {
      const over = Math.min(left, piece.length - index);
      if (over === 0) takeOfHead(piece[index] ?? 0);
      left -= over;
      index += Math.max(over, 1);
      place += Math.max(over, 1);
      if (isLast && left === 0) end = place;
    }
  }
  return { read, end: () => end };
}

const pdfEnd = latin('%%EOF');
const pdfObject = latin(' obj');
/** So much of the piece before is looked at again, since what is looked for may be cut in two. */
const overlap = 64;

/**
 * A PDF ends with %%EOF, but not every %%EOF is its end: the first part of a file made for the web has one of its own (startxref 0), and a file
 * that was added to has one for each time. Objects behind the last one mean that an addition was cut off; anything else there is none of
 * the PDF: servers leave zeros and pages of HTML.
 */
function pdf(): WholeFile {
  let before: Uint8Array = new Uint8Array();
  let hasEnded = false;
  const ofWebPart = (bytes: Uint8Array, index: number): boolean =>
    /startxref\s+0\s*$/.test(String.fromCharCode(...bytes.subarray(Math.max(0, index - overlap / 2), index)));
  function read(piece: Uint8Array): void {
    const bytes = new Uint8Array(before.length + piece.length);
    bytes.set(before);
    bytes.set(piece, before.length);
    let from = 0;
    for (let index = placeOf(bytes, pdfEnd); index >= 0; index = placeOf(bytes, pdfEnd, from)) {
      if (!ofWebPart(bytes, index)) hasEnded = true;
      from = index + pdfEnd.length;
    }
    if (hasEnded && placeOf(bytes, pdfObject, from) >= 0) hasEnded = false;
    before = bytes.subarray(Math.max(from, bytes.length - overlap));
  }
  return { read, lacksEnd: () => !hasEnded };
}
