import { BlobReader, configure, ZipReader } from '@zip.js/zip.js';
import { addDays } from '../../../shared/time/moments.ts';
import { DIGITS_LOST, MOST_BYTES, SpreadsheetFault, type SheetLine, type Spreadsheet } from './spreadsheet.ts';

// A worker of its own would need a script that the policy of the page does not allow.
configure({ useWebWorkers: false });

/**
 * The first sheet of an .xlsx, with what a library would put right in silence: digits Excel has lost, rows that are hidden, results of
 * formulas, days counted from 1904.
 */
export async function readXlsx(file: Blob): Promise<Spreadsheet> {
  const parts = await openParts(file);
  const workbook = await parts.read('xl/workbook.xml');
  if (workbook === null) throw new SpreadsheetFault('这个文件不是Excel表格。');
  const sheet = await parts.read(await nameOfFirstSheet(workbook, parts));
  if (sheet === null) throw new SpreadsheetFault('这个Excel文件里没有工作表。');
  const book: Book = {
    from1904: /^(1|true)$/.test(workbook.querySelector('workbookPr')?.getAttribute('date1904') ?? ''),
    strings: stringsOf(await parts.read('xl/sharedStrings.xml')),
    dateStyles: dateStylesOf(await parts.read('xl/styles.xml')),
  };
  const rows = [...sheet.querySelectorAll('sheetData > row')];
  const hidden = rows.filter((row) => /^(1|true)$/.test(row.getAttribute('hidden') ?? ''));
  return {
    lines: rows
      .filter((row) => !hidden.includes(row))
      .map((row, index) => lineOf(row, index, book))
      .filter(({ cells }) => cells.some((cell) => cell !== '')),
    notes: hidden.map((row) => `第${row.getAttribute('r') ?? '?'}行在Excel里是隐藏的，没有读。`),
  };
}

interface Book {
  from1904: boolean;
  strings: readonly string[];
  dateStyles: ReadonlySet<number>;
}

interface Parts {
  /** Null where there is no such part. */
  read: (name: string) => Promise<Document | null>;
}

async function openParts(file: Blob): Promise<Parts> {
  const entries = await new ZipReader(new BlobReader(file)).getEntries().catch(() => {
    throw new SpreadsheetFault('这个文件坏了，打不开；请在Excel里打开、另存一份再导入。');
  });
  return {
    read: async (name) => {
      const entry = entries.find(({ filename }) => filename === name);
      if (entry === undefined || entry.directory) return null;
      const text = await limitedText((sink) => entry.getData(sink));
      return new DOMParser().parseFromString(text, 'application/xml');
    },
  };
}

/** What unpacks to more than a list can be is not unpacked to its end, whatever the file says of its size. */
async function limitedText(unpack: (sink: WritableStream<Uint8Array>) => Promise<unknown>): Promise<string> {
  const decoder = new TextDecoder();
  let text = '';
  let size = 0;
  const sink = new WritableStream<Uint8Array>({
    write: (chunk) => {
      size += chunk.length;
      if (size > MOST_BYTES) throw new SpreadsheetFault('这个Excel文件展开后太大，不像一张名单，请只留名单再导入。');
      text += decoder.decode(chunk, { stream: true });
    },
  });
  await unpack(sink).catch((error: unknown) => {
    throw size > MOST_BYTES || error instanceof SpreadsheetFault
      ? new SpreadsheetFault('这个Excel文件展开后太大，不像一张名单，请只留名单再导入。')
      : new SpreadsheetFault('这个Excel文件坏了或者加了密码，请另存一份再导入。');
  });
  return text + decoder.decode();
}

async function nameOfFirstSheet(workbook: Document, parts: Parts): Promise<string> {
  const sheets = [...workbook.querySelectorAll('sheets > sheet')];
  const shown = sheets.find((sheet) => (sheet.getAttribute('state') ?? 'visible') === 'visible') ?? sheets[0];
  const id = shown?.getAttribute('r:id') ?? '';
  const links = await parts.read('xl/_rels/workbook.xml.rels');
  const target = [...(links?.querySelectorAll('Relationship') ?? [])]
    .find((link) => link.getAttribute('Id') === id)
    ?.getAttribute('Target');
  const path = target ?? 'worksheets/sheet1.xml';
  return path.startsWith('/') ? path.slice(1) : `xl/${path}`;
}

