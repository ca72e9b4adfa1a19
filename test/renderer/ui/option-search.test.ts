import { expect, test } from 'vitest';
import { matchesTyped } from '../../../renderer/ui/option-search.ts';
import { initialsOf } from '../../../shared/chinese/pinyin.ts';

test.each([
  ['处罚', true],
  ['xzcf', true],
  ['XZCF 决定', true],
  ['cfjds', true],
  ['处罚 通知', false],
  ['zx', false],
])('行政处罚决定书 is found by %s: %s', (typed, found) => {
  expect(matchesTyped('行政处罚决定书', typed, initialsOf)).toBe(found);
});

test('names are found before the readings have come', () => {
  expect(matchesTyped('行政处罚决定书', '决定', null)).toBe(true);
  expect(matchesTyped('行政处罚决定书', 'xzcf', null)).toBe(false);
});
