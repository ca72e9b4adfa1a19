import { describe, expect, test } from 'vitest';
import { inOrder, movedTo } from '../../../shared/procedure/volume-order.ts';

const natural = ['a', 'b', 'c', 'd'];
const itself = (key: string): string => key;

describe('the order of a volume', () => {
  test.each([
    ['none given', [], 'abcd'],
    ['all given', ['d', 'a', 'c', 'b'], 'dacb'],
    ['one came later: behind what it stood behind', ['d', 'b', 'a'], 'dbca'],
    ['the first came later', ['d', 'c', 'b'], 'adcb'],
    ['two in a row came later', ['d', 'a'], 'dabc'],
    ['one is gone', ['d', 'gone', 'a', 'c', 'b'], 'dacb'],
  ])('%s', (_, order, expected) => {
    expect(inOrder(natural, itself, order).join('')).toBe(expected);
  });

  test.each([
    [2, 1, 'acbd'],
    [0, 3, 'bcda'],
    [0, -1, 'abcd'],
    [3, 4, 'abcd'],
    [9, 0, 'abcd'],
  ])('what stands at %i goes to %i', (from, to, expected) => {
    expect(movedTo(natural, from, to).join('')).toBe(expected);
  });
});
