import { expect, test } from 'vitest';
import { askedFor } from '../../../../renderer/screens/search/asked-for.ts';
import { partsOf, type Found, type GroupName } from '../../../../renderer/screens/search/found-groups.ts';

test.each([
  ['福满园', null, '福满园'],
  ['>登记', 'commands', '登记'],
  ['》登记', 'commands', '登记'],
  ['＞ 登记', 'commands', '登记'],
  ['#监立字〔2026〕', 'numbers', '监立字〔2026〕'],
  ['＃3', 'numbers', '3'],
  ['@张三', 'people', '张三'],
  ['＠张三', 'people', '张三'],
  ['>', 'commands', ''],
  ['条26', null, '条26'],
  ['', null, ''],
])('%s asks for %s: %s', (typed, scope, words) => {
  expect(askedFor(typed)).toEqual({ scope, words });
});

const found = (group: GroupName, id: string, isExact = false): Found => ({
  id,
  group,
  isExact,
  run: null,
  row: { way: id, chord: '' },
});
const papers = Array.from({ length: 7 }, (_, index) => found('文书', `文书${index}`));

test('five of each head, and how many more there are here and in the workstation', () => {
  const parts = partsOf([...papers, found('操作', '登记')], new Map([['文书', 20]]), null);
  expect(parts.map(({ name, found: { length }, more }) => [name, length, more])).toEqual([
    ['操作', 1, 0],
    ['文书', 5, 22],
  ]);
});

test('the head that holds exactly what was typed comes first, with it at its head', () => {
  const parts = partsOf([...papers, found('操作', '登记'), found('文书', '本身', true)], new Map(), null);
  expect(parts.map(({ name }) => name)).toEqual(['文书', '操作']);
  expect(parts[0]?.found[0]?.id).toBe('本身');
});

test('a head alone is shown whole', () => {
  const parts = partsOf([...papers, found('操作', '登记')], new Map(), '文书');
  expect(parts.map(({ name, found: { length }, more }) => [name, length, more])).toEqual([['文书', 7, 0]]);
});
