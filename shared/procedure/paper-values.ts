import type { Paper } from '../case-file.ts';
import { dayOf, isDay, isMoment, momentOf } from '../time/moments.ts';
import { fieldsOf, type Template } from '../template/template.ts';
import { OfficerRow, type RowValue } from '../template/values.ts';

/** Reads the values of papers for conditions and checks: what is missing or malformed reads as empty, never as an error. */
type HasValues = Pick<Paper, 'values'>;

/** Text of a field; numbers as text; '' when there is none. */
export const textOf = (paper: HasValues, key: string): string => {
  const value = paper.values[key];
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
};

export const flagOf = (paper: HasValues, key: string): boolean => paper.values[key] === true;

/** Texts of a `choices`, `papers` or `exhibits` field; a single text counts as one. */
export const listOf = (paper: HasValues, key: string): string[] => {
  const value = paper.values[key];
  if (typeof value === 'string') return value === '' ? [] : [value];
  return Array.isArray(value) ? value.filter((text) => typeof text === 'string') : [];
};

export const rowsOf = (paper: HasValues, key: string): RowValue[] => {
  const value = paper.values[key];
  return Array.isArray(value) ? value.filter((row) => typeof row === 'object') : [];
};

export const officersOf = (paper: HasValues, key: string): OfficerRow[] =>
  rowsOf(paper, key).flatMap((row) => {
    const officer = OfficerRow.safeParse(row);
    return officer.success ? [officer.data] : [];
  });

/** A day or moment as it stands, or null when the text is neither. */
const temporal = (text: string): string | null => (isDay(text) || isMoment(text) ? text : null);

/** The office's day (`YYYY-MM-DD`) of a date or date-time field. */
export const dayIn = (paper: HasValues, key: string): string | null => {
  const moment = temporal(textOf(paper, key));
  return moment === null ? null : dayOf(moment);
};

/** The office's moment (`YYYY-MM-DDTHH:mm`) of a date-time field; null for a mere day. */
export const momentIn = (paper: HasValues, key: string): string | null => {
  const text = textOf(paper, key);
  return isMoment(text) ? momentOf(text) : null;
};

/** The office's day of a moment or day that somebody typed, or null when the text is neither. */
export const dayFrom = (text: string): string | null => (temporal(text) === null ? null : dayOf(text));

/** A moment of an exhibit or approval on the office's clock, or null when the text is none. */
export const momentFrom = (text: string): string | null => (isMoment(text) ? momentOf(text) : null);

/** The paper's own day: its date field, else the day of issue. */
export const paperDay = (paper: Paper, template: Template | undefined): string | null => {
  const own = template?.dateField === undefined ? null : dayIn(paper, template.dateField);
  return own ?? (paper.issuedAt === null || temporal(paper.issuedAt) === null ? null : dayOf(paper.issuedAt));
};

/** Sum in yuan of one kind of row, e.g. 罚款 among the penalties; null when no row states an amount. */
export const amountOf = (rows: RowValue[], isKind: (kind: string) => boolean): number | null => {
  const amounts = rows
    .filter((row) => isKind(String(row.kind ?? '')))
    .flatMap((row) => (typeof row.amount === 'number' ? [row.amount] : []));
  return amounts.length === 0 ? null : amounts.reduce((sum, amount) => sum + amount, 0);
};

/** Keys of the officers fields of a template (承办人、询问人、送达人 …). */
export const officerFields = (template: Template): string[] =>
  fieldsOf(template)
    .filter((field) => field.type === 'officers')
    .map((field) => field.key);
