import type { TypedOffice } from '../../parts/office/office-problems.ts';
import { certificateProblem, type PersonFieldsValue } from '../../parts/parties/person-fields-problems.ts';
import { DIFFERENT } from '../../parts/passwords/password-problem.ts';
import { passwordProblem } from '../../../shared/identity/password.ts';

/** What the first start asks for, as typed. */
export interface SetUpDraft {
  office: TypedOffice;
  units: { name: string; head: string }[];
  person: PersonFieldsValue & { unit: string };
  password: { text: string; again: string };
}

export const emptyDraft: SetUpDraft = {
  office: {
    name: '',
    code: '',
    government: '',
    formerReconsiderationBody: '',
    reconsiderationOnline: '',
    level: '',
    courts: [''],
    address: '',
    phone: '',
    stillDevice: '',
    screenProtected: false,
    fondsNo: '',
    fondsName: '',
    legalRep: '',
    legalRepPost: '',
    supervisionPhone: '',
    payAccount: '',
    postcode: '',
  },
  units: [{ name: '', head: '' }],
  person: { name: '', roles: ['系统管理员'], unit: '', certNo: '', certFrom: '', certTo: '' },
  password: { text: '', again: '' },
};

/** The units that were named. */
export const namedUnits = (units: SetUpDraft['units']): SetUpDraft['units'] =>
  units.map(({ name, head }) => ({ name: name.trim(), head: head.trim() })).filter(({ name }) => name !== '');

/** What is wrong with the units, by their line. */
export function unitProblems(units: SetUpDraft['units']): Partial<Record<number, string>> {
  const names = units.map(({ name }) => name.trim());
  if (names.every((name) => name === '')) return { 0: '请至少填写一个科室，案件要归到承办科室名下。' };
  return Object.fromEntries(
    names.flatMap((name, index) => {
      if (name.length === 1) return [[index, '科室名称至少两个字。']];
      return name !== '' && names.indexOf(name) < index ? [[index, '有两个科室同名。']] : [];
    }),
  );
}

export type PersonProblems = Partial<Record<'name' | 'unit' | 'certificate' | 'password' | 'again', string>>;

/** What is wrong with the first person, by field. */
export function personProblems({ person, password }: Pick<SetUpDraft, 'person' | 'password'>): PersonProblems {
  const certificate = certificateProblem(person);
  const tooWeak = passwordProblem(password.text);
  return {
    ...(person.name.trim().length < 2 && { name: '请填写您的姓名。' }),
    ...(certificate !== null && { certificate }),
    ...(person.unit === '' && { unit: '请选择您所在的科室。' }),
    ...(tooWeak !== null && { password: tooWeak }),
    ...(tooWeak === null && password.text !== password.again && { again: DIFFERENT }),
  };
}
