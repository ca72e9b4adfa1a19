import { cellsOfPage, cellsOfText } from '../fields/pasted-table.ts';
import { readXlsx } from './read-xlsx.ts';
import { DIGITS_LOST, MOST_BYTES, MOST_LINES, SpreadsheetFault, type Spreadsheet } from './spreadsheet.ts';

/** What file dialogs offer. */
export const SPREADSHEET_FILES = ['.xlsx', '.csv', '.txt', '.xls', '.html'] as const;

/** Reads the table of a file by what it is, not by what it is called. Throws a SpreadsheetFault with the reason. */
export async function readSpreadsheet(file: File): Promise<Spreadsheet> {
  if (file.size > MOST_BYTES) throw new SpreadsheetFault(`《${file.name}》超过20兆，不像一张名单，请只留名单再导入。`);
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0]))
    throw new SpreadsheetFault(
      `《${file.name}》是旧版Excel（.xls）或者加了密码，请在Excel里取消密码、另存为.xlsx再导入，或者复制后直接粘贴。`,
    );
  const table = startsWith(bytes, [0x50, 0x4b]) ? await readXlsx(file) : readText(bytes);
  if (table.lines.length === 0) throw new SpreadsheetFault(`《${file.name}》里没有读到表格。`);
  if (table.lines.length > MOST_LINES)
    throw new SpreadsheetFault(`《${file.name}》有${table.lines.length}行，一次最多${MOST_LINES}行，请分开导入。`);
  return table;
}

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, index) => bytes[index] === byte);

function readText(bytes: Uint8Array): Spreadsheet {
  const text = textOf(bytes);
  const page = /^\s*</.test(text) ? cellsOfPage(new DOMParser().parseFromString(text, 'text/html')) : null;
  const cells = page ?? cellsOfText(text, markOf(text));
  return {
    lines: cells.map((line, index) => ({ number: index + 1, cells: line, faults: lostDigits(line) })),
    notes: page === null ? [] : ['这个文件其实是网页，已按其中的第一张表读取。'],
  };
}

/** UTF-8 as long as it is nothing but that, else GB18030: the tables of Chinese Excel are one or the other. */
export function textOf(bytes: Uint8Array): string {
  if (startsWith(bytes, [0xff, 0xfe])) return new TextDecoder('utf-16le').decode(bytes);
  if (startsWith(bytes, [0xfe, 0xff])) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** What parts the cells: what the first line has most of. */
export function markOf(text: string): ',' | '\t' | ';' {
  const [first = ''] = text.split(/[\r\n]/, 1);
  const count = (mark: string): number => first.split(mark).length;
  return (['\t', ';'] as const).find((mark) => count(mark) > count(',')) ?? ',';
}

/** 2.20402E+17 is what Excel leaves of a number of 18 digits. */
function lostDigits(line: readonly string[]): Record<number, string> {
  return Object.fromEntries(
    line.flatMap((text, index) => (/^\d(\.\d+)?[Ee]\+?1[5-9]$/.test(text) ? [[index, DIGITS_LOST] as const] : [])),
  );
}
