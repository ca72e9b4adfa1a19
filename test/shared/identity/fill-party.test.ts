import { describe, expect, it } from 'vitest';
import type { Credential } from '../../../shared/identity/credential.ts';
import { cardOf, filledParty, proposalsFor } from '../../../shared/identity/fill-party.ts';
import type { PartyDetails } from '../../../shared/identity/party.ts';

const party = (details: Partial<PartyDetails> = {}): PartyDetails => ({
  kind: '单位',
  name: '',
  uscc: '',
  legalRep: '',
  position: '',
  idType: '',
  idNumber: '',
  address: '',
  phone: '',
  usccChecked: '',
  ...details,
});
const licence: Credential = {
  kind: '营业执照',
  isTrader: false,
  details: [
    { detail: 'uscc', text: '91350100M000100Y48', doubt: '没读准。' },
    { detail: 'name', text: '示例公司', doubt: null },
    { detail: 'type', text: '有限责任公司', doubt: null },
    { detail: 'legalRep', text: '陈国强', doubt: null },
    { detail: 'address', text: '示例路88号', doubt: null },
  ],
};
const card: Credential = {
  kind: '身份证',
  isTrader: false,
  details: [
    { detail: 'name', text: '林小燕', doubt: null },
    { detail: 'sex', text: '女', doubt: null },
    { detail: 'address', text: '示例路12号', doubt: null },
    { detail: 'idNumber', text: '350102199003070020', doubt: null },
  ],
};

describe('what a licence proposes', () => {
  it('is chosen where it is believed and nothing stands there', () => {
    const chosen = proposalsFor(licence, party(), 'party').map(({ detail, isChosen }) => [detail, isChosen]);
    expect(chosen).toEqual([
      ['uscc', false],
      ['name', true],
      ['legalRep', true],
      ['address', true],
    ]);
  });
  it('is never chosen over what was typed, and says what stood there', () => {
    const typed = party({ name: '示例有限公司', legalRep: '陈国强' });
    expect(
      proposalsFor(licence, typed, 'party').map(({ detail, before, isChosen }) => [detail, before, isChosen]),
    ).toEqual([
      ['uscc', '', false],
      ['name', '示例有限公司', false],
      ['address', '', true],
    ]);
  });
});

describe.each<[string, Partial<PartyDetails>, 'party' | 'legalRep', string[]]>([
  ['of nobody described yet', {}, 'party', ['name', 'address', 'idNumber']],
  ['of a person', { kind: '个人', name: '林燕' }, 'party', ['name', 'address', 'idNumber']],
  ['of a company', { name: '示例公司' }, 'legalRep', ['legalRep', 'idNumber']],
  ['of a trader', { kind: '个体工商户', uscc: '92' }, 'legalRep', ['legalRep', 'idNumber']],
])('an ID card %s', (_, details, whose, filled) => {
  it(`is that of the ${whose}, and fills ${filled.join()}`, () => {
    const known = party(details);
    expect(cardOf(known)).toBe(whose);
    expect(proposalsFor(card, known, whose).map(({ detail }) => detail)).toEqual(filled);
  });
});

it.each<[string, Pick<Credential, 'kind' | 'isTrader'>, 'party' | 'legalRep', Partial<PartyDetails>]>([
  ['a licence', licence, 'party', { kind: '单位', name: '甲' }],
  ['a licence of a trader', { ...licence, isTrader: true }, 'party', { kind: '个体工商户', name: '甲' }],
  ['the own card', card, 'party', { kind: '个人', idType: '居民身份证', name: '甲' }],
  ['the card of the 法定代表人', card, 'legalRep', { kind: '无照单位', idType: '', name: '甲' }],
])('%s fills what was chosen and leaves the rest', (_, credential, whose, expected) => {
  const before = party({ kind: '无照单位', phone: '0591-1' });
  expect(filledParty(before, credential, whose, [{ detail: 'name', text: '甲' }])).toEqual({ ...before, ...expected });
});
