import { isRecording } from '../../../shared/case-file.ts';
import type { Exhibit } from '../../../shared/case-file.ts';
import { momentOf } from '../../../shared/time/moments.ts';
import type { Field } from '../../../shared/template/template.ts';
import type { FieldValue, RowValue } from '../../../shared/template/values.ts';

const isRow = (value: unknown): value is RowValue =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The rows of a `rows` field; anything else counts as none. */
export const rowsOf = (value: FieldValue | undefined): RowValue[] => (Array.isArray(value) ? value.filter(isRow) : []);

/** An empty row after row `index`; -1 puts it first. */
export const withRowAfter = (rows: readonly RowValue[], index: number, row: RowValue = {}): RowValue[] =>
  rows.toSpliced(index + 1, 0, row);

export const withoutRow = (rows: readonly RowValue[], index: number): RowValue[] => rows.toSpliced(index, 1);

/** Row `index` changes places with its neighbour `by` rows away; unchanged at either end. */
export function withRowMoved(rows: readonly RowValue[], index: number, by: -1 | 1): RowValue[] {
  const [row, other] = [rows[index], rows[index + by]];
  return row === undefined || other === undefined ? [...rows] : rows.with(index, other).with(index + by, row);
}

/** Facts of a recording that a row of a register (音像资料登记) may state, by the key of its cell. */
const recordingCells: Readonly<Record<string, (exhibit: Exhibit) => RowValue[string]>> = {
  title: (exhibit) => exhibit.title,
  device: (exhibit) => exhibit.device,
  officer: (exhibit) => exhibit.maker,
  startAt: (exhibit) => exhibit.startAt,
  endAt: (exhibit) => exhibit.endAt,
  place: (exhibit) => exhibit.place,
  noticeSpoken: (exhibit) => exhibit.noticeSpoken,
  importedAt: (exhibit) => momentOf(exhibit.importedAt),
  sha256: (exhibit) => exhibit.sha256,
};

/** Whether the rows of a field register recordings: each states the 校验值 of one. */
export const registersRecordings = (field: Field): boolean =>
  field.fields?.some(({ key }) => key === 'sha256') ?? false;

/** A row for every recording of the case that none of `rows` states yet. */
export function withRecordings(field: Field, rows: readonly RowValue[], exhibits: readonly Exhibit[]): RowValue[] {
  const stated = new Set(rows.map((row) => row['sha256']));
  const missing = exhibits.filter(
    (exhibit) => isRecording(exhibit) && exhibit.withdrawnReason === null && !stated.has(exhibit.sha256),
  );
  const keys = field.fields?.map(({ key }) => key) ?? [];
  return [
    ...rows,
    ...missing.map((exhibit) =>
      Object.fromEntries(
        keys.flatMap((key) => {
          const cell = recordingCells[key]?.(exhibit);
          return cell === undefined || cell === '' ? [] : [[key, cell]];
        }),
      ),
    ),
  ];
}

export function withCell(rows: readonly RowValue[], index: number, key: string, value: RowValue[string]): RowValue[] {
  return rows.map((row, position) => (position === index ? { ...row, [key]: value } : row));
}

/** Several cells of one row at once, as they follow from one act. */
export const withCells = (rows: readonly RowValue[], index: number, cells: RowValue): RowValue[] =>
  rows.map((row, position) => (position === index ? { ...row, ...cells } : row));
