import type { Office } from '../../../shared/case-file.ts';
import { certificateProblem, type PersonFieldsValue } from '../../parts/parties/person-fields-problems.ts';
import { newPasswordProblem } from '../../parts/passwords/password-problem.ts';

/** What the first start asks for, as typed. */
export interface SetUpDraft {
  office: Office;
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
    level: '设区的市级以上',
    courts: [''],
    address: '',
    phone: '',
    stillDevice: '',
    screenProtected: false,
    fondsNo: '',
    fondsName: '',
  },
  units: [{ name: '', head: '' }],
  person: { name: '', roles: ['系统管理员'], unit: '', certNo: '', certFrom: '', certTo: '' },
  password: { text: '', again: '' },
};

/** The units that were named. */
export const namedUnits = (units: SetUpDraft['units']): SetUpDraft['units'] =>
  units.map(({ name, head }) => ({ name: name.trim(), head: head.trim() })).filter(({ name }) => name !== '');

export function unitsProblem(units: SetUpDraft['units']): string | null {
  const named = namedUnits(units);
  if (named.length === 0) return '请至少填写一个科室，案件要归到承办科室名下。';
  if (named.some(({ name }) => name.length < 2)) return '科室名称至少两个字。';
  return new Set(named.map(({ name }) => name)).size < named.length ? '有两个科室同名。' : null;
}

/** The first thing that keeps the first person from being entered, as the reason of the greyed button. */
export function personProblem({ person, password }: Pick<SetUpDraft, 'person' | 'password'>): string | null {
  if (person.name.trim().length < 2) return '请填写您的姓名。';
  if (person.unit === '') return '请选择您所在的科室。';
  return certificateProblem(person) ?? newPasswordProblem(password.text, password.again);
}
