import { expect, test } from 'vitest';
import { fieldAt } from '../../../../renderer/parts/pdf/page-boxes.ts';

const boxes = [
  { field: 'penalties', left: 0.1, top: 0.2, width: 0.8, height: 0.3 },
  { field: 'amount', left: 0.4, top: 0.3, width: 0.1, height: 0.02 },
];

test.each([
  ['inside a box', 0.2, 0.25, 'penalties'],
  ['the smaller of two', 0.45, 0.31, 'amount'],
  ['just beside it', 0.096, 0.25, 'penalties'],
  ['nowhere', 0.5, 0.9, undefined],
])('a click %s means %3$s', (_, x, y, field) => expect(fieldAt(boxes, x, y)).toBe(field));
