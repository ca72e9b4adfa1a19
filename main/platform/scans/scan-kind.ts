import type { Picture } from './find-codes.ts';
import { ofdWords } from './ofd-file.ts';
import { pdfPageCount, pdfPicture, pdfWords } from './pdf-file.ts';
import { pictureCount, pictureIn } from './picture-file.ts';
import { UnreadableScan } from './scan-page.ts';
import { docWords } from './word-file.ts';

/** How the pages of a kind of file are counted and made pictures. */
export interface ScanKind {
  count(bytes: Uint8Array): Promise<number>;
  picture(bytes: Uint8Array, index: number): Promise<Picture>;
}

/** How the words of a kind of file are read, at most `most` characters. */
type ReadWords = (bytes: Uint8Array, most: number) => Promise<string>;

const words: Readonly<Record<string, ReadWords>> = {
  'application/pdf': pdfWords,
  'application/ofd': ofdWords,
  'application/msword': docWords,
};

/** @throws UnreadableScan for a kind of file whose words are not read here */
export function wordsOf(mime: string): ReadWords {
  const read = words[mime];
  if (read === undefined) throw new UnreadableScan('type');
  return read;
}

const pictureTypes: readonly string[] = ['image/jpeg', 'image/png', 'image/tiff', 'image/webp'];

/** @throws UnreadableScan for a kind of file that is not read here */
export function kindOf(mime: string): ScanKind {
  if (mime === 'application/pdf') return { count: pdfPageCount, picture: pdfPicture };
  if (pictureTypes.includes(mime)) return { count: pictureCount, picture: pictureIn };
  throw new UnreadableScan('type');
}
