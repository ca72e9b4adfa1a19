import { describe, expect, test } from 'vitest';
import { citationsIn } from '../../../shared/causes/citations.ts';
import { causeNamed, suspectedName } from '../../../shared/causes/cause.ts';
import { Law, lawNamed, versionOn } from '../../../shared/causes/law.ts';
import {
  citationFault,
  isInForce,
  notYetOrNoMore,
  Provision,
  provisionFault,
  provisionWords,
  whyNotInForce,
} from '../../../shared/causes/provision.ts';
import { numeral, numberOf } from '../../../shared/chinese/article-name.ts';
import { definitions } from '../../support/judgement.ts';

const { laws, causes } = definitions;
const at = (law: string, article: number, more: Partial<Provision> = {}): Provision =>
  Provision.parse({ law, article, ...more });

test.each([
  [1, '一'],
  [9, '九'],
  [10, '十'],
  [11, '十一'],
  [20, '二十'],
  [99, '九十九'],
  [100, '一百'],
  [101, '一百零一'],
  [110, '一百一十'],
  [115, '一百一十五'],
  [452, '四百五十二'],
])('%i is written %s, and read back', (number, words) => {
  expect(numeral(number)).toBe(words);
  expect(numberOf(words)).toBe(number);
});

describe('citations', () => {
  test.each<[string, unknown[]]>([
    ['《劳动保障监察条例》第二十五条', [['劳动保障监察条例', 25, undefined, undefined]]],
    ['违反了《中华人民共和国劳动合同法》第八十五条第（一）项的规定', [['中华人民共和国劳动合同法', 85, undefined, 1]]],
    ['《劳动保障监察条例》第30条第1款第3项', [['劳动保障监察条例', 30, 1, 3]]],
    [
      '《中华人民共和国劳动法》第四十一条、第四十三条和《劳动保障监察条例》第二十五条',
      [
        ['中华人民共和国劳动法', 41, undefined, undefined],
        ['中华人民共和国劳动法', 43, undefined, undefined],
        ['劳动保障监察条例', 25, undefined, undefined],
      ],
    ],
    ['《中华人民共和国劳动合同法》（2012年修正）的规定', []],
    ['依据有关规定处理', []],
  ])('%s', (text, expected) => {
    expect(citationsIn(text).map(({ law, article, paragraph, item }) => [law, article, paragraph, item])).toEqual(
      expected,
    );
  });

  test('what is put into words is read back from them', () => {
    for (const { violated, penal } of causes)
      for (const provisions of [violated, penal])
        expect(
          citationsIn(provisionWords(provisions, laws)).map(({ law, article, paragraph, item }) => [
            lawNamed(laws, law)?.name,
            article,
            paragraph,
            item,
          ]),
        ).toEqual(provisions.map(({ law, article, paragraph, item }) => [law, article, paragraph, item]));
  });
});

describe('in force', () => {
  test.each<[string, Provision, string, boolean]>([
    ['the day before 农民工条例', at('保障农民工工资支付条例', 54, { item: 1 }), '2020-04-30', false],
    ['its first day', at('保障农民工工资支付条例', 54, { item: 1 }), '2020-05-01', true],
    ['劳务派遣 before the amendment', at('劳动合同法', 92, { paragraph: 1, from: '2013-07-01' }), '2013-06-30', false],
    ['and from it on', at('劳动合同法', 92, { paragraph: 1, from: '2013-07-01' }), '2013-07-01', true],
    ['the last day of 2‰', at('社会保险费征缴暂行条例', 13, { until: '2011-07-01' }), '2011-06-30', true],
    ['the day of 万分之五', at('社会保险费征缴暂行条例', 13, { until: '2011-07-01' }), '2011-07-01', false],
  ])('%s', (_, provision, day, expected) => {
    expect(isInForce(provision, laws, day)).toBe(expected);
  });

  test('the sentence says since when, for which day, and what applies instead', () => {
    const others = [at('保障农民工工资支付条例', 53), at('劳动保障监察条例', 26, { item: 1 })];
    expect(whyNotInForce(others[0]!, { laws, day: '2019-12-03', others })).toBe(
      '《保障农民工工资支付条例》第五十三条自2020年5月1日起施行，2019年12月3日还不能适用；这一天适用《劳动保障监察条例》第二十六条第一项。',
    );
    expect(whyNotInForce(others[0]!, { laws, day: '2020-05-01', others })).toBeNull();
    expect(whyNotInForce(others[0]!, { laws, day: '2004-11-30', others })).toContain(
      '本案由没有登记这一天施行的规定，请法规科核对。',
    );
    expect(
      whyNotInForce(at('社会保险费征缴暂行条例', 13, { until: '2011-07-01' }), {
        laws,
        day: '2012-01-01',
        others: [at('社会保险法', 86)],
      }),
    ).toBe(
      '《社会保险费征缴暂行条例》第十三条只适用于2011年7月1日以前的行为，2012年1月1日不能适用；这一天适用《中华人民共和国社会保险法》第八十六条。',
    );
  });

  test('the version of a day', () => {
    const [law] = laws.filter(({ name }) => name === '行政处罚法') as [Law];
    expect([versionOn(law, '2021-07-14')?.articles, versionOn(law, '2021-07-15')?.articles]).toEqual([64, 86]);
    expect(versionOn(law, '1996-09-30')).toBeUndefined();
  });
});

