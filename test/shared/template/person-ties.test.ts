import { describe, expect, test } from 'vitest';
import { newPerson } from '../../../shared/identity/case-person.ts';
import {
  numberContradictions,
  peopleSaid,
  valuesOfNumber,
  valuesOfOtherName,
  valuesOfPerson,
} from '../../../shared/template/person-ties.ts';
import { fieldsOf } from '../../../shared/template/template.ts';
import { problemsOf } from '../../../shared/template/validate.ts';
import { aTemplate } from './a-template.ts';

const template = aTemplate(
  [
    { key: 'at', label: '日期', type: 'date' },
    { key: 'name', label: '姓名', type: 'text', person: '被询问人.name' },
    { key: 'number', label: '身份证号码', type: 'text', person: '被询问人.idNumber' },
    { key: 'sex', label: '性别', type: 'choice', choices: ['男', '女'], person: '被询问人.sex' },
    { key: 'age', label: '年龄', type: 'number', person: '被询问人.age' },
    { key: 'unit', label: '工作单位', type: 'text', from: 'party.name', person: '被询问人.employer' },
    {
      key: 'relation',
      label: '关系',
      type: 'choice',
      choices: ['当事人', '法定代表人（负责人）', '当事人的委托代理人', '证人', '其他'],
      person: '被询问人.kind',
    },
    { key: 'witness', label: '见证人', type: 'text', person: '见证人.name' },
    { key: 'place', label: '地点', type: 'text' },
  ],
  { dateField: 'at' },
);
const fields = fieldsOf(template);
const nameField = fields[1] ?? fail('no field');
const numberField = fields[2] ?? fail('no field');
function fail(message: string): never {
  throw new Error(message);
}
const place = { fields, field: nameField, day: '2026-03-09' };
const agent = newPerson({
  kind: '委托代理人',
  name: '周某',
  idNumber: '11010519491231002X',
  sex: '女',
  birth: '1949-12-31',
  phone: '13800138000',
});

describe('picking a person', () => {
  test('fills all that is asked of them, and nothing of anybody else', () => {
    expect(valuesOfPerson(place, agent, ({ key }) => (key === 'unit' ? '福满园' : null))).toEqual({
      name: '周某',
      number: '11010519491231002X',
      sex: '女',
      age: 76,
      unit: '福满园',
      relation: '当事人的委托代理人',
    });
  });

  test('empties what the case does not know', () => {
    expect(valuesOfPerson(place, newPerson({ name: '吴某' }), () => null)).toEqual({
      name: '吴某',
      number: null,
      sex: null,
      age: null,
      unit: null,
      relation: '其他',
    });
  });

  test.each([
    ['法定代表人（负责人）', '法定代表人（负责人）'],
    ['当事人', '当事人'],
    ['证人', '证人'],
    ['鉴定人', null],
  ] as const)('%s is said as %s', (kind, relation) => {
    expect(valuesOfPerson(place, { ...agent, kind }, () => null)['relation']).toBe(relation);
  });
});

describe('typing another name over a picked one', () => {
  const values = { ...valuesOfPerson(place, agent, () => null), unit: '福满园' };
  test.each([
    ['吴某', ['number', 'sex', 'age', 'relation']],
    ['周某某', []],
    ['', []],
  ])('%s lets go of what was theirs in %o', (after, gone) => {
    const names = { before: '周某', after, values };
    expect(Object.keys(valuesOfOtherName(place, names, [agent], () => null))).toEqual(gone);
  });
});

describe('typing an ID number', () => {
  test('says sex and age by itself, before there is a name too', () => {
    expect(valuesOfNumber(fields, numberField, { number: '11010519491231002X' }, '2026-03-09')).toEqual({
      sex: '女',
      age: 76,
    });
  });

  test('that is not whole says nothing, and no other field does', () => {
    expect(valuesOfNumber(fields, numberField, { number: '1101051949' }, '2026-03-09')).toEqual({});
    expect(valuesOfNumber(fields, nameField, { number: '11010519491231002X' }, '2026-03-09')).toEqual({});
  });

  test.each([
    [{ sex: '男' }, ['sex']],
    [{ sex: '女', age: 76 }, []],
    [{ age: 40 }, ['age']],
  ])('a paper that says %o contradicts it in %o', (said, wrong) => {
    const values = { at: '2026-03-09', name: '周某', number: '11010519491231002X', ...said };
    expect(numberContradictions(fields, values, '2026-03-09').map(({ field }) => field)).toEqual(wrong);
    expect(problemsOf(template, values).map(({ field }) => field)).toEqual(wrong);
  });

  test('age is not judged while the paper has no day', () => {
    expect(numberContradictions(fields, { name: '周某', number: '11010519491231002X', age: 40 }, null)).toEqual([]);
  });
});

describe('whom a paper describes', () => {
  test('each with what it says of them, of the kind it says or of the one its place is for', () => {
    const values = {
      name: '周某',
      number: '11010519491231002X',
      relation: '当事人的委托代理人',
      witness: '吴某',
      place: '局里',
    };
    expect(peopleSaid(fields, values)).toMatchObject([
      { key: 'name', person: { kind: '委托代理人', name: '周某', sex: '女', birth: '1949-12-31' } },
      { key: 'witness', person: { kind: '见证人', name: '吴某', idNumber: '' } },
    ]);
  });

  test('nobody while nobody is named', () => {
    expect(peopleSaid(fields, { number: '11010519491231002X' })).toEqual([]);
  });
});
