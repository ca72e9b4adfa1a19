import { describe, expect, test } from 'vitest';
import { capitalOf } from '../../../shared/chinese/capital.ts';

describe('人民币大写', () => {
  test.each([
    [0, '零元整'],
    [0.05, '伍分'],
    [0.3, '叁角整'],
    [10, '壹拾元整'],
    [101, '壹佰零壹元整'],
    [1_010, '壹仟零壹拾元整'],
    [12_000, '壹万贰仟元整'],
    [10_001, '壹万零壹元整'],
    [16_800.5, '壹万陆仟捌佰元伍角整'],
    [300_500.05, '叁拾万零伍佰元零伍分'],
    [10_010_000, '壹仟零壹万元整'],
    [100_000_001, '壹亿零壹元整'],
    [120_034_056.7, '壹亿贰仟零叁万肆仟零伍拾陆元柒角整'],
    [999_999_999_999.99, '玖仟玖佰玖拾玖亿玖仟玖佰玖拾玖万玖仟玖佰玖拾玖元玖角玖分'],
  ])('%d → %s', (yuan, capital) => expect(capitalOf(yuan)).toBe(capital));

  test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 1e12])('%d is no amount that can be written', (yuan) =>
    expect(capitalOf(yuan)).toBe(''),
  );
});
