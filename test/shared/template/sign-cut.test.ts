import { expect, test } from 'vitest';
import { looksEmpty, placeOfInk, placeShown } from '../../../shared/template/sign-cut.ts';

const upright = { width: 1240, height: 1754 };
const wide = { width: 1754, height: 1240 };
const place = { name: { x: 100, y: 200, width: 120, height: 20 }, day: { x: 240, y: 200, width: 100, height: 20 } };

test('a place is found on a sheet of any resolution, upright or wide', () => {
  const scale = 1240 / 595.28;
  expect(placeOfInk(place, upright)).toEqual({
    x: Math.round(100 * scale),
    y: Math.round(196 * scale),
    width: Math.round(120 * scale),
    height: Math.round(24 * scale),
  });
  expect(placeOfInk(place, wide)).toEqual(placeOfInk(place, { width: 1754, height: 1240 }));
  expect(placeOfInk(place, wide).x).toBe(Math.round((100 * 1754) / 841.89));
});

test('what is shown reaches from its label to its day and never beside the sheet', () => {
  const scale = 1240 / 595.28;
  const shown = placeShown(place, upright);
  expect(shown.x).toBeCloseTo(28 * scale);
  expect(shown.x + shown.width).toBeCloseTo(340 * scale);
  const atEdge = placeShown({ name: { x: 10, y: 5, width: 580, height: 20 }, day: null }, upright);
  expect([atEdge.x, atEdge.y, atEdge.x + atEdge.width <= upright.width]).toEqual([0, 0, true]);
});

/** A cut of 100 pixels a row; for each row the part of it that is dark. */
const cut = (rows: readonly number[], ink: readonly number[] = [20, 20, 20]) => ({
  width: 100,
  channels: 3 as const,
  pixels: rows.flatMap((part) =>
    Array.from({ length: 100 }, (_, x) => (x < part * 100 ? ink : [235, 235, 230])).flat(),
  ),
});
const blank = Array.from({ length: 20 }, () => 0);

test.each<[string, boolean, ReturnType<typeof cut>]>([
  ['a blank place', true, cut(blank)],
  ['one with the stroke printed under it, and its edge', true, cut([...blank.slice(4), 0.1, 0.9, 0.45, 0])],
  ['a speck', true, cut([...blank.slice(1), 0.05])],
  ['a name in black', false, cut(blank.map((_, row) => (row > 4 && row < 16 ? 0.08 : 0)))],
  [
    'a name in blue',
    false,
    cut(
      blank.map((_, row) => (row > 4 && row < 16 ? 0.08 : 0)),
      [60, 80, 190],
    ),
  ],
  [
    'a red seal',
    false,
    cut(
      blank.map(() => 0.3),
      [220, 60, 60],
    ),
  ],
  [
    'a grey sheet',
    true,
    cut(
      blank.map(() => 0.3),
      [180, 180, 176],
    ),
  ],
])('%s looks empty: %s', (_, empty, given) => {
  expect(looksEmpty(given)).toBe(empty);
});
