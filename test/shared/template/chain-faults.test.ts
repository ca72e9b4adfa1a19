import { describe, expect, it } from 'vitest';
import { chainFaults } from '../../../shared/template/chain-faults.ts';
import { ApprovalStep } from '../../../shared/template/template.ts';
import type * as z from 'zod';
import { aTemplate } from './a-template.ts';

type Step = z.input<typeof ApprovalStep>;

const officers: Step = { label: '承办人意见', by: '承办人', people: 2, fixedBy: '制度第十三条' };
const head: Step = { label: '负责人意见', by: '承办单位负责人', fixedBy: '制度第十三条' };
const leader: Step = { label: '局领导意见', by: '分管领导', optional: true };
const legal: Step = { label: '法规科意见', by: '法规科' };

const paper = aTemplate([{ key: 'facts', label: '事实', type: 'text' }], {
  name: '立案审批表',
  approval: [officers, head, leader],
});
const faults = (chain: Step[], shipped: typeof paper | null = paper): string[] =>
  chainFaults(
    chain.map((step) => ApprovalStep.parse(step)),
    paper,
    shipped,
  ).map(({ sentence }) => sentence);

describe('a chain of approval an office may have', () => {
  it.each<[string, Step[]]>([
    ['as it is shipped', [officers, head, leader]],
    ['with a step more between', [officers, head, legal, leader]],
    ['without a step that no law asks for', [officers, head]],
    ['with other words for a step by law', [officers, { ...head, label: '科长意见' }]],
    ['signed by more people than the law asks for', [{ ...officers, people: 3 }, head]],
  ])('%s', (_, chain) => expect(faults(chain)).toEqual([]));

  it('none at all for a paper the office made itself', () => expect(faults([], null)).toEqual([]));
});

describe('a chain it may not have, with the sentence why', () => {
  const byLaw =
    '《立案审批表》的“负责人意见”由制度第十三条规定，须由承办单位负责人签署，不能删去、改变先后或者改由他人。';
  it.each<[string, Step[], string]>([
    ['without a step by law', [officers, leader], byLaw],
    ['with a step by law given to another role', [officers, { ...head, by: '法规科' }], byLaw],
    ['with steps by law in another order', [head, officers], byLaw],
    ['with a step by law that a setting may leave out', [officers, { ...head, optional: true }], byLaw],
    ['signed by fewer', [{ ...officers, people: 1 }, head], '“承办人意见”须由2名承办人签署，不能减少（第十八条）。'],
    ['with a step without a name', [officers, head, { ...legal, label: ' ' }], '请填写这一级审批在文书上的名称。'],
    [
      'with two of one name',
      [officers, head, { ...legal, label: '负责人意见' }],
      '“负责人意见”写了两次，请改成不同的名称。',
    ],
    [
      'given to who reads no case',
      [officers, head, { ...legal, by: '系统管理员' }],
      '“法规科意见”不能由系统管理员签署，请选承办人、承办单位负责人、法规科、分管领导、主要负责人。',
    ],
  ])('%s', (_, chain, sentence) => expect(faults(chain)).toEqual([sentence]));

  it('none where a field takes the day of the last opinion', () => {
    const dated = aTemplate([{ key: 'issuedAt', label: '签发日期', type: 'date', from: 'approval' }]);
    expect(chainFaults([], dated, null).map(({ sentence }) => sentence)).toEqual([
      '“签发日期”填的是审批完成的日期，至少要有一级审批。',
    ]);
  });
});
