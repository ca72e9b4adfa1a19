import {
  factOf,
  newPerson,
  numberFacts,
  personKinds,
  settledPerson,
  type PersonDetails,
  type PersonFact,
  type PersonKind,
} from '../identity/case-person.ts';
import { isSameName } from '../identity/person-name.ts';
import type { FieldProblem } from '../field-problem.ts';
import { countingFields, isFilled, type ValuesLike } from './conditions.ts';
import type { Field } from './template.ts';
import type { FieldValue, Values } from './values.ts';

/** What a field says of which person. */
export interface PersonTie {
  /** What the person is, in the case or in this paper alone (被询问人). */
  part: string;
  fact: PersonFact;
}

/** `受伤职工.idNumber` taken apart; the schema has judged it. */
export function tieOf({ person }: Pick<Field, 'person'>): PersonTie | undefined {
  const [part, fact] = person?.split('.') ?? [];
  return part === undefined ? undefined : { part, fact: fact as PersonFact };
}

interface TiedField {
  field: Field;
  fact: PersonFact;
}

/** The fields about one person, in the order of the form. */
const tiedFields = (fields: readonly Field[], part: string): TiedField[] =>
  fields.flatMap((field) => {
    const tie = tieOf(field);
    return tie?.part === part ? [{ field, fact: tie.fact }] : [];
  });

const partsOf = (fields: readonly Field[]): string[] => [
  ...new Set(fields.flatMap((field) => tieOf(field)?.part ?? [])),
];

/** Whether a person of the case is picked by name in this field. */
export const picksPerson = (field: Field): boolean => tieOf(field)?.fact === 'name';

/** 投诉人 of 投诉人（举报人）. */
const coreOf = (kind: string): string => kind.replace(/（.*/, '');

/** What a kind is called in a list of choices, where it is. */
function kindAmong(choices: readonly string[], kind: PersonKind): string | undefined {
  const core = coreOf(kind);
  const own = kind === '当事人' ? choices.find((choice) => choice === '当事人' || choice === '本人') : undefined;
  return (
    own ??
    choices.find((choice) => choice === core) ??
    choices.find((choice) => core !== '当事人' && choice.includes(core))
  );
}

/** The kind of the case a word of a paper means; the longest, for 见证人 is no 证人. */
const kindMeant = (word: string): PersonKind | undefined =>
  personKinds
    .filter((kind) => kind !== '其他' && kind !== '当事人' && word.includes(coreOf(kind)))
    .toSorted((one, other) => coreOf(other).length - coreOf(one).length)[0];

/** A fact of a person as a field holds it; undefined where the person leaves it open or the field cannot say it. */
export function valueOfFact(
  { field, fact }: TiedField,
  person: PersonDetails,
  day: string,
): string | number | undefined {
  if (fact === 'kind') return field.choices === undefined ? coreOf(person.kind) : kindAmong(field.choices, person.kind);
  const value = factOf(person, fact, day);
  return field.choices === undefined || field.choices.some((choice) => choice === value) ? value : undefined;
}

/**
 * What a paper says when a person is picked in `field`: everything it asks about them, so that nothing of another one stays.
 * @param unknown what a field holds that the person leaves open
 */
export function valuesOfPerson(
  { fields, field, day }: { fields: readonly Field[]; field: Field; day: string },
  person: PersonDetails,
  unknown: (field: Field) => FieldValue,
): Values {
  const tie = tieOf(field);
  if (tie === undefined) return {};
  return Object.fromEntries(
    tiedFields(fields, tie.part).map((tied) => [tied.field.key, valueOfFact(tied, person, day) ?? unknown(tied.field)]),
  );
}

/**
 * What a paper says no more once another name is typed over that of somebody who was picked: their number is not the new one's. A name
 * that goes on with the same character is only put right.
 */
