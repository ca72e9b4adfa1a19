import { expect, test } from 'vitest';
import { type LegalBasis, legalBasesOf } from '../../../../main/features/handover/legal-bases.ts';
import { definitions } from '../../../support/judgement.ts';

const bases = (texts: string[], act: string | null = null, decision = '2026-06-01'): LegalBasis[] =>
  legalBasesOf(texts, definitions.laws, { act, decision });
const inspection: LegalBasis = {
  name: '劳动保障监察条例',
  issuer: '国务院',
  docNo: '国务院令第423号',
  effectiveFrom: '2004-12-01',
  provisions: '第二十五条、第二十六条、第三十条第一款第二项',
};

test('a law with all that is cited of it, once, and who made it', () => {
  expect(
    bases([
      '依据《劳动保障监察条例》第二十五条、第二十六条和第三十条第一款第（二）项',
      '又按《劳动保障监察条例》第26条处理',
    ]),
  ).toEqual([inspection]);
});

test('our own notices, contracts and quoted papers are no laws', () => {
  expect(
    bases(['2026年3月1日送达《行政处罚事先告知书》，依《劳动合同》第三条，查《考勤管理规定》，没有引用法律。']),
  ).toEqual([]);
});

test('a law only named stands in the list, by its full title', () => {
  expect(bases(['按照《社会保险法》的规定'])).toEqual([
    {
      name: '中华人民共和国社会保险法',
      issuer: '全国人民代表大会常务委员会',
      docNo: '',
      effectiveFrom: '2018-12-29',
      provisions: '',
    },
  ]);
});

test('a local regulation the table does not have is listed, to be completed by hand', () => {
  expect(bases(['《某省劳动保障监察条例》第三十条'])).toEqual([
    { name: '某省劳动保障监察条例', issuer: '', docNo: '', effectiveFrom: '', provisions: '第三十条' },
  ]);
});

test.each([
  ['substance goes by the day of the act', '《工伤保险条例》第六十二条', '2010-12-31', '2004-01-01'],
  ['from the day it was changed', '《工伤保险条例》第六十二条', '2011-01-01', '2011-01-01'],
  ['procedure by the day of the decision', '《行政处罚法》第四十四条', '2010-12-31', '2021-07-15'],
])('%s', (_, text, act, from) => {
  expect(bases([text], act).map(({ effectiveFrom }) => effectiveFrom)).toEqual([from]);
});
