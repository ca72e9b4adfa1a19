import type { FieldProblem } from '../field-problem.ts';
import { countingFields, isFilled, isRequired, type ValuesLike } from './conditions.ts';
import { paperCheckProblems } from './paper-checks.ts';
import { numberContradictions } from './person-ties.ts';
import type { Field, Template } from './template.ts';
import { fieldsOf } from './template.ts';
import { contentFaults, countFault, isRecords, shapeFault } from './value-faults.ts';
import type { FieldValue, RowValue } from './values.ts';

interface Options {
  /** Looks only for what cannot be kept (unknown fields, wrong kinds, too long); a draft may be incomplete. */
  draft?: boolean;
}

/** Where a group of fields stands: `prefix` leads the field path, `where` the sentence (“处罚内容”第1行). */
interface Place {
  prefix: string;
  where: string;
}

const OFFICER_KEYS = new Set(['personId', 'name', 'certNo', 'certShown']);

/**
 * Everything wrong with the values of a paper, in the order of the form, each as a Chinese sentence.
 * Fields whose `when` does not hold do not count. A cell of a row is named `penalties.0.amount`.
 */
export function problemsOf(template: Template, values: ValuesLike, { draft = false }: Options = {}): FieldProblem[] {
  const fields = fieldsOf(template);
  const problems = groupProblems(fields, values, values, draft, { prefix: '', where: '' });
  return draft ? problems : [...problems, ...checkProblems(template, fields, values, problems)];
}

/** Checks between fields leave out those that are already at fault themselves: their values mean nothing. */
function checkProblems(template: Template, fields: Field[], values: ValuesLike, known: FieldProblem[]): FieldProblem[] {
  const faulty = new Set(known.map((problem) => problem.field.split('.')[0]));
  const sound = countingFields(fields, values).filter((field) => !faulty.has(field.key));
  const own = Object.fromEntries(sound.map((field) => [field.key, values[field.key]]));
  return [...paperCheckProblems(template, own), ...numberContradictions(fields, own, dayOfPaper(template, own))];
}

/** The day a paper with these values bears; null while it has none. */
function dayOfPaper({ dateField }: Template, values: ValuesLike): string | null {
  const day = dateField === undefined ? undefined : values[dateField];
  return typeof day === 'string' && day !== '' ? day.slice(0, 10) : null;
}

function groupProblems(
  fields: readonly Field[],
  own: ValuesLike,
  all: ValuesLike,
  draft: boolean,
  place: Place,
): FieldProblem[] {
  const known = new Set(fields.map((field) => field.key));
  const unknown = Object.keys(own).filter((key) => !known.has(key));
  return [
    ...countingFields(fields, all).flatMap((field) => fieldProblems(field, own[field.key], all, draft, place)),
    ...unknown.map((key) => ({
      field: place.prefix + key,
      label: '未知项',
      sentence: `${place.where}含有本文书没有的一项，请重新打开文书后再填。`,
      article: null,
    })),
  ];
}

function fieldProblems(
  field: Field,
  value: FieldValue | undefined,
  all: ValuesLike,
  draft: boolean,
  place: Place,
): FieldProblem[] {
  const problem = (sentence: string): FieldProblem => ({
    field: place.prefix + field.key,
    label: field.label,
    sentence: place.where + sentence,
    article: field.article?.[0] ?? null,
  });
  if (value === undefined || value === null || !isFilled(value)) {
    return !draft && isRequired(field, all) ? [problem(missingSentence(field))] : [];
  }
  const shape = shapeFault(field, value);
  if (shape !== undefined) return [problem(shape)];
  if (field.type === 'rows' && isRecords(value)) {
    const count = draft ? undefined : countFault(field, value, '行');
    return [...(count === undefined ? [] : [problem(count)]), ...rowProblems(field, value, all, draft, place)];
  }
  if (field.type === 'officers' && isRecords(value)) return officerFaults(field, value, draft).map(problem);
  return draft ? [] : contentFaults(field, value, all).map(problem);
}

function rowProblems(field: Field, rows: RowValue[], all: ValuesLike, draft: boolean, place: Place): FieldProblem[] {
  return rows.flatMap((row, index) =>
    groupProblems(field.fields ?? [], row, { ...all, ...row }, draft, {
      prefix: `${place.prefix}${field.key}.${index}.`,
      where: `${place.where}“${field.label}”第${index + 1}行：`,
    }),
  );
}

/** Officers must be different people with a certificate number (第十八条). */
function officerFaults(field: Field, rows: RowValue[], draft: boolean): string[] {
  if (
    rows.some(
      (row) =>
        typeof row.personId !== 'string' ||
        typeof row.name !== 'string' ||
        Object.keys(row).some((key) => !OFFICER_KEYS.has(key)),
    )
  ) {
    return [`“${field.label}”应从本单位人员中选择。`];
  }
  if (draft) return [];
  const people = new Map(rows.map((row) => [row.personId, row]));
  const twice = people.size < rows.length ? [`“${field.label}”中同一人填了两次，应为不同的人。`] : [];
  const uncertified = [...people.values()]
    .filter((row) => !isFilled(row.certNo))
    .map((row) => `“${field.label}”中${String(row.name)}没有执法证号，请先在“设置—人员”中登记。`);
  const count = countFault(
    field,
    [...people.values()].map((row) => String(row.name)),
    '人',
  );
  return [...(count === undefined ? [] : [count]), ...twice, ...uncertified];
}

function missingSentence(field: Field): string {
  switch (field.type) {
    case 'choice':
    case 'choices':
      return `请选择“${field.label}”。`;
    case 'flag':
      return `请确认“${field.label}”。`;
    case 'rows':
      return `“${field.label}”至少要有${field.min ?? 1}行，请添加。`;
    case 'officers':
      return `“${field.label}”至少要有${field.min ?? 1}人，请选择。`;
    case 'papers':
      return `请在“${field.label}”中选择本案文书。`;
    case 'exhibits':
      return `请在“${field.label}”中选择本案证据。`;
    default:
      return `请填写“${field.label}”。`;
  }
}
