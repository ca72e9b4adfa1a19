import { describe, expect, test } from 'vitest';
import { isSameName, settledName } from '../../../shared/identity/person-name.ts';

const spellings = [
  '阿依木·买买提',
  '阿依木•买买提',
  '阿依木・买买提',
  '阿依木．买买提',
  '阿依木‧买买提',
  '阿依木･买买提',
  '阿依木⋅买买提',
  '阿依木.买买提',
  '阿依木 · 买买提',
];

describe('a name', () => {
  test.each(spellings)('%s is kept with U+00B7', (spelling) => {
    expect(settledName(spelling)).toBe('阿依木\u00B7买买提');
  });

  test.each([...spellings, '阿依木买买提'])('%s is the same person', (spelling) => {
    expect(isSameName(spelling, '阿依木\u00B7买买提')).toBe(true);
  });

  test.each([
    ['  张\u200B三　', '张三'],
    ['张 三', '张三'],
    ['John  Smith', 'John Smith'],
    ['王五.', '王五.'],
    ['\u00A0李四\u00A0', '李四'],
  ])('%j is kept as %j', (typed, kept) => {
    expect(settledName(typed)).toBe(kept);
  });

  test('others are others, and nobody is nobody', () => {
    expect(isSameName('张三', '张三丰')).toBe(false);
    expect(isSameName('', ' ')).toBe(false);
  });
});
