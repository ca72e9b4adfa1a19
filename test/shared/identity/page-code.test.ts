import { describe, expect, it } from 'vitest';
import { pageCodeOf, payloadOf, printIdFrom, spokenCode } from '../../../shared/identity/page-code.ts';

describe('the code in the foot of a page', () => {
  it.each([
    [{ printId: 'D8F031K7', page: 1, corner: 'left' }, 'D8F031K7001L'],
    [{ printId: '00000000', page: 999, corner: 'right' }, '00000000999R'],
  ] as const)('says %o as %s and is read back', (code, payload) => {
    expect(payloadOf(code)).toBe(payload);
    expect(pageCodeOf(payload)).toEqual(code);
  });

  it.each([
    '',
    'D8F031K7000L',
    'D8F031K7001X',
    'D8F0I1K7001L',
    'd8f031k7001l',
    'D8F031K7001LL',
    '1234567890128',
    'https://www.gov.cn',
  ])('takes %s for no code of ours', (payload) => expect(pageCodeOf(payload)).toBeNull());

  it('makes an id of eight characters from the bytes of a hash', () => {
    expect(printIdFrom(Uint8Array.from([0, 31, 32, 255, 17, 18, 19, 20, 99]))).toBe('0Z0ZHJKM');
  });

  it('is printed as it is read aloud', () => expect(spokenCode('D8F031K7', 1, 2)).toBe('D8F0-31K7-1/2'));
});
