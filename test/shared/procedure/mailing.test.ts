import { describe, expect, it } from 'vitest';
import { contentsOf, enclosable, enclosedFirst, isPosted, recipientsOf } from '../../../shared/procedure/mailing.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { party } from '../../support/case-values.ts';
import { paperIn, plusPaper } from '../../support/change-case-file.ts';

const file = aCaseFile();
const notice = paperIn(file, 'J21');
const other = { ...party, householdId: '0190a0d0-0000-7000-8000-000000000051', name: '刘某', address: '某路9号' };

describe('to whom a letter can go', () => {
  it('is the party at its address where no address of service was confirmed', () => {
    const without = { ...file, papers: file.papers.filter(({ templateId }) => templateId !== 'J41') };
    expect(recipientsOf(without)).toEqual([
      {
        as: '当事人',
        partyId: party.householdId,
        to: { name: party.name, address: party.address, phone: party.phone, postcode: '' },
      },
    ]);
  });

  it('is who and where the 送达地址确认书 says, under the name of the party', () => {
    const confirmed = plusPaper(file, 'J41', '送达地址确认书', '2026-03-06', {
      recipient: '陈福来',
      address: '辽源市西安区某路9号',
      phone: '13800000000',
      postcode: '136200',
    });
    expect(recipientsOf(confirmed)[0]?.to).toEqual({
      name: `${party.name}　陈福来`,
      address: '辽源市西安区某路9号',
      phone: '13800000000',
      postcode: '136200',
    });
  });

  it('is each party of several, and whoever of the case has an address', () => {
    const witness = {
      id: 'w',
      version: 1,
      kind: '证人' as const,
      name: '王某',
      address: '西安区某街3号',
      phone: '139',
    };
    const people = [
      { ...witness, idType: '', idNumber: '', sex: '' as const, birth: '', employer: '', job: '', partyId: null },
    ];
    const several = { ...file, parties: [party, other], people: [...people, { ...people[0]!, address: '' }] };
    expect(recipientsOf(several).map(({ as, to }) => `${as} ${to.name} ${to.address}`)).toEqual([
      `当事人 ${party.name} ${party.address}`,
      '当事人 刘某 某路9号',
      '证人 王某 西安区某街3号',
    ]);
  });
});

describe('which papers go by post', () => {
  it('are issued ones that are served, and receipts of what is posted', () => {
    expect(isPosted(notice, { serve: true })).toBe(true);
    expect(isPosted({ ...notice, status: 'draft' }, { serve: true })).toBe(false);
    expect(isPosted(paperIn(file, 'J04'), { serve: false })).toBe(false);
    const receipt = { ...paperIn(file, 'J40'), status: 'draft' as const };
    expect(isPosted({ ...receipt, values: { mode: '邮寄' } }, { serve: false })).toBe(true);
    expect(isPosted({ ...receipt, values: { mode: '直接' } }, { serve: false })).toBe(false);
  });
});

describe('what lies in a letter', () => {
  const goesOut = ({ templateId }: { templateId: string }): boolean => ['J21', 'J22', 'J31'].includes(templateId);

  it('is chosen among issued papers for the same party that go out, never a receipt', () => {
    const names = enclosable(file, notice, goesOut).map(({ templateId }) => templateId);
    expect(new Set(names)).toEqual(new Set(['J21', 'J31']));
    const ofOther = { ...paperIn(file, 'J31'), partyId: other.householdId };
    const papers = [{ ...notice, partyId: party.householdId }, ofOther];
    expect(enclosable({ ...file, papers }, papers[0]!, goesOut)).toEqual([papers[0]]);
    expect(enclosable({ ...file, papers: [{ ...notice, status: 'draft' }] }, notice, goesOut)).toEqual([]);
  });

  it('is the paper in hand, or all that a 送达回证 names', () => {
    expect(enclosedFirst(notice)).toEqual([notice.id]);
    const receipt = paperIn(file, 'J40');
    expect(enclosedFirst(receipt)).toEqual(receipt.values['documents']);
    expect(enclosedFirst(receipt)).not.toEqual([receipt.id]);
  });

  it('is said by name and number, as 第三十三条 asks', () => {
    expect(contentsOf([notice, { name: '送达地址确认书', number: null }])).toEqual([
      `${notice.name}　${notice.number}`,
      '送达地址确认书',
    ]);
  });
});