export function valuesOfOtherName(
  place: { fields: readonly Field[]; field: Field; day: string },
  { before, after, values }: { before: string; after: string; values: ValuesLike },
  people: readonly PersonDetails[],
  unknown: (field: Field) => FieldValue,
): Values {
  const person = people.find(({ name }) => isSameName(name, before));
  if (person === undefined || after === '' || after.startsWith(before.charAt(0))) return {};
  const theirs = Object.entries(valuesOfPerson(place, person, () => null)).filter(
    ([key, value]) => key !== place.field.key && value !== null && value === values[key],
  );
  return Object.fromEntries(
    place.fields.flatMap((field) => (theirs.some(([key]) => key === field.key) ? [[field.key, unknown(field)]] : [])),
  );
}

/** The person a paper describes with the fields that begin alike; undefined while it does not name them. */
export function personSaid(fields: readonly Field[], part: string, values: ValuesLike): PersonDetails | undefined {
  const said: Partial<Record<PersonFact, string>> = {};
  for (const { field, fact } of tiedFields(countingFields(fields, values), part)) {
    const value = values[field.key];
    if (typeof value === 'string' && value.trim() !== '') said[fact] = value.trim();
  }
  if (said.name === undefined) return undefined;
  const { kind: word = part, sex, ...facts } = said;
  const kind = kindMeant(word) ?? kindMeant(part) ?? '其他';
  const own = Object.fromEntries(Object.entries(facts).filter(([fact]) => fact !== 'age'));
  return settledPerson(newPerson({ ...own, kind, ...(sex === '男' || sex === '女' ? { sex } : {}) }));
}

/** Everybody a paper describes, each with the key of the field that names them. */
export function peopleSaid(fields: readonly Field[], values: ValuesLike): { key: string; person: PersonDetails }[] {
  return partsOf(fields).flatMap((part) => {
    const person = personSaid(fields, part, values);
    const name = tiedFields(fields, part).find(({ fact }) => fact === 'name');
    return person === undefined || name === undefined ? [] : [{ key: name.field.key, person }];
  });
}

/** What else a paper says once an ID number is typed into `field`: sex, birth day and age follow from it. */
export function valuesOfNumber(fields: readonly Field[], field: Field, values: ValuesLike, day: string): Values {
  const tie = tieOf(field);
  if (tie?.fact !== 'idNumber' && tie?.fact !== 'idType') return {};
  const person = personSaid(fields, tie.part, { ...values, ...nameless(fields, tie.part, values) });
  if (person === undefined || numberFacts(person) === null) return {};
  return Object.fromEntries(
    tiedFields(fields, tie.part)
      .filter(({ fact }) => fact === 'sex' || fact === 'birth' || fact === 'age')
      .flatMap((tied) => {
        const value = valueOfFact(tied, person, day);
        return value === undefined ? [] : [[tied.field.key, value] as const];
      }),
  );
}

/** A number says what it says before there is a name. */
function nameless(fields: readonly Field[], part: string, values: ValuesLike): Values {
  const name = tiedFields(fields, part).find(({ fact }) => fact === 'name')?.field.key;
  return name === undefined || isFilled(values[name]) ? {} : { [name]: '？' };
}

const SAYS: Readonly<Partial<Record<PersonFact, (value: string | number) => string>>> = {
  sex: (value) => `为${value}`,
  birth: (value) => `的出生日期为${value}`,
  age: (value) => `的年龄为${value}岁`,
};

/**
 * Sex, birth day and age that contradict the ID number beside them. Age is judged on the day of the paper; without one it is not.
 * @param day `YYYY-MM-DD` of the paper, null while it has none
 */
export function numberContradictions(fields: readonly Field[], values: ValuesLike, day: string | null): FieldProblem[] {
  return partsOf(fields).flatMap((part) => {
    const person = personSaid(fields, part, { ...values, ...nameless(fields, part, values) });
    if (person === undefined || numberFacts(person) === null) return [];
    return tiedFields(countingFields(fields, values), part).flatMap((tied) => {
      const { field, fact } = tied;
      const words = SAYS[fact];
      const value = values[field.key];
      if (words === undefined || !isFilled(value) || (fact === 'age' && day === null)) return [];
      const expected = valueOfFact(tied, person, day ?? '');
      if (expected === undefined || expected === value) return [];
      const sentence = `“${field.label}”与身份证号码不符：号码表明此人${words(expected)}，请核对号码，或者改正这一栏。`;
      return [{ field: field.key, label: field.label, sentence, article: null }];
    });
  });
}
