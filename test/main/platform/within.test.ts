import { expect, test } from 'vitest';
import { within } from '../../../main/platform/within.ts';

test('what answers in time is told, as is its failure; what does not is given up', async () => {
  expect(await within(1_000, Promise.resolve('there'))).toBe('there');
  await expect(within(1_000, Promise.reject(new Error('gone')))).rejects.toThrow('gone');
  await expect(within(10, new Promise(() => undefined))).rejects.toMatchObject({ code: 'ETIMEDOUT' });
});
