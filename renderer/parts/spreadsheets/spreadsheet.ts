/** A table that came in a file (.xlsx, .csv, a page called .xls), before anybody knows what its columns mean. */
export interface Spreadsheet {
  lines: SheetLine[];
  /** What was left out as a whole, or has to be known. */
  notes: string[];
}

export interface SheetLine {
  /** As the file counts it, from 1. */
  number: number;
  cells: string[];
  /** What is wrong with a cell as it stands in the file, by its column from 0. */
  faults: Readonly<Record<number, string>>;
}

/** Why a file cannot be read, as a sentence. */
export class SpreadsheetFault extends Error {}

/** A table of more is taken for an attack or a slip. */
export const MOST_BYTES = 20_000_000;
export const MOST_LINES = 5_000;

export const DIGITS_LOST = 'Excel只保留15位数字，这一格的后几位已经丢失，请照原件重填。';
