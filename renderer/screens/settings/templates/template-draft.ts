import {
  fieldsOf,
  type Field,
  type FieldType,
  type Section,
  type Template,
} from '../../../../shared/template/template.ts';

/** Changes of a template being edited; each returns a new one and leaves the old as it was. */

/** `list` with the element at `index` moved by one place; unchanged at either end. */
export function moved<Element>(list: readonly Element[], index: number, by: -1 | 1): Element[] {
  const [element, neighbour] = [list[index], list[index + by]];
  return element === undefined || neighbour === undefined
    ? [...list]
    : list.with(index, neighbour).with(index + by, element);
}

export const withSection = (template: Template, position: number, change: (section: Section) => Section): Template => ({
  ...template,
  sections: template.sections.map((section, index) => (index === position ? change(section) : section)),
});

export const withField = (template: Template, section: number, position: number, part: Partial<Field>): Template =>
  withSection(template, section, (before) => ({
    ...before,
    fields: before.fields.map((field, index) => (index === position ? changed(field, part) : field)),
  }));

/** The field with some of its parts replaced; a part that is undefined is left out. */
export function changed(field: Field, part: Partial<Field>): Field {
  const next = { ...field, ...part };
  return Object.fromEntries(Object.entries(next).filter(([, value]) => value !== undefined)) as unknown as Field;
}

/** Moves a field by one place, past the end of its section into the neighbouring one; a section keeps at least one field. */
export function withFieldMoved(template: Template, section: number, index: number, by: -1 | 1): Template {
  const fields = template.sections[section]?.fields ?? [];
  const field = fields[index];
  if (fields[index + by] !== undefined)
    return withSection(template, section, (before) => ({ ...before, fields: moved(before.fields, index, by) }));
  if (field === undefined || fields.length === 1 || template.sections[section + by] === undefined) return template;
  const without = withSection(template, section, (before) => ({
    ...before,
    fields: before.fields.toSpliced(index, 1),
  }));
  return withSection(without, section + by, (before) => ({
    ...before,
    fields: by === 1 ? [field, ...before.fields] : [...before.fields, field],
  }));
}

/** Types a bureau's own field may have; the others need the program to know them. */
export const ownTypes = [
  'text',
  'longText',
  'date',
  'dateTime',
  'number',
  'money',
  'flag',
  'choice',
  'choices',
] as const satisfies FieldType[];

const longest: Readonly<Partial<Record<FieldType, number>>> = { text: 128, longText: 2000 };

/** A new field of the bureau's own at the end of a section; its key is one no field has. */
export function withOwnField(
  template: Template,
  section: number,
  type: (typeof ownTypes)[number],
  label: string,
): Template {
  return withSection(template, section, (before) => ({
    ...before,
    fields: [...before.fields, ownField(template, type, label)],
  }));
}

/** A new section at the end, with a first field: a section is never empty. */
export const withNewSection = (template: Template): Template => ({
  ...template,
  sections: [...template.sections, { title: '其他', fields: [ownField(template, 'longText', '内容')] }],
});

function ownField(template: Template, type: (typeof ownTypes)[number], label: string): Field {
  const keys = new Set(fieldsOf(template).map((field) => field.key));
  let number = 1;
  while (keys.has(`own${number}`)) number += 1;
  const choosing = type === 'choice' || type === 'choices';
  return {
    key: `own${number}`,
    label,
    type,
    required: false,
    ...(longest[type] === undefined ? {} : { max: longest[type] }),
    ...(choosing ? { choices: ['是', '否'] } : {}),
  };
}

/** Takes a field out of the section it stands in; a section left empty goes too. */
export function withoutField(template: Template, key: string): Template {
  const sections = template.sections.map((section) => ({
    ...section,
    fields: section.fields.filter((field) => field.key !== key),
  }));
  return { ...template, sections: sections.filter((section) => section.fields.length > 0) };
}

/** Numbers of articles as typed: `13、22` or `第13条 22`; only 1 to 51, each once. */
export const articlesTyped = (typed: string): number[] =>
  [...new Set((typed.normalize('NFKC').match(/\d+/g) ?? []).map(Number))].filter(
    (number) => number >= 1 && number <= 51,
  );

const USUAL_FILTERS: Readonly<Partial<Record<FieldType, string>>> = {
  date: 'day',
  dateTime: 'moment',
  money: 'money',
  choices: 'list',
  papers: 'list',
  exhibits: 'list',
  officers: 'list',
};

/** How a value of this type is usually written in a text; '' as it is. */
export const usualFilter = (type: FieldType): string => USUAL_FILTERS[type] ?? '';

/** What stands for a field in the text of a paper. */
export function placeholderOf({ key, type }: Pick<Field, 'key' | 'type'>): string {
  const filter = usualFilter(type);
  return filter === '' ? `{{ ${key} }}` : `{{ ${key} | ${filter} }}`;
}
