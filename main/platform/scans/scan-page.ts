import type { PageCode } from '../../../shared/identity/page-code.ts';
import type { Codes } from './lie-of-sheet.ts';

/** Why a file, or one page of it, cannot be read. */
export type ScanFault =
  /** No kind of file that is read here. */
  | 'type'
  | 'damaged'
  /** A file without a page. */
  | 'empty'
  /** Opens only with a password. */
  | 'encrypted'
  | 'too-large'
  | 'too-many-pages'
  /** Not done in the time a page may take. */
  | 'too-slow';

/** One page of a scan or a photo, read. */
export interface ScanPage {
  /** Its place in the file, from 0. */
  index: number;
  /** JPEG. Straightened: the sheet and nothing else. */
  picture: Uint8Array;
  width: number;
  height: number;
  /** Null when no code is known, or codes of several pages are. */
  code: Omit<PageCode, 'corner'> | null;
  codes: Codes;
  /** Degrees, clockwise, by which the picture was turned to stand upright. */
  turned: number;
  /** By less than a quarter turn too, and cropped to the sheet; by one code with some paper around it. */
  straightened: boolean;
  /** With both codes: a point of the printed page, from its upper left corner, times this is its pixel in the picture. */
  pixelsPerPoint: number | null;
  /** Pixels an inch of paper, measured on the codes. */
  dpi: number | null;
}

/** A page that cannot be read; the others of its file can. */
export interface UnreadPage {
  index: number;
  fault: ScanFault;
}

export interface ScanFile {
  bytes: Uint8Array;
  mime: string;
}

/** What the thread is asked; plain data, since it crosses threads. One page a task: a page that ends the thread takes no other with it. */
export type ScanTask =
  | { kind: 'count'; file: ScanFile }
  | { kind: 'page'; file: ScanFile; index: number }
  | { kind: 'words'; file: ScanFile; most: number }
  | { kind: 'join'; scans: ScansToJoin };

/** The pages of one signed paper, in order. */
export interface ScansToJoin {
  /** What the file says of itself. */
  title: string;
  author: string;
  /** `YYYY-MM-DD`; fixed by the paper, so that equal pages give equal bytes. */
  date: string;
  pages: Pick<ScanPage, 'picture' | 'width' | 'height'>[];
}

export type ScanOutcome<Result> = { result: Result } | { fault: ScanFault };

export const mostPages = 500;
export const mostBytes = 256 * 1024 * 1024;

/** A whole file that cannot be read. */
export class UnreadableScan extends Error {
  readonly why: ScanFault;
  constructor(why: ScanFault, cause?: unknown) {
    super(`Cannot read the scan: ${why}`, { cause });
    this.name = 'UnreadableScan';
    this.why = why;
  }
}
