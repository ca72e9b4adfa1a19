import { expect, test } from 'vitest';
import { papersWithin, roomOf } from '../../../renderer/data/window-end.ts';
import { uuid } from '../../support/case-values.ts';

test('a closing window sends the short fields first and never half a field', () => {
  const request = {
    paperId: uuid(1),
    version: 1,
    values: { long: '字'.repeat(100), short: '短', middle: '中'.repeat(10) },
  };
  expect(papersWithin(roomOf(100), [request])).toEqual([
    { paperId: uuid(1), version: 1, values: { short: '短', middle: '中'.repeat(10) } },
  ]);
  expect(papersWithin(roomOf(5), [request])).toEqual([]);
});

test('what a closing window sends shares one room, whoever sends it', () => {
  const room = roomOf(40);
  const request = { paperId: uuid(1), version: 1, values: { first: '一' } };
  expect(papersWithin(room, [request])).toEqual([request]);
  expect(room('x'.repeat(30))).toBe(false);
  expect(papersWithin(room, [request, request])).toEqual([request]);
});
