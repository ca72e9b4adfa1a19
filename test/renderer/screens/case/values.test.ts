import { describe, expect, test } from 'vitest';
import { sameValue } from '../../../../renderer/screens/case/values.ts';

describe('sameValue', () => {
  test.each([
    ['', null, true],
    [undefined, '', true],
    [[], null, true],
    [0, null, false],
    [false, null, false],
    ['甲', '甲', true],
    [[{ q: '问', a: '' }], [{ a: null, q: '问' }], true],
    [[{ q: '问' }], [{ q: '答' }], false],
    [['a', 'b'], ['b', 'a'], false],
  ])('%j and %j: %j', (item, other, same) => expect(sameValue(item, other)).toBe(same));
});
