import { describe, expect, it } from 'vitest';
import { addressedAs } from '../../../../main/features/documents/addressed-as.ts';
import type { PartyKind } from '../../../../shared/identity/party.ts';
import { newPerson } from '../../../../shared/identity/case-person.ts';
import { party } from '../../../support/case-values.ts';

const worker = { ...newPerson({ name: '张三', kind: '受伤职工' }), id: 'w', version: 1 };
const fileWith = (kind: PartyKind) => ({ parties: [{ ...party, kind, name: '某某' }], people: [worker] });

describe('how a paper speaks to whom it goes', () => {
  it.each([
    ['单位', '你单位'],
    ['无照单位', '你单位'],
    ['个人', '你'],
    ['个体工商户', '你（单位）'],
  ] as const)('to a party that is %s: %s', (kind, said) => {
    expect(addressedAs(fileWith(kind), { addressee: '{{ partyName }}：' }, { partyName: ' 某某 ' })).toBe(said);
    // A decision without an addressee speaks to its party.
    expect(addressedAs(fileWith(kind), {}, { partyName: '某某' })).toBe(said);
  });

  it('to a person of the case: 你', () => {
    const addressee = '{{ applicantName }}：';
    expect(addressedAs(fileWith('单位'), { addressee }, { applicantName: '张三' })).toBe('你');
    expect(addressedAs(fileWith('单位'), { addressee }, { applicantName: '某某' })).toBe('你单位');
  });

  it('leaves both open where it goes to several, to somebody unknown, or to nobody yet', () => {
    const file = fileWith('单位');
    const several = { addressee: '{{ applicantName }}、{{ employerName }}：' };
    expect(addressedAs(file, several, { applicantName: '张三', employerName: '某某' })).toBe('你（单位）');
    expect(addressedAs(file, {}, { partyName: '李四' })).toBe('你（单位）');
    expect(addressedAs(file, {}, {})).toBe('你（单位）');
  });
});
