import type { Content, TableCell } from 'pdfmake/interfaces';
import { isFilled } from '../../../../shared/template/conditions.ts';
import type { Field } from '../../../../shared/template/template.ts';
import type { FieldValue, RowValue } from '../../../../shared/template/values.ts';
import { layoutAt } from '../compose.ts';
import { fieldText, isRowList } from '../field-text.ts';
import { compactDay } from '../format.ts';
import type { PaperJob } from '../job.ts';
import type { Kit } from './kit.ts';
import { balanced } from './parts.ts';

/** One column of a table. Widths are counted in Chinese characters. */
export interface Column {
  label: string;
  /** `auto`: a column of short texts stands in the middle, running text at its left. */
  align: 'left' | 'center' | 'right' | 'auto';
  /** Room its shortest words need. */
  least: number;
  /** Room it gets on a blank form. */
  open: number;
}

/** A column of a sheet, which is never printed blank. */
export const column = (label: string, least: number, align: Column['align'] = 'auto'): Column => ({
  label,
  least,
  align,
  open: least,
});

export interface GridOptions {
  width: number;
  size: number;
  /** Heading over all columns. */
  caption?: string;
  /** Address a row leads to, for links inside a dossier. */
  links?: (string | undefined)[];
}

/** A Latin letter or figure is a little wider than half a Chinese character. */
const latin = 0.58;
/** Length of a text in Chinese characters. */
export const lengthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character > '\u2E7F' || '“”‘’—…'.includes(character) ? 1 : latin), 0);
const longestWord = (text: string): number =>
  Math.max(0, ...(text.match(/[\w.,@/:-]+/g) ?? []).map((word) => word.length)) * latin;
/** A word longer than this may be torn: hashes. */
const longestWhole = 12;

/** Cells have 5 pt padding on each side and hairlines between them. */
const cellExtra = 10.75;

/** Widths in points that fill `total`: no word is torn, and the longest text takes as few lines as can be. */
function columnWidths(columns: Column[], rows: string[][], total: number, size: number): number[] {
  const room = total - columns.length * cellExtra - 0.75;
  const needs = columns.map(({ label, least, open }, index) => {
    const texts = rows.map((row) => row[index] ?? '');
    const heading = [...label].length;
    const whole = Math.max(0, ...texts.map(longestWord).filter((length) => length <= longestWhole));
    return {
      least: Math.max(least, heading <= 4 ? heading : heading / 2, whole),
      wish: Math.max(1, rows.length > 0 ? Math.max(...texts.map(lengthOf)) : open),
    };
  });
  const minimum = needs.reduce((sum, need) => sum + need.least * size, 0);
  const scale = Math.min(1, room / minimum);
  const widths = needs.map((need) => need.least * size * scale);
  // What is left goes, half a character at a time, to the column whose longest text takes the most lines.
  const step = size / 2;
  for (let rest = room - minimum; rest > 0; rest -= step) {
    const lines = needs.map((need, index) => (need.wish * size) / (widths[index] ?? 1));
    const fullest = lines.indexOf(Math.max(...lines));
    widths[fullest] = (widths[fullest] ?? 0) + Math.min(step, rest);
  }
  return widths;
}

const shade = '#f2f2f2';
/** Texts of no more characters than these stand in the middle of their cells. */
const shortText = 4;
/** A row of more characters than this may be parted between pages. */
const longRow = 600;

function headingRows(columns: Column[], widths: number[], kit: Pick<Kit, 'set'>, options: GridOptions): TableCell[][] {
  const style = { fontSize: options.size, lineHeight: 1.25, alignment: 'center' as const };
  const labels = columns.map(({ label }, index): TableCell => ({
    ...kit.set(balanced(label, Math.floor((widths[index] ?? 0) / options.size)), 'hei', style),
    verticalAlignment: 'middle',
    fillColor: shade,
  }));
  if (!options.caption) return [labels];
  return [
    [
      {
        ...kit.set(options.caption, 'hei', { fontSize: options.size + 1.5, alignment: 'center', lineHeight: 1.15 }),
        colSpan: columns.length,
        fillColor: shade,
      },
      ...columns.slice(1).map((): TableCell => ({})),
    ],
    labels,
  ];
}

