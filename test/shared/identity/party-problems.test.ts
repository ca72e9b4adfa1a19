import { describe, expect, it } from 'vitest';
import type { PartyDetails } from '../../../shared/identity/party.ts';
import { partyProblems } from '../../../shared/identity/party-problems.ts';

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
    ['the code of a unit', { uscc: '' }, ['uscc']],
    ['a code that checks', { uscc: '91350100M000100Y44' }, ['uscc']],
    ['the ID number of a person', { kind: '个人', uscc: '', idNumber: '' }, ['idNumber']],
    ['an ID number that checks', { kind: '个人', uscc: '', idNumber: '110105194912310021' }, ['idNumber']],
    ['the address of a unit without licence', { kind: '无照单位', uscc: '', address: '' }, ['address']],
  ] as const)('asks for %s', (_, details, fields) => {
    expect(fieldsOf(details)).toEqual(fields);
  });

  it('does not check the number of a passport', () => {
    expect(fieldsOf({ kind: '个人', uscc: '', idType: '护照', idNumber: 'E12345678' })).toEqual([]);
  });
});
