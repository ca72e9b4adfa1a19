import { capitalOf } from '../../../shared/chinese/capital.ts';
import { holds, isFilled, isRequired } from '../../../shared/template/conditions.ts';
import type { Field } from '../../../shared/template/template.ts';
import type { FieldValue, RowValue } from '../../../shared/template/values.ts';
import { cellToWrite, ticked } from './blank.ts';
import { chineseDay } from '../../../shared/time/chinese-day.ts';
import { chineseMoment, money } from './format.ts';
import type { PaperJob } from './job.ts';

export const isRowList = (value: FieldValue | undefined): value is RowValue[] =>
  Array.isArray(value) && value.every((row) => typeof row === 'object');
const texts = (value: FieldValue | undefined): string[] =>
  Array.isArray(value) ? value.filter((text): text is string => typeof text === 'string') : [];

function officer(row: RowValue): string {
  const certNo = row['certNo'];
  return `${String(row['name'] ?? '')}${typeof certNo === 'string' && certNo !== '' ? `（执法证号：${certNo}）` : ''}`;
}

function paperName(id: string, job: PaperJob): string {
  const paper = job.papers.find((namedPaper) => namedPaper.id === id);
  return paper ? `《${paper.name}》${paper.number ? `（${paper.number}）` : ''}` : '';
}

/** The text of a filled value, by the type of its field. */
function filledText(field: Field, value: FieldValue, job: PaperJob): string {
  if (field.type === 'date') return chineseDay(String(value));
  if (field.type === 'dateTime') return chineseMoment(String(value));
  if (field.type === 'money')
    return typeof value === 'number' ? `${money(value)}（大写：${capitalOf(value)}）` : String(value);
  if (field.type === 'choices') return texts(value).join('、');
  if (field.type === 'officers') return isRowList(value) ? value.map(officer).join('\n') : '';
  if (field.type === 'papers')
    return texts(value)
      .map((id) => paperName(id, job))
      .filter(Boolean)
      .join('、');
  if (field.type === 'exhibits')
    return texts(value)
      .map((id) => job.exhibits.find((exhibit) => exhibit.id === id)?.title ?? '')
      .filter(Boolean)
      .join('、');
  return Array.isArray(value) ? texts(value).join('、') : String(value).trim();
}

/** Opinions, which a stroke would seem to be. */
const isOpinion = ({ label }: Field): boolean => label.endsWith('意见');

/**
 * What a cell says. In an issued paper an empty cell says “/” (空格应当划去), but for an opinion that nobody gave; in a draft it is left
 * open; a blank form shows the boxes to tick.
 */
export function fieldText(field: Field, value: FieldValue | undefined, job: PaperJob): string {
  if (field.secret && job.withoutSecrets) return '（依法保密）';
  const nothing = job.state === 'issued' && !isOpinion(field) ? '/' : '';
  if (field.type === 'flag')
    return typeof value === 'boolean' || job.state !== 'issued'
      ? ticked(['是', '否'], (option) => typeof value === 'boolean' && (option === '是') === value)
      : nothing;
  if (job.state === 'blank' && field.choices) return ticked(field.choices, () => false);
  if (!isFilled(value) || value === undefined) return job.state === 'blank' ? cellToWrite(field) : nothing;
  return filledText(field, value, job) || nothing;
}

/** Types of field that take a row of their own, which would say nothing but “/”. */
const wholeRows: readonly Field['type'][] = ['longText', 'papers', 'exhibits', 'choices'];

/**
 * A blank form shows every field; a filled one those whose condition holds. From an issued one a whole row is left out that may stay empty
 * and does; an opinion keeps its place.
 */
export function isPrinted(field: Field, job: PaperJob): boolean {
  if (job.state === 'blank') return true;
  if (field.when !== undefined && !holds(field.when, job.values)) return false;
  return (
    job.state !== 'issued' ||
    !wholeRows.includes(field.type) ||
    isOpinion(field) ||
    isFilled(job.values[field.key]) ||
    isRequired(field, job.values)
  );
}
