import { describe, expect, test } from 'vitest';
import { fieldsAsked, holds, isFilled, signatureRolesOf } from '../../../shared/template/conditions.ts';
import type { Condition } from '../../../shared/template/template.ts';
import type { FieldValue } from '../../../shared/template/values.ts';
import { aTemplate } from './a-template.ts';

test.each<[FieldValue | undefined, boolean]>([
  [undefined, false],
  [null, false],
  ['', false],
  [' 　', false],
  [false, false],
  [[], false],
  ['字', true],
  [true, true],
  [0, true],
  [['甲'], true],
])('%o is filled: %s', (value, filled) => expect(isFilled(value)).toBe(filled));

describe('conditions', () => {
  const values = { mode: '留置', rights: ['陈述', '听证'], urgent: true, name: '', count: 3 };
  test.each<[Condition, boolean]>([
    [{ field: 'mode', is: ['直接', '留置'] }, true],
    [{ field: 'mode', is: ['邮寄'] }, false],
    [{ field: 'rights', is: ['听证'] }, true],
    [{ field: 'rights', is: ['申辩'] }, false],
    [{ field: 'urgent', is: [true] }, true],
    [{ field: 'untouched', is: [false] }, true],
    [{ field: 'untouched', is: [true] }, false],
    [{ field: 'name', filled: false }, true],
    [{ field: 'count', filled: true }, true],
    [
      {
        all: [
          { field: 'mode', is: ['留置'] },
          { field: 'urgent', is: [false] },
        ],
      },
      false,
    ],
    [
      {
        any: [
          { field: 'mode', is: ['邮寄'] },
          { field: 'urgent', is: [true] },
        ],
      },
      true,
    ],
  ])('%o holds: %s', (condition, expected) => expect(holds(condition, values)).toBe(expected));

  test('name the fields they ask about', () => {
    expect(
      fieldsAsked({
        any: [
          { field: 'a', filled: true },
          {
            all: [
              { field: 'b', is: ['x'] },
              { field: 'c', is: [true] },
            ],
          },
        ],
      }),
    ).toEqual(['a', 'b', 'c']);
  });
});

test('a place for a signature may hang on the values', () => {
  const template = aTemplate([{ key: 'mode', label: '方式', type: 'choice', choices: ['直接', '留置'] }], {
    signatures: [
      { role: '送达人', count: 2 },
      { role: '见证人', when: { field: 'mode', is: ['留置'] } },
    ],
  });
  expect(signatureRolesOf(template, { mode: '直接' }).map((role) => role.role)).toEqual(['送达人']);
  expect(signatureRolesOf(template, { mode: '留置' }).map((role) => role.role)).toEqual(['送达人', '见证人']);
});
