import type { Condition, Field, SignatureRole, Template } from './template.ts';
import type { FieldValue } from './values.ts';

export type ValuesLike = Readonly<Record<string, FieldValue | undefined>>;

/** Whether a value says anything: blank text, null, an unticked flag and an empty list do not; the number 0 does. */
export function isFilled(value: FieldValue | undefined): boolean {
  if (value === undefined || value === null || value === false) return false;
  if (typeof value === 'string') return value.trim() !== '';
  return Array.isArray(value) ? value.length > 0 : true;
}

/** Whether a condition on other fields holds; a flag nobody has touched counts as false. */
export function holds(condition: Condition, values: ValuesLike): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(part, values));
  if ('any' in condition) return condition.any.some((part) => holds(part, values));
  const value = values[condition.field];
  if ('filled' in condition) return isFilled(value) === condition.filled;
  return condition.is.some((wanted) =>
    typeof wanted === 'boolean'
      ? (value ?? false) === wanted
      : value === wanted || (Array.isArray(value) && value.some((choice) => choice === wanted)),
  );
}

/** Names of all fields a condition asks about. */
export function fieldsAsked(condition: Condition): string[] {
  if ('all' in condition) return condition.all.flatMap(fieldsAsked);
  if ('any' in condition) return condition.any.flatMap(fieldsAsked);
  return [condition.field];
}

/** The fields that count for these values: those without `when`, and those whose `when` holds. */
export const countingFields = (fields: readonly Field[], values: ValuesLike): Field[] =>
  fields.filter((field) => field.when === undefined || holds(field.when, values));

/** Whether a field must be filled for these values. */
export const isRequired = (field: Field, values: ValuesLike): boolean =>
  typeof field.required === 'boolean' ? field.required : holds(field.required, values);

/** The places for signatures a paper with these values has. */
export const signatureRolesOf = (template: Pick<Template, 'signatures'>, values: ValuesLike): SignatureRole[] =>
  template.signatures.filter((role) => role.when === undefined || holds(role.when, values));