test.each<[string, Provision, string, string | null]>([
  ['an article it has', at('行政处罚法', 86), '2022-01-01', null],
  ['one more than it has', at('行政处罚法', 87), '2022-01-01', '《中华人民共和国行政处罚法》只有86条，没有第八十七条'],
  [
    'one that version did not have',
    at('中华人民共和国行政处罚法', 65),
    '2021-07-14',
    '《中华人民共和国行政处罚法》只有64条，没有第六十五条',
  ],
  [
    'a law before its first day',
    at('社会保险法', 84),
    '2011-06-30',
    '《中华人民共和国社会保险法》自2011年7月1日起施行，2011年6月30日还不能适用',
  ],
  ['on its first day', at('社会保险法', 84), '2011-07-01', null],
  ['a law the table does not know', at('某某办法', 3), '2022-01-01', null],
  [
    'a paragraph too many',
    at('劳动合同法', 84, { paragraph: 4 }),
    '2022-01-01',
    '《中华人民共和国劳动合同法》第八十四条只有3款',
  ],
  ['the last paragraph', at('劳动合同法', 84, { paragraph: 3 }), '2022-01-01', null],
])('citing %s', (_, cited, day, expected) => {
  expect(citationFault(cited, laws, day)).toBe(expected);
});

test('a law of the office itself needs its day', () => {
  expect(provisionFault(at('某省劳动保障监察条例', 30), laws)).toBe(
    '《某省劳动保障监察条例》不在法律目录中，程序不知道它的施行日期，请写明自哪一天起施行',
  );
  expect(provisionFault(at('某省劳动保障监察条例', 30, { from: '2019-01-01' }), laws)).toBeNull();
});

test.each<[string, Provision, string, string | null]>([
  ['in force', at('劳动法', 41), '2026-03-02', null],
  [
    'of a law to come',
    at('社会保险法', 84),
    '2011-06-01',
    '《中华人民共和国社会保险法》第八十四条自2011年7月1日起施行，2011年6月1日还没有施行；请推后生效日期，或者在后面写（自2011-07-01起）',
  ],
  ['of a law to come, which says its day', at('社会保险法', 84, { from: '2011-07-01' }), '2011-06-01', null],
  ['that is over, which says until when', at('劳动合同法', 92, { until: '2013-07-01' }), '2026-03-02', null],
  ['of a law the table does not know, with its day', at('某省条例', 3, { from: '2027-01-01' }), '2026-03-02', null],
])('a provision %s is entered for a day or not', (_, provision, day, expected) => {
  expect(notYetOrNoMore(provision, laws, day)).toBe(expected);
});

test('a law that was repealed is cited with the day it ended, or not at all', () => {
  const repealed = [{ name: '旧规定', title: '旧规定', versions: [{ from: '2000-01-01', until: '2020-01-01' }] }].map(
    (law) => Law.parse({ ...law, versions: law.versions.map((version) => ({ ...version, articles: 9 })) }),
  );
  expect(notYetOrNoMore(at('旧规定', 3), repealed, '2026-03-02')).toBe(
    '《旧规定》第三条2020年1月1日起不再施行；只用于以前的行为的，在后面写（2020-01-01以前）',
  );
});

describe('names', () => {
  test.each<[string, string | undefined]>([
    ['涉嫌拖欠劳动者工资', 'wage-arrears'],
    ['拖欠劳动者工资', 'wage-arrears'],
    ['涉嫌拖欠工资案', 'wage-arrears'],
    ['涉嫌 拖欠 农民工工资', 'migrant-wage-arrears'],
    ['申请工伤认定', 'injury-application'],
    ['涉嫌拖欠32名劳动者工资', undefined],
    ['涉嫌', undefined],
    ['', undefined],
  ])('%s', (name, id) => {
    expect(causeNamed(causes, name)?.id).toBe(id);
  });

  test('a violation is suspected, an application is not', () => {
    expect(suspectedName({ name: '使用童工', kind: '违法行为' })).toBe('涉嫌使用童工');
    expect(suspectedName({ name: '申请工伤认定', kind: '申请事项' })).toBe('申请工伤认定');
  });
});
