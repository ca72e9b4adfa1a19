import { countingFields, holds, isRequired } from '../../shared/template/conditions.ts';
import { valuesOfNumber } from '../../shared/template/person-ties.ts';
import { fieldsOf, type Field, type Template } from '../../shared/template/template.ts';
import type { FieldValue, RowValue, Scalar, Values } from '../../shared/template/values.ts';

const officers = [
  { personId: '00000000-0000-4000-8000-000000000001', name: '王建国', certNo: '22040100012', certShown: true },
  { personId: '00000000-0000-4000-8000-000000000002', name: '李敏', certNo: '22040100035', certShown: true },
];
const formats = { uscc: '91350100M000100Y43', idNumber: '11010519491231002X', phone: '0437-3319000' };

/** A paper with every field that counts filled with something lawful; `chosen` decides some of them. */
export function fillPaper(template: Template, chosen: Values = {}): Values {
  let values: Values = { ...chosen };
  // A choice may open further fields, also above it, so the form is gone through until nothing changes.
  for (let round = 0; round < 4; round += 1) {
    const filled = countingFields(fieldsOf(template), values).map(
      (field) => [field.key, chosen[field.key] ?? valueFor(field)] as const,
    );
    values = asNumbered(template, inOrder(template, { ...Object.fromEntries(filled), ...chosen }));
  }
  return values;
}

/** Sex, birth day and age as the ID numbers beside them say. */
function asNumbered(template: Template, values: Values): Values {
  const fields = fieldsOf(template);
  const day = String(values[template.dateField ?? ''] ?? '2026-03-02').slice(0, 10);
  return Object.assign({}, values, ...fields.map((field) => valuesOfNumber(fields, field, values, day))) as Values;
}

/** Every answer to every closed question of a paper, one at a time: each may open its own fields. */
export const answersOf = (template: Template): Values[] =>
  fieldsOf(template).flatMap((field): Values[] => {
    if (field.type === 'choice') return (field.choices ?? []).map((choice) => ({ [field.key]: choice }));
    if (field.type === 'flag' && field.required !== true) return [{ [field.key]: true }, { [field.key]: false }];
    if (field.type === 'choices' && field.required !== true)
      return [{ [field.key]: [] }, { [field.key]: field.choices ?? [] }];
    return [];
  });

/** Whether the field of an answer is asked for in this paper. */
export const isAsked = (template: Template, values: Values, key: string): boolean =>
  countingFields(fieldsOf(template), values).some((field) => field.key === key);

function valueFor(field: Field): FieldValue {
  if (field.type === 'officers') return officers;
  if (field.type === 'rows')
    return Array.from({ length: Math.max(1, field.min ?? 1) }, () => rowOf(field.fields ?? []));
  if (field.type === 'choices') return (field.choices ?? []).slice();
  if (field.type === 'papers' || field.type === 'exhibits') return ['00000000-0000-4000-8000-000000000203'];
  return scalarFor(field);
}

function rowOf(columns: Field[]): RowValue {
  let row: Record<string, Scalar> = {};
  for (let round = 0; round < 2; round += 1) {
    const asked = columns.filter(
      (column) =>
        (column.when === undefined || holds(column.when, row)) && (isRequired(column, row) || column.type !== 'flag'),
    );
    row = Object.fromEntries(asked.map((column) => [column.key, scalarFor(column)]));
  }
  return row;
}

function scalarFor(field: Field): Scalar {
  if (field.format !== undefined) return formats[field.format];
  switch (field.type) {
    case 'choice':
      return (typeof field.default === 'string' ? field.default : field.choices?.[0]) ?? null;
    case 'flag':
      return field.required === true || field.default === true;
    case 'date':
      return '2026-03-02';
    case 'dateTime':
      return '2026-03-02T09:00';
    case 'number':
    case 'money':
      return Math.max(1, field.min ?? 0);
    default:
      return [...`${field.startsWith ?? ''}${field.label}若干`].slice(0, field.max ?? 256).join('');
  }
}

/** Moves the later of two dates behind the earlier one, as the checks of the paper ask. */
function inOrder(template: Template, filled: Values): Values {
  const values = { ...filled };
  for (const check of [...template.checks, ...template.checks, ...template.checks]) {
    if (check.kind !== 'order') continue;
    const [first, next] = [values[check.first], values[check.next]];
    if (typeof first !== 'string' || typeof next !== 'string' || next > first) continue;
    values[check.next] =
      next.length > 10 && first.length > 10 ? later(first, 3_600_000, 16) : later(first, 86_400_000, next.length);
  }
  return values;
}

const later = (moment: string, by: number, length: number): string =>
  new Date(Date.parse(moment.length > 10 ? `${moment}:00Z` : `${moment}T09:00:00Z`) + by)
    .toISOString()
    .slice(0, length);
