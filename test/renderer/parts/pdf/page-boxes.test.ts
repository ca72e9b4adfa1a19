import { expect, test } from 'vitest';
import { fieldAt, nearestBox } from '../../../../renderer/parts/pdf/page-boxes.ts';

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

const pages = [[boxes[0]!], [boxes[1]!]];
const order = ['title', 'penalties', 'basis', 'amount', 'remark'];
test.each([
  ['its own box', 'amount', { page: 1, field: 'amount' }],
  ['without one, that of the field before it', 'basis', { page: 0, field: 'penalties' }],
  ['at the end, the last one', 'remark', { page: 1, field: 'amount' }],
  ['at the beginning, the first one after it', 'title', { page: 0, field: 'penalties' }],
  ['nothing, where the form does not know it', 'other', null],
])('a field in hand is shown by %s', (_, field, found) => expect(nearestBox(pages, order, field)).toEqual(found));
