import { expect, test } from 'vitest';
import { samePicture } from '../../../../renderer/parts/pdf/changed-pages.ts';

const picture = (width: number, height: number, ...data: number[]) => ({
  width,
  height,
  data: Uint8ClampedArray.from(data) as ImageData['data'],
});

test('pages are the same where every dot of them is', () => {
  expect(samePicture(picture(2, 1, 0, 9, 9, 0), picture(2, 1, 0, 9, 9, 0))).toBe(true);
  expect(samePicture(picture(2, 1, 0, 9, 9, 0), picture(2, 1, 0, 9, 8, 0))).toBe(false);
  expect(samePicture(picture(2, 1, 0, 9, 9, 0), picture(1, 2, 0, 9, 9, 0))).toBe(false);
});
