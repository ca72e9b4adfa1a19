import { countingFields, fieldsAsked, isFilled, isRequired } from '../../../shared/template/conditions.ts';
import { fieldsOf } from '../../../shared/template/template.ts';
import type { Field, Template } from '../../../shared/template/template.ts';
import { problemsOf } from '../../../shared/template/validate.ts';
import type { Values } from '../../../shared/template/values.ts';

/** Fields that stay open as inputs while the paper is in hand: nothing moves away from who has just filled it in. */
export interface OpenFields {
  /** Missing, or wrong, or somebody was sent there: they come first. */
  asked: ReadonlySet<string>;
  /** Empty, and may stay so. */
  further: ReadonlySet<string>;
}

export const nothingOpen: OpenFields = { asked: new Set(), further: new Set() };

/** The form in the order of what it asks of the clerk. */
export interface FormGroups {
  /** ① What is there already. */
  carried: Field[];
  /** ② What is missing. */
  asked: Field[];
  /** ③ Long texts that are there already. */
  texts: Field[];
  /** ④ What may be added. */
  further: Field[];
}

/** The fields that count for these values, in the order of the form; what only the approval can know is not asked for. */
export const fieldsInOrder = (template: Template, values: Values): Field[] =>
  template.sections.flatMap(({ fields }) =>
    countingFields(fields, values).filter(({ key, from }) => from !== 'approval' || isFilled(values[key])),
  );

const headOf = (field: string): string => field.split('.')[0] ?? field;

/** What more is open with these values; the same object when nothing is. `busy` is the field with the caret, which stays where it is; `wanted` are fields somebody was sent to. */
export function openedMore(
  before: OpenFields,
  template: Template,
  values: Values,
  { busy, wanted }: { busy: string | null; wanted: readonly string[] },
): OpenFields {
  const fields = fieldsInOrder(template, values);
  const problems = new Set(problemsOf(template, values).map(({ field }) => headOf(field)));
  const deciding = new Set(
    fields
      .filter(({ key }) => problems.has(key))
      .flatMap(({ when, required }) => [when, typeof required === 'boolean' ? undefined : required])
      .flatMap((condition) => (condition === undefined ? [] : fieldsAsked(condition))),
  );
  const isEmpty = ({ key }: Field): boolean => !isFilled(values[key]);
  const more = fields.filter(({ key }) => key !== busy && !before.asked.has(key));
  const asked = more.filter(
    (field) => problems.has(field.key) || wanted.includes(field.key) || (deciding.has(field.key) && isEmpty(field)),
  );
  const further = more.filter((field) => !before.further.has(field.key) && !asked.includes(field) && isEmpty(field));
  if (asked.length === 0 && further.length === 0) return before;
  return { asked: withKeys(before.asked, asked), further: withKeys(before.further, further) };
}

const withKeys = (keys: ReadonlySet<string>, fields: readonly Field[]): ReadonlySet<string> =>
  new Set([...keys, ...fields.map(({ key }) => key)]);

/** Groups the form of a paper with these values. */
export function groupsOfForm(template: Template, values: Values, open: OpenFields): FormGroups {
  const fields = fieldsInOrder(template, values);
  const closed = fields.filter(({ key }) => !open.asked.has(key) && !open.further.has(key));
  return {
    carried: closed.filter(({ type }) => type !== 'longText'),
    asked: fields.filter(({ key }) => open.asked.has(key)),
    texts: closed.filter(({ type }) => type === 'longText'),
    further: fields.filter(({ key }) => open.further.has(key) && !open.asked.has(key)),
  };
}

/** How many fields a paper asks for, and how many of them are missing. */
export function countOf(template: Template, values: Values): { all: number; missing: number } {
  const fields = fieldsInOrder(template, values);
  const required = fields.filter((field) => isRequired(field, values));
  return { all: fields.length, missing: required.filter(({ key }) => !isFilled(values[key])).length };
}

/** The field of a template by its key. */
export const fieldNamed = (template: Template, key: string | undefined): Field | undefined =>
  fieldsOf(template).find((field) => field.key === key);
