import { expect, test } from 'vitest';
import { articleAsked } from '../../../../renderer/screens/search/article-asked.ts';

test.each([
  ['条26', 26],
  ['条 3', 3],
  ['第26条', 26],
  ['第26', 26],
  ['第二十六条', 26],
  ['第十条', 10],
  ['第十五条', 15],
  ['第五十一条', 51],
  ['第三条', 3],
  ['条52', null],
  ['第六十条', null],
  ['条0', null],
  ['26', null],
  ['第二', null],
  ['第二建筑公司', null],
  ['', null],
] as const)('“%s” asks for article %s', (query, article) => {
  expect(articleAsked(query)).toBe(article);
});
