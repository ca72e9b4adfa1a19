import type { TextLine } from '../../../shared/identity/text-line.ts';
import type { Size } from '../scans/geometry.ts';
import type { ScanFault } from '../scans/scan-page.ts';

/** A picture with its lines of text, which stand level in it. */
export interface ReadPicture extends Size {
  /** JPEG. */
  picture: Uint8Array;
  lines: TextLine[];
}

/** Why no text can be read: as of a scan, or the program that reads is not there. */
export type TextFault = ScanFault | 'no-reader';

/** What the thread answers; plain data, since it crosses threads. */
export type ReadOutcome = { result: ReadPicture } | { fault: TextFault; cause: string | null };

export class UnreadableText extends Error {
  readonly why: TextFault;
  constructor(why: TextFault, cause: unknown) {
    super(`Cannot read the text: ${why}`, { cause });
    this.name = 'UnreadableText';
    this.why = why;
  }
}
