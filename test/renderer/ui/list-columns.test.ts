import { expect, test } from 'vitest';
import { readableRem, readableTableRem, rowAfterKey } from '../../../renderer/ui/list-columns.ts';

test('keys move within the list and stop at its ends', () => {
  expect(rowAfterKey('ArrowUp', 0, 10, 5)).toBe(0);
  expect(rowAfterKey('ArrowDown', 9, 10, 5)).toBe(9);
  expect(rowAfterKey('PageDown', 3, 10, 5)).toBe(8);
  expect(rowAfterKey('End', 3, 10, 5)).toBe(9);
  expect(rowAfterKey('Enter', 3, 10, 5)).toBeUndefined();
  expect(rowAfterKey('ArrowDown', 0, 0, 5)).toBeUndefined();
});

test('columns that take what is left need room to be read too', () => {
  expect(readableRem(['8rem', '4.5rem'])).toBe(15.5);
  expect(readableRem(['minmax(0, 2fr)', '8rem'])).toBe(readableRem(['1fr', '8rem']));
  expect(readableRem(['minmax(0, 2fr)', '8rem'])).toBeGreaterThan(readableRem(['8rem']));
  expect(readableRem(['minmax(16rem, 2fr)', '8rem'])).toBe(readableRem(['16rem', '8rem']));
});

test('a table needs the room that its percentages leave to the column without a width', () => {
  expect(readableTableRem(['4rem', ''])).toBe(12);
  expect(readableTableRem(['4rem', '', '50%'])).toBe(24);
  expect(readableTableRem(['4rem', '', '25%', '25%'])).toBe(24);
});
