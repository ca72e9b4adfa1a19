import { addDays } from '../../../shared/time/moments.ts';
import { countingFields, holds, isFilled, isRequired } from '../../../shared/template/conditions.ts';
import { valuesOfNumber } from '../../../shared/template/person-ties.ts';
import { fieldsOf, type Field, type Template } from '../../../shared/template/template.ts';
import type { FieldValue, RowValue, Scalar, Values } from '../../../shared/template/values.ts';

/** What a clerk has at hand when filling a form. */
interface AtHand {
  /** Now on the office's clock, `YYYY-MM-DDTHH:mm`. */
  now: string;
  officers: RowValue[];
  /** A picture and a paper of the case, for fields that ask for one. */
  exhibitId: () => Promise<string>;
  paperId: string | undefined;
}

/** Numbers and codes that pass their check digits. */
const formats = { uscc: '91350100M000100Y43', idNumber: '11010519491231002X', phone: '0437-3319000' };

/** What is still missing in a form that must be filled, filled sensibly: what happened happens today, what is to come in ten days. */
export async function missingValues(template: Template, filled: Values, atHand: AtHand): Promise<Values> {
  const added: Values = {};
  // An answer may open further fields, so the form is gone through until nothing is missing.
  for (let round = 0; round < 4; round += 1) {
    const values = { ...filled, ...added };
    for (const field of countingFields(fieldsOf(template), values)) {
      if (isFilled(values[field.key]) || !isRequired(field, values)) continue;
      added[field.key] = await valueFor(field, atHand);
    }
    asNumbered(template, filled, added, atHand);
  }
  return added;
}

/** Sex, birth day and age that were added are those the ID numbers beside them say. */
function asNumbered(template: Template, filled: Values, added: Values, { now }: AtHand): void {
  const fields = fieldsOf(template);
  const values = { ...filled, ...added };
  const day = String(values[template.dateField ?? ''] ?? now).slice(0, 10);
  for (const field of fields)
    for (const [key, value] of Object.entries(valuesOfNumber(fields, field, values, day)))
      if (key in added) added[key] = value;
}

async function valueFor(field: Field, atHand: AtHand): Promise<FieldValue> {
  switch (field.type) {
    case 'officers':
      return atHand.officers;
    case 'rows':
      return Array.from({ length: Math.max(1, field.min ?? 1) }, () => rowOf(field.fields ?? [], atHand));
    case 'choices':
      return (field.choices ?? []).slice(0, Math.max(1, field.min ?? 1));
    case 'exhibits':
      return [await atHand.exhibitId()];
    case 'papers':
      return atHand.paperId === undefined ? [] : [atHand.paperId];
    default:
      return scalarFor(field, atHand);
  }
}

function rowOf(columns: readonly Field[], atHand: AtHand): RowValue {
  const row: Record<string, Scalar> = {};
  for (let round = 0; round < 2; round += 1) {
    for (const column of columns) {
      const counts = column.when === undefined || holds(column.when, row);
      if (counts && !isFilled(row[column.key]) && isRequired(column, row)) row[column.key] = scalarFor(column, atHand);
    }
  }
  return row;
}

/** Keys of days that lie ahead: ends of periods the paper sets, hearings, validity. */
const ahead = /By$|^dueAt|Deadline$|^hearingAt|^appearAt|validTo|periodTo|^newD|^to$|^effectiveAt/;

function scalarFor(field: Field, { now }: AtHand): Scalar {
  if (field.format !== undefined) return formats[field.format];
  const day = ahead.test(field.key) ? addDays(now.slice(0, 10), 10) : now.slice(0, 10);
  switch (field.type) {
    case 'choice':
      return (typeof field.default === 'string' ? field.default : field.choices?.[0]) ?? null;
    case 'flag':
      return true;
    case 'date':
      return day;
    case 'dateTime':
      return `${day}${field.key.startsWith('end') ? now.slice(10) : `T${earlier(now)}`}`;
    case 'number':
    case 'money':
      return Math.max(1, field.min ?? 0);
    default:
      return [...`${field.startsWith ?? ''}${field.label}已经核对`].slice(0, field.max ?? 256).join('');
  }
}

/** Half an hour before now: what is written down has just happened. */
function earlier(now: string): string {
  const minutes = Number(now.slice(11, 13)) * 60 + Number(now.slice(14, 16)) - 30;
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
}