/** The texts of an element without those that only say how it is read (振假名). */
const textIn = (element: Element): string =>
  [...element.querySelectorAll('t')]
    .filter((text) => text.closest('rPh') === null)
    .map((text) => text.textContent)
    .join('');

const stringsOf = (part: Document | null): string[] => [...(part?.querySelectorAll('sst > si') ?? [])].map(textIn);

/** Formats of Excel itself that show a day. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 58);

function dateStylesOf(part: Document | null): ReadonlySet<number> {
  const own = new Map(
    [...(part?.querySelectorAll('numFmts > numFmt') ?? [])].map((format) => [
      Number(format.getAttribute('numFmtId')),
      /[ymd]/i.test((format.getAttribute('formatCode') ?? '').replace(/"[^"]*"|\[[^\]]*\]|\\./g, '')),
    ]),
  );
  const styles = [...(part?.querySelectorAll('cellXfs > xf') ?? [])];
  const isDate = (style: Element): boolean => {
    const id = Number(style.getAttribute('numFmtId'));
    return own.get(id) ?? isBuiltInDate(id);
  };
  return new Set(styles.flatMap((style, index) => (isDate(style) ? [index] : [])));
}

function lineOf(row: Element, index: number, book: Book): SheetLine {
  const cells: string[] = [];
  const faults: Record<number, string> = {};
  for (const cell of row.querySelectorAll('c')) {
    const column = columnOf(cell.getAttribute('r') ?? '') ?? cells.length;
    if (column > 200) break;
    while (cells.length < column) cells.push('');
    const { text, fault } = readCell(cell, book);
    cells[column] = text.trim();
    if (fault !== undefined) faults[column] = fault;
  }
  return { number: Number(row.getAttribute('r') ?? index + 1), cells, faults };
}

/** AB3 → 27. */
function columnOf(reference: string): number | undefined {
  const letters = /^[A-Z]+/.exec(reference)?.[0];
  return letters === undefined
    ? undefined
    : [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

function readCell(cell: Element, book: Book): { text: string; fault?: string } {
  const raw = cell.querySelector('v')?.textContent ?? '';
  const formula = cell.querySelector('f') === null ? {} : { fault: '这一格是公式，读的是文件里存的结果，请核对。' };
  switch (cell.getAttribute('t')) {
    case 's':
      return { text: book.strings[Number(raw)] ?? '' };
    case 'inlineStr':
      return { text: textIn(cell) };
    case 'str':
      return { text: raw, ...formula };
    case 'b':
      return { text: raw === '1' ? '是' : '否' };
    case 'e':
      return { text: '', fault: `这一格是错误值${raw}。` };
    default:
      return raw === '' ? { text: '' } : { ...formula, ...numberText(raw, Number(cell.getAttribute('s')), book) };
  }
}

function numberText(raw: string, style: number, { dateStyles, from1904 }: Book): { text: string; fault?: string } {
  const number = Number(raw);
  if (!Number.isFinite(number)) return { text: raw };
  if (dateStyles.has(style) && number >= 1 && number < 2_958_466)
    return { text: dayOfSerial(Math.floor(number), from1904) };
  if (Math.abs(number) >= 1e15) return { text: '', fault: DIGITS_LOST };
  // Amounts reckoned by Excel carry 0.30000000000000004; its own 15 digits are what it shows.
  return { text: String(Number(number.toPrecision(15))) };
}

/** Excel takes 1900 for a leap year: its days after that February are one ahead. */
const dayOfSerial = (serial: number, from1904: boolean): string =>
  from1904 ? addDays('1904-01-01', serial) : addDays('1899-12-31', serial > 59 ? serial - 1 : serial);
