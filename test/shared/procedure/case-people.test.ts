import { describe, expect, test } from 'vitest';
import type { CasePerson } from '../../../shared/identity/case-person.ts';
import { newPerson } from '../../../shared/identity/case-person.ts';
import { carried } from '../../../shared/procedure/carry.ts';
import { choosablePeople, isKnownPerson, onlyPerson, unlistedPeople } from '../../../shared/procedure/case-people.ts';
import type { Field } from '../../../shared/template/template.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { aTemplate } from '../template/a-template.ts';

const listed = (details: Partial<CasePerson>): CasePerson => ({
  ...newPerson(),
  id: `id of ${details.name ?? ''}`,
  version: 1,
  ...details,
});
const worker = listed({
  kind: '受伤职工',
  name: '周某',
  idNumber: '11010519491231002X',
  birth: '1949-12-31',
  sex: '女',
});
const fileWith = (...people: CasePerson[]) => aCaseFile({ people });

describe('who can be picked', () => {
  test('the list, and who stands behind the party, by its household', () => {
    expect(choosablePeople(fileWith(worker)).map(({ name, kind }) => [name, kind])).toEqual([
      ['周某', '受伤职工'],
      ['陈福来', '法定代表人（负责人）'],
    ]);
  });

  test('nobody twice', () => {
    const chen = listed({ kind: '法定代表人（负责人）', name: '陈福来', idNumber: '440524188001010014' });
    expect(choosablePeople(fileWith(chen)).map(({ id }) => id)).toEqual([chen.id]);
  });

  test('of a 个体工商户 its 经营者, of a person the person', () => {
    const file = fileWith();
    const [party] = file.parties;
    if (party === undefined) throw new Error('no party');
    const behind = (kind: typeof party.kind) =>
      choosablePeople({ people: [], parties: [{ ...party, kind }] }).map((person) => [person.kind, person.name]);
    expect(behind('个体工商户')).toEqual([['经营者', '陈福来']]);
    expect(behind('个人')).toEqual([['当事人', party.name]]);
  });
});

describe('carried over from the list', () => {
  const field = (fact: string, over: Partial<Field> = {}): Field => ({
    key: 'one',
    label: '一',
    type: 'text',
    required: false,
    from: 'person',
    person: `受伤职工.${fact}`,
    ...over,
  });

  test.each<[Field, unknown]>([
    [field('name'), '周某'],
    [field('idNumber'), '11010519491231002X'],
    [field('sex', { type: 'choice', choices: ['男', '女'] }), '女'],
    [field('birth', { type: 'date' }), '1949-12-31'],
    [field('age', { type: 'number' }), 76],
    [field('phone'), undefined],
  ])('%o', (asked, value) => {
    expect(carried(asked, fileWith(worker))).toEqual(
      value === undefined ? undefined : { value, origin: '来自 本案人员' },
    );
  });

  test('nothing where two could be meant', () => {
    const file = fileWith(worker, listed({ kind: '受伤职工', name: '吴某' }));
    expect(onlyPerson(file, '受伤职工')).toBeUndefined();
    expect(carried(field('name'), file)).toBeUndefined();
  });
});

describe('whom the papers describe', () => {
  const template = aTemplate([
    { key: 'name', label: '姓名', type: 'text', person: '投诉人（举报人）.name' },
    { key: 'phone', label: '电话', type: 'text', person: '投诉人（举报人）.phone' },
  ]);
  const templates = new Map([[template.id, template]]);
  const withPapers = (...values: Record<string, string>[]) => {
    const file = aCaseFile();
    const [paper] = file.papers;
    if (paper === undefined) throw new Error('no paper');
    const papers = values.map((own) => ({ ...paper, templateId: template.id, values: own, partyId: null }));
    return { ...file, papers };
  };

  test('and the list does not have, each once, as the latest paper says', () => {
    const file = withPapers({ name: '周某', phone: '13800138000' }, { name: '周某', phone: '13900139000' });
    expect(unlistedPeople(file, templates)).toMatchObject([
      { kind: '投诉人（举报人）', name: '周某', phone: '13900139000' },
    ]);
  });

  test('not who is listed already, nor who is a name and no more', () => {
    const file = withPapers({ name: '周某', phone: '13800138000' }, { name: '吴某' });
    expect(unlistedPeople({ ...file, people: [worker] }, templates)).toEqual([]);
  });

  test('a party is known, whatever the paper calls them', () => {
    const file = aCaseFile();
    const [party] = file.parties;
    if (party === undefined) throw new Error('no party');
    const parties = [{ ...party, kind: '个人' as const, name: '周某' }];
    expect(isKnownPerson({ ...file, parties }, newPerson({ name: '周某' }))).toBe(true);
    expect(isKnownPerson(file, newPerson({ name: '陈福来' }))).toBe(false);
  });
});
