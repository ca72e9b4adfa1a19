import { describe, expect, it } from 'vitest';
import { officeDraft, officeProblems } from '../../../../renderer/parts/office/office-problems.ts';
import { certificateProblem, certificateState } from '../../../../renderer/parts/parties/person-fields-problems.ts';
import {
  emptyDraft,
  namedUnits,
  personProblems,
  unitProblems,
} from '../../../../renderer/screens/session/set-up-draft.ts';

describe('the office', () => {
  it('asks for what papers cannot do without, and for nothing else', () => {
    expect(Object.keys(officeProblems(emptyDraft.office))).toEqual(['name', 'code', 'government', 'courts', 'level']);
    expect(
      officeProblems({
        ...emptyDraft.office,
        name: '某某局',
        code: '某',
        government: '某某县人民政府',
        courts: ['某某法院', ''],
        level: '县级',
      }),
    ).toEqual({});
  });

  it('leaves the empty lines of courts out', () => {
    expect(officeDraft({ ...emptyDraft.office, level: '县级', courts: [' 甲法院 ', ''] }).courts).toEqual(['甲法院']);
  });
});

describe('units', () => {
  it('need at least one name, and no name twice', () => {
    const named = (...names: string[]) => names.map((name) => ({ name, head: '' }));
    expect(unitProblems([{ name: ' ', head: '赵强' }])).toEqual({ 0: expect.stringContaining('至少填写一个') });
    expect(unitProblems(named('大队', '大队 '))).toEqual({ 1: expect.stringContaining('同名') });
    expect(unitProblems(named('大队', '', '科'))).toEqual({ 2: expect.stringContaining('两个字') });
    expect(unitProblems(named('大队', ''))).toEqual({});
    expect(
      namedUnits([
        { name: ' 大队 ', head: '' },
        { name: '', head: '' },
      ]),
    ).toEqual([{ name: '大队', head: '' }]);
  });
});

describe('the first person', () => {
  const person = { ...emptyDraft.person, name: '王建国', unit: '大队' };
  const password = { text: 'zaoshang-hao', again: 'zaoshang-hao' };

  it.each([
    ['a name', { ...person, name: '王' }, password, 'name', '姓名'],
    ['a unit', { ...person, unit: '' }, password, 'unit', '科室'],
    ['a whole certificate', { ...person, certNo: '220421001' }, password, 'certificate', '起止日期'],
    ['a long password, said at the first box', person, { text: 'short', again: 'shor' }, 'password', '8位'],
    ['the same password twice', person, { text: 'zaoshang-hao', again: 'zaoshang-hou' }, 'again', '不一样'],
  ])('needs %s', (_, item, typed, field, words) => {
    expect(personProblems({ person: item, password: typed })).toEqual({ [field]: expect.stringContaining(words) });
  });

  it('is complete without a certificate', () => {
    expect(personProblems({ person, password })).toEqual({});
  });
});

describe('the certificate', () => {
  it('ends after it begins', () => {
    expect(certificateProblem({ certNo: '1', certFrom: '2026-01-02', certTo: '2026-01-01' })).toContain('早于');
    expect(certificateProblem({ certNo: '', certFrom: '2026-01-02', certTo: '' })).toContain('执法证号');
  });

  it.each([
    [{ certNo: '', certTo: '' }, 'none'],
    [{ certNo: '1', certTo: '2026-11-21' }, 'expired'],
    [{ certNo: '1', certTo: '2026-11-22' }, 'soon'],
    [{ certNo: '1', certTo: '2026-12-22' }, 'soon'],
    [{ certNo: '1', certTo: '2026-12-23' }, 'valid'],
  ] as const)('%o stands as %s on the day', (certificate, state) => {
    expect(certificateState(certificate, '2026-11-22')).toBe(state);
  });
});
