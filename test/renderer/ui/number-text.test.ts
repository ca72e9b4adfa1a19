import { expect, test } from 'vitest';
import { numberIn, numberText } from '../../../renderer/ui/number-text.ts';

test.each([
  ['１２３．５', 2, '123.5', 123.5],
  ['1,200元', 2, '1200', 1200],
  ['3。14159', 2, '3.14', 3.14],
  ['12.', 2, '12.', 12],
  ['.', 2, '.', null],
  ['abc', 2, '', null],
  ['', 2, '', null],
  ['１２.5', 0, '12', 12],
])('what is typed as %j with %i decimals shows %j and is %j', (typed, decimals, text, number) => {
  expect(numberText(typed, decimals)).toBe(text);
  expect(numberIn(text)).toBe(number);
});
