import type { Picture } from './find-codes.ts';
import { pdfPageCount, pdfPicture } from './pdf-file.ts';
import { pictureCount, pictureIn } from './picture-file.ts';
import { UnreadableScan } from './scan-page.ts';

/** How the pages of a kind of file are counted and made pictures. */
export interface ScanKind {
  count(bytes: Uint8Array): Promise<number>;
  picture(bytes: Uint8Array, index: number): Promise<Picture>;
}

const pictureTypes: readonly string[] = ['image/jpeg', 'image/png', 'image/tiff', 'image/webp'];

/** @throws UnreadableScan for a kind of file that is not read here */
export function kindOf(mime: string): ScanKind {
  if (mime === 'application/pdf') return { count: pdfPageCount, picture: pdfPicture };
  if (pictureTypes.includes(mime)) return { count: pictureCount, picture: pictureIn };
  throw new UnreadableScan('type');
}
