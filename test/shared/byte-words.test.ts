import { expect, test } from 'vitest';
import { byteWords } from '../../shared/byte-words.ts';

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1536, '1.5 KB'],
  [10 * 1024, '10 KB'],
  [5 * 1024 ** 3, '5.0 GB'],
])('%i bytes are %s', (bytes, words) => {
  expect(byteWords(bytes)).toBe(words);
});
