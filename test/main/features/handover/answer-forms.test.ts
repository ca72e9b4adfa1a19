import { expect, test } from 'vitest';
import { legalBasisOf } from '../../../../main/features/handover/answer-forms.ts';

test.each([
  [['《中华人民共和国劳动法》第四十一条'], [{ name: '中华人民共和国劳动法', provisions: '第四十一条' }]],
  [
    ['依据《劳动保障监察条例》第二十五条、第二十六条和第三十条第一款第（二）项'],
    [{ name: '劳动保障监察条例', provisions: '第二十五条、第二十六条、第三十条第一款第（二）项' }],
  ],
  [
    ['《甲法》第一条', '又见《甲法》第一条、《乙条例》'],
    [
      { name: '甲法', provisions: '第一条' },
      { name: '乙条例', provisions: '' },
    ],
  ],
  [['没有引用法律'], []],
])('finds the laws cited in %j', (texts, expected) => {
  expect(legalBasisOf(texts)).toEqual(expected);
});
