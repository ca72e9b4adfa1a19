import { describe, expect, test } from 'vitest';
import { citationsIn } from '../../../shared/causes/citations.ts';
import { placeWords } from '../../../shared/causes/provision.ts';
import { definitions } from '../../support/judgement.ts';

const { laws } = definitions;
const read = (text: string): string[] =>
  citationsIn(text, laws).map(({ law, year, ...place }) => `${law}${year ?? ''}：${placeWords(place)}`);

describe('a law named in 《》', () => {
  test.each<[string, string[]]>([
    ['《劳动保障监察条例》第二十五条', ['劳动保障监察条例：第二十五条']],
    ['违反了《中华人民共和国劳动合同法》第八十五条第（一）项的规定', ['中华人民共和国劳动合同法：第八十五条第一项']],
    ['《劳动保障监察条例》第30条第1款第3项', ['劳动保障监察条例：第三十条第一款第三项']],
    ['《劳动保障监察条例》第３０条第（三）项', ['劳动保障监察条例：第三十条第三项']],
    ['《劳动法》 第 41 条', ['劳动法：第四十一条']],
    ['《劳动法》\n第四十一条', ['劳动法：第四十一条']],
    ['《中华人民共和国刑法》第二百七十六条之一第一款', ['中华人民共和国刑法：第二百七十六条之一第一款']],
    [
      '《中华人民共和国劳动法》第四十一条、第四十三条和《劳动保障监察条例》第二十五条',
      ['中华人民共和国劳动法：第四十一条', '中华人民共和国劳动法：第四十三条', '劳动保障监察条例：第二十五条'],
    ],
    [
      '《劳动合同法》第八十五条第一款第（一）项、第（二）项',
      ['劳动合同法：第八十五条第一款第一项', '劳动合同法：第八十五条第一款第二项'],
    ],
    [
      '《劳动合同法》第八十五条第（一）、（二）项和第八十七条',
      ['劳动合同法：第八十五条第一项', '劳动合同法：第八十五条第二项', '劳动合同法：第八十七条'],
    ],
    [
      '《行政处罚法》第六十三条第一款、第二款及第六十四条',
      ['行政处罚法：第六十三条第一款', '行政处罚法：第六十三条第二款', '行政处罚法：第六十四条'],
    ],
    ['《劳动法》第四十一条至第四十三条', ['劳动法：第四十一条', '劳动法：第四十三条']],
    ['《劳动法》第四十一、四十三条', ['劳动法：第四十一条', '劳动法：第四十三条']],
    ['《劳动法》第41-43条', ['劳动法：第四十一条', '劳动法：第四十三条']],
    [
      '《最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释》第三十四条',
      ['最高人民法院关于适用〈中华人民共和国行政诉讼法〉的解释：第三十四条'],
    ],
    ['《关于实施《劳动保障监察条例》若干规定》第十八条', ['关于实施《劳动保障监察条例》若干规定：第十八条']],
    ['《行政复议法》（2017年修正）第九条', ['行政复议法2017：第九条']],
    ['《中华人民共和国行政复议法（2023修订）》第二十条', ['中华人民共和国行政复议法2023：第二十条']],
    [
      '《最高人民法院关于审理劳动争议案件适用法律问题的解释（一）》第一条',
      ['最高人民法院关于审理劳动争议案件适用法律问题的解释（一）：第一条'],
    ],
    [
      '《中华人民共和国行政处罚法》（以下简称《处罚条文》）第四条规定；《处罚条文》第五条',
      ['中华人民共和国行政处罚法：第四条', '中华人民共和国行政处罚法：第五条'],
    ],
    ['《民法典》第一千零五条', ['民法典：第一千零五条']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('a law named otherwise', () => {
  test.each<[string, string[]]>([
    ['违反劳动法第四十一条的规定', ['劳动法：第四十一条']],
    ['依据中华人民共和国行政处罚法第三十三条第一款', ['行政处罚法：第三十三条第一款']],
    ['处罚法第三十三条', ['行政处罚法：第三十三条']],
    ['《劳动合同法》第三十条规定支付；依照本法第八十五条处理', ['劳动合同法：第三十条', '劳动合同法：第八十五条']],
    ['《劳动保障监察条例》规定，按该条例第三十条处理', ['劳动保障监察条例：第三十条']],
    ['《行政处罚法》（以下简称处罚规矩）已施行，按处罚规矩第四条', ['行政处罚法：第四条']],
  ])('%s', (text, expected) => {
    expect(read(text)).toEqual(expected);
  });
});

describe('no citation', () => {
  test.each([
    '依据有关规定处理',
    '本制度第十二条',
    '第十二条',
    '《劳动合同法》的规定，公司章程第十二条',
    '合同第三条约定月工资5000元',
    '本法院第十二条',
    '《劳动法》第一款',
    '一条、两条、三条',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });
});

test('says where it stands', () => {
  const text = '经查，违反《劳动法》第四十一条第一款。';
  const [found] = citationsIn(text, laws);
  expect(text.slice(found?.start, found?.end)).toBe('第四十一条第一款');
});

test('a field of 2 000 characters is read in less than a millisecond', () => {
  const text =
    '经查，当事人违反《中华人民共和国劳动合同法》第三十条第一款、第八十五条第（一）项，按合同第三条。'.repeat(40);
  expect(citationsIn(text, laws)).toHaveLength(80);
  const times = Array.from({ length: 200 }, () => {
    const begin = performance.now();
    // Another table, so that what was read before is not remembered.
    citationsIn(text, [...laws]);
    return performance.now() - begin;
  });
  // The middle one: a machine that is busy with other things stretches some of them.
  expect(times.toSorted((a, b) => a - b)[100]).toBeLessThan(1);
});
