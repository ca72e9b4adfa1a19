import { describe, expect, it } from 'vitest';
import type { PartyDetails } from '../../../shared/identity/party.ts';
import { partyGaps, partyProblems } from '../../../shared/identity/party-problems.ts';

const unit: PartyDetails = {
  kind: '单位',
  name: '东丰县好味来饭店',
  uscc: '91350100M000100Y43',
  legalRep: '',
  position: '',
  idType: '',
  idNumber: '',
  address: '',
  phone: '',
  usccChecked: '',
};
const fieldsOf = (details: Partial<PartyDetails>): string[] =>
  partyProblems({ ...unit, ...details }).map((problem) => problem.field);

describe('partyProblems', () => {
  it('finds nothing wrong with a whole party', () => {
    expect(partyProblems(unit)).toEqual([]);
    expect(fieldsOf({ kind: '无照单位', uscc: '', address: '辽源市龙山区人民大街12号' })).toEqual([]);
    expect(fieldsOf({ kind: '个人', uscc: '', idNumber: '11010519491231002X' })).toEqual([]);
  });

  it.each([
    ['a name', { name: ' ' }, ['name']],
    ['a code of eighteen places', { uscc: '91350100M000100Y' }, ['uscc']],
    ['how an odd code was compared with the licence', { uscc: '91350100M000100Y44' }, ['usccChecked']],
    ['an ID number that checks', { kind: '个人', uscc: '', idNumber: '110105194912310021' }, ['idNumber']],
  ] as const)('asks for %s', (_, details, fields) => {
    expect(fieldsOf(details)).toEqual(fields);
  });

  it('takes a code whose check symbol does not fit once somebody says how it was compared with the licence', () => {
    const [problem] = partyProblems({ ...unit, uscc: '91350100M000100Y44' });
    expect(problem?.sentence).toContain('已与营业执照核对');
    expect(fieldsOf({ uscc: '91350100M000100Y44', usccChecked: '与执照正本一致' })).toEqual([]);
    expect(fieldsOf({ uscc: '91350100M000100Y4', usccChecked: '与执照正本一致' })).toEqual(['uscc']);
  });

  it.each([
    ['居民身份证', '810000199002280010', []],
    ['港澳台居民居住证', '810000199002280010', []],
    ['港澳台居民居住证', '820000198812310020', []],
    ['', '830000197904100036', []],
    ['港澳台居民居住证', '810000199002280011', ['idNumber']],
    ['外国人永久居留身份证', '922840198506200042', []],
    ['外国人永久居留身份证', '922840198506200043', ['idNumber']],
    ['外国人永久居留身份证', 'USA220084120301', []],
    ['居民身份证', '922840198506200042', ['idNumber']],
  ] as const)('judges the number of a %s: %s', (idType, idNumber, fields) => {
    expect(fieldsOf({ kind: '个人', uscc: '', idType, idNumber })).toEqual(fields);
  });

  it.each([['单位'], ['个体工商户'], ['无照单位'], ['个人']] as const)(
    '%s: the name alone is enough to begin',
    (kind) => {
      expect(fieldsOf({ kind, uscc: '' })).toEqual([]);
    },
  );

  it('does not check the number of a passport', () => {
    expect(fieldsOf({ kind: '个人', uscc: '', idType: '护照', idNumber: 'E12345678' })).toEqual([]);
  });
});

describe('partyGaps: what is still to be found out', () => {
  const known = { address: '龙山区某路1号', phone: '04373312345' };
  it.each([
    ['nothing of a whole unit', known, []],
    ['the code of a unit', { ...known, uscc: '' }, ['信用代码待查：先以名称和地址编号，立案时要写']],
    ['that there is none', { ...known, kind: '无照单位', uscc: '' }, ['信用代码待查：无照单位先以名称和地址编号']],
    ['the number of a person', { ...known, kind: '个人', uscc: '' }, ['证件号码待查']],
    ['where to serve papers', {}, ['还没有登记地址和电话']],
    ['the phone', { ...known, phone: '' }, ['还没有登记电话']],
  ] as const)('%s', (_, details, beginnings) => {
    const gaps = partyGaps({ ...unit, ...details });
    expect(gaps.map((gap, index) => gap.startsWith(beginnings[index] ?? '?'))).toEqual(beginnings.map(() => true));
  });
});
