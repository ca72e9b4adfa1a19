import { personParts, type PersonFact } from '../../../shared/identity/case-person.ts';
import { tieOf } from '../../../shared/template/person-ties.ts';
import type { Field, FieldType, Template } from '../../../shared/template/template.ts';
import type { Path, Source } from './source.ts';

type Refuse = Source['refuse'];

const texts: readonly FieldType[] = ['text', 'longText'];
const words: readonly FieldType[] = ['text', 'choice'];

/** Kinds of fields that can state a fact of a person. */
const STATES: Readonly<Record<PersonFact, readonly FieldType[]>> = {
  name: ['text'],
  kind: words,
  idType: words,
  idNumber: ['text'],
  sex: words,
  birth: ['date'],
  age: ['number'],
  phone: ['text'],
  address: texts,
  employer: ['text'],
  job: texts,
};

/** Checks what fields say of which person: those of one person stand together, with one name and no fact twice. */
export function checkPeople(template: Pick<Template, 'sections'>, refuse: Refuse): void {
  const places = template.sections.flatMap((section, s) =>
    section.fields.map((field, f) => ({ field, path: ['sections', s, 'fields', f] })),
  );
  checkGroup(places, refuse);
  for (const { field, path } of places)
    checkGroup(
      (field.fields ?? []).map((column, c) => ({ field: column, path: [...path, 'fields', c] })),
      refuse,
    );
}

function checkGroup(places: readonly { field: Field; path: Path }[], refuse: Refuse): void {
  const seen = new Set<string>();
  for (const { field, path } of places) {
    const tie = tieOf(field);
    if (tie === undefined) {
      if (field.from?.split(' | ').includes('person') === true)
        refuse([...path, 'from'], `“${field.label}”由本案人员带入的，要写明person是谁的哪一项`);
      continue;
    }
    if (!STATES[tie.fact].includes(field.type))
      refuse([...path, 'person'], `“${field.label}”的种类写不下“${tie.fact}”`);
    if (seen.has(field.person ?? '')) refuse([...path, 'person'], `“${field.person}”写了两次`);
    seen.add(field.person ?? '');
    if (!places.some((other) => other.field.person === `${tie.part}.name`))
      refuse([...path, 'person'], `没有一栏是“${tie.part}.name”，不能按姓名选人`);
    if (field.from?.split(' | ').includes('person') === true && personParts.some((part) => part === tie.part))
      refuse([...path, 'from'], `“${tie.part}”只是本文书中的身份，不能由本案人员带入`);
  }
}
