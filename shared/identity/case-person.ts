import * as z from 'zod';
import type { FieldProblem } from '../field-problem.ts';
import { isDay } from '../time/moments.ts';
import { idNumberProblem, personOf } from './id-number.ts';
import { Id } from './party.ts';
import { isNationalId } from './id-kinds.ts';
import { settledName } from './person-name.ts';

/** What somebody is in a case (本案人员). */
export const personKinds = [
  '当事人',
  '法定代表人（负责人）',
  '经营者',
  '委托代理人',
  '投诉人（举报人）',
  '申请人',
  '受伤职工',
  '职工',
  '近亲属',
  '证人',
  '见证人',
  '鉴定人',
  '翻译',
  '其他',
] as const;
export const PersonKind = z.enum(personKinds);
export type PersonKind = z.infer<typeof PersonKind>;

/** Kinds a person of the list may be: the 当事人 has a household (一户式档案) of its own. */
export const listedKinds = personKinds.filter((kind) => kind !== '当事人');

/** What somebody is in one paper alone, whatever they are in the case. */
export const personParts = ['被询问人', '陈述人', '到场人', '签收人', '参加人', '奖励对象'] as const;

export const idTypes = [
  '居民身份证',
  '护照',
  '港澳居民来往内地通行证',
  '台湾居民来往大陆通行证',
  '外国人永久居留身份证',
  '其他',
] as const;

export const PersonDetails = z.strictObject({
  kind: PersonKind,
  name: z.string().trim().min(1).max(32),
  idType: z.string().max(32).default('居民身份证'),
  idNumber: z.string().max(32).default(''),
  sex: z.enum(['', '男', '女']).default(''),
  /** `YYYY-MM-DD`; '' where it is not known. */
  birth: z.string().max(10).default(''),
  phone: z.string().max(32).default(''),
  address: z.string().max(256).default(''),
  employer: z.string().max(128).default(''),
  job: z.string().max(128).default(''),
  /** The party they speak or work for; null where there is one party, or for none of them. */
  partyId: Id.nullable().default(null),
});
export type PersonDetails = z.infer<typeof PersonDetails>;

/** Somebody of a case, entered once and picked by name in its papers. */
export const CasePerson = PersonDetails.extend({ id: z.string(), version: z.int() });
export type CasePerson = z.infer<typeof CasePerson>;

/** What a paper may state of a person. `age` is in full years on the day of the paper. */
export const personFacts = [
  'name',
  'kind',
  'idType',
  'idNumber',
  'sex',
  'birth',
  'age',
  'phone',
  'address',
  'employer',
  'job',
] as const;
export type PersonFact = (typeof personFacts)[number];

export const newPerson = (details: Partial<PersonDetails> = {}): PersonDetails => ({
  kind: '其他',
  name: '',
  idType: '居民身份证',
  idNumber: '',
  sex: '',
  birth: '',
  phone: '',
  address: '',
  employer: '',
  job: '',
  partyId: null,
  ...details,
});

/** What the number says of a person; null where it is no valid 公民身份号码. */
export const numberFacts = ({ idType, idNumber }: Pick<PersonDetails, 'idType' | 'idNumber'>) =>
  isNationalId(idType) && idNumber !== '' ? personOf(idNumber) : null;

/** As it is kept: full-width digits narrowed, one dot in the name, and sex and birth day as the number has them, so that they cannot contradict it. */
export function settledPerson(details: PersonDetails): PersonDetails {
  const idNumber = details.idNumber.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  const settled = {
    ...details,
    idNumber,
    name: settledName(details.name),
    phone: details.phone.normalize('NFKC').trim(),
  };
  const facts = numberFacts(settled);
  return facts === null ? settled : { ...settled, sex: facts.sex, birth: facts.birth };
}

/** What is wrong with the details of a person of a case. */
export function personProblems(details: PersonDetails): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const add = (field: keyof PersonDetails, label: string, sentence: string | null): void => {
    if (sentence !== null) problems.push({ field, label, sentence, article: null });
  };
  const { name, idType, idNumber, birth } = details;
  add('name', '姓名', name.trim() === '' ? '请填写姓名。' : null);
  if (idNumber !== '' && isNationalId(idType)) add('idNumber', '证件号码', idNumberProblem(idNumber));
  add('birth', '出生日期', birth === '' || isDay(birth) ? null : '出生日期不是有效的日期。');
  return problems;
}

const ageOf = (birth: string, day: string): number =>
  Number(day.slice(0, 4)) - Number(birth.slice(0, 4)) - (day.slice(5) < birth.slice(5) ? 1 : 0);

/** A fact as a paper of that day states it; undefined where it is not known. */
export function factOf(person: PersonDetails, fact: PersonFact, day: string): string | number | undefined {
  if (fact === 'age') return isDay(person.birth) ? ageOf(person.birth, day) : undefined;
  // A kind of document without a number says nothing.
  if (fact === 'idType' && person.idNumber === '') return undefined;
  return person[fact] === '' ? undefined : person[fact];
}
