import { expect, test } from 'vitest';
import { rowAfterKey, scrollTopFor, windowSpan } from '../../../renderer/ui/window-span.ts';

const rowHeight = 40;
const height = 400;

test('only the rows in sight and a few beyond are drawn, however long the list is', () => {
  for (const top of [0, 39, 40, 1_000_000, 54_000 * rowHeight - height]) {
    const { from, to } = windowSpan({ top, height, rowHeight, count: 54_000 });
    expect(from * rowHeight).toBeLessThanOrEqual(top);
    expect(to * rowHeight).toBeGreaterThanOrEqual(Math.min(top + height, 54_000 * rowHeight));
    expect(to - from).toBeLessThan(40);
  }
});

test('a list that became shorter than it is scrolled draws its end', () => {
  expect(windowSpan({ top: 4_000, height, rowHeight, count: 5 })).toEqual({ from: 0, to: 5 });
  expect(windowSpan({ top: 0, height, rowHeight, count: 0 })).toEqual({ from: 0, to: 0 });
});

test('the row in hand is brought into sight by the shortest way', () => {
  expect(scrollTopFor(0, { top: 200, height, rowHeight })).toBe(0);
  expect(scrollTopFor(10, { top: 200, height, rowHeight })).toBe(200);
  expect(scrollTopFor(15, { top: 200, height, rowHeight })).toBe(240);
});

test('keys move within the list and stop at its ends', () => {
  expect(rowAfterKey('ArrowUp', 0, 10, 5)).toBe(0);
  expect(rowAfterKey('ArrowDown', 9, 10, 5)).toBe(9);
  expect(rowAfterKey('PageDown', 3, 10, 5)).toBe(8);
  expect(rowAfterKey('End', 3, 10, 5)).toBe(9);
  expect(rowAfterKey('Enter', 3, 10, 5)).toBeUndefined();
  expect(rowAfterKey('ArrowDown', 0, 0, 5)).toBeUndefined();
});