/** A bordered table of texts; its heading is repeated on every page and a row is not torn apart. */
export function grid(
  columns: Column[],
  rows: string[][],
  kit: Pick<Kit, 'set' | 'density'>,
  options: GridOptions,
): Content {
  const widths = columnWidths(
    columns,
    rows.filter((row) => row.join('').trim() !== ''),
    options.width,
    options.size,
  );
  const heading = headingRows(columns, widths, kit, options);
  // All of a column stands alike.
  const alignments = columns.map(({ align }, index) =>
    align !== 'auto' ? align : rows.every((row) => [...(row[index] ?? '')].length <= shortText) ? 'center' : 'left',
  );
  const cell = (text: string, index: number, row: number): TableCell => {
    const alignment = alignments[index] ?? 'left';
    const link = index === 0 || index === columns.length - 2 ? options.links?.[row] : undefined;
    return {
      ...kit.set(text, 'body', { fontSize: options.size, lineHeight: 1.3, alignment, ...(link ? { link } : {}) }),
      verticalAlignment: 'middle',
    };
  };
  return {
    table: {
      headerRows: heading.length,
      keepWithHeaderRows: 1,
      dontBreakRows: rows.every((row) => row.join('').length <= longRow),
      widths,
      heights: (row) => (row < heading.length ? 16 : 18.5),
      body: [
        ...heading,
        ...rows.map((row, index) => columns.map((_, position) => cell(row[position] ?? '', position, index))),
      ],
    },
    layout: layoutAt('form', kit.density),
  };
}

const leastOf: Partial<Record<Field['type'], number>> = { number: 2.5, date: 5, dateTime: 6, money: 6, flag: 3 };

/** Room a blank form gives to a column; `max` of a number is no length. */
const openOf: Partial<Record<Field['type'], number>> = {
  number: 3,
  date: 7,
  dateTime: 9,
  money: 7,
  flag: 3,
  choice: 6,
};

function columnOf({ label, type, max }: Field): Column {
  const align =
    type === 'money' ? 'right' : ['number', 'date', 'dateTime', 'flag', 'choice'].includes(type) ? 'center' : 'auto';
  return { label, align, least: leastOf[type] ?? 3, open: openOf[type] ?? Math.sqrt(max ?? 16) * 1.2 };
}

const running: Field = { key: 'seq', label: '序号', type: 'number', required: false };

/** Columns of a rows field, with a running number before them where it has none of its own. */
export function columnFields(field: Field): Field[] {
  const own = field.fields ?? [];
  return own.some((part) => part.key === 'seq') ? own : [running, ...own];
}

function cellText(part: Field, row: RowValue, index: number, job: PaperJob): string {
  const value: FieldValue | undefined = row[part.key];
  if (part.key === 'seq' && (value === undefined || value === null)) return String(index + 1);
  if (part.type === 'money' && typeof value === 'number')
    return value.toLocaleString('en-US', { minimumFractionDigits: 2 });
  if (part.type === 'flag' && typeof value === 'boolean') return value ? '是' : '否';
  // A list that is partly filled by hand leaves its cells open.
  return job.state === 'blank' && !isFilled(value) ? '' : fieldText(part, value, job);
}

export interface RowsOptions extends GridOptions {
  /** Empty rows to fill by hand on a blank form. */
  blankRows: number;
  /** Dates as 20261122 and cells without “/” (卷内文件目录). */
  isCatalogue?: boolean;
  /** A last row with how many there are and the sums of the amounts. */
  sums?: boolean;
}

/** A table of a rows field. */
export function rowsTable(
  field: Field,
  value: FieldValue | undefined,
  job: PaperJob,
  kit: Kit,
  options: RowsOptions,
): Content {
  const parts = columnFields(field);
  const rows = isRowList(value) ? value : [];
  const text = (part: Field, row: RowValue, index: number): string => {
    const raw = row[part.key];
    return options.isCatalogue && typeof raw === 'string' ? compactDay(raw) : cellText(part, row, index, job);
  };
  const texts = rows.map((row, index) => parts.map((part) => text(part, row, index)));
  const empty =
    job.state === 'issued'
      ? [parts.map((_, index) => (index === Math.min(1, parts.length - 1) ? '无' : ''))]
      : Array.from({ length: options.blankRows }, () => parts.map(() => ' '));
  const sums = options.sums === true && rows.length > 0 ? [sumRow(parts, rows)] : [];
  return grid(parts.map(columnOf), texts.length > 0 ? [...texts, ...sums] : empty, kit, options);
}

/** Under the running numbers 合计, under the first column how many there are, under amounts their sums to the 分. */
function sumRow(parts: readonly Field[], rows: readonly RowValue[]): string[] {
  return parts.map(({ key, type }, index) => {
    if (index === 0) return '合计';
    if (index === 1) return `${rows.length}人`;
    if (type !== 'money') return '';
    const cents = rows.reduce((sum, row) => sum + Math.round((Number(row[key]) || 0) * 100), 0);
    return (cents / 100).toLocaleString('en-US', { minimumFractionDigits: 2 });
  });
}
