import { describe, expect, it, test } from 'vitest';
import { asTurn, boxTurned, inPicture, type Lie, lieOf, misfit } from '../../../../main/platform/scans/geometry.ts';
import type { FoundCode } from '../../../../main/platform/scans/find-codes.ts';
import { cornersOn, sheetIn, shownBy } from '../../../../main/platform/scans/lie-of-sheet.ts';

const upright = { width: 595.28, height: 841.89 };
const wide = { width: 841.89, height: 595.28 };

const lies: [string, Lie][] = [
  ['as it is', { scale: 2, angle: 0, origin: { x: 0, y: 0 } }],
  ['moved', { scale: 2.083, angle: 0, origin: { x: 40, y: -12 } }],
  ['turned a little', { scale: 2.778, angle: 4.9, origin: { x: 120, y: 8 } }],
  ['turned back', { scale: 2.083, angle: -5, origin: { x: 0, y: 150 } }],
  ['on its side', { scale: 4.167, angle: 90, origin: { x: 3508, y: 0 } }],
  ['on its head', { scale: 2.083, angle: 180, origin: { x: 1240, y: 1754 } }],
];

/** A code as a reader would see it on a sheet that lies so. */
const seen = (
  sheet: typeof upright,
  lie: Lie,
  corner: 'left' | 'right',
  of: { printId?: string; page?: number } = {},
): FoundCode => ({
  printId: 'D8F031K7',
  page: 1,
  ...of,
  corner,
  corners: cornersOn(sheet, corner).map((point) => inPicture(lie, point)),
});

test.each(lies)('the lie of a sheet that is %s is found from both codes', (_, lie) => {
  for (const sheet of [upright, wide]) {
    const found = sheetIn({ width: 2000, height: 2000 }, [seen(sheet, lie, 'left'), seen(sheet, lie, 'right')]);
    expect(found?.size).toEqual(sheet);
    expect(found?.isFlat).toBe(true);
    expect(found?.lie.scale).toBeCloseTo(lie.scale, 6);
    expect(asTurn((found?.lie.angle ?? 0) - lie.angle)).toBeCloseTo(0, 6);
    expect(found?.lie.origin.x).toBeCloseTo(lie.origin.x, 4);
    expect(found?.lie.origin.y).toBeCloseTo(lie.origin.y, 4);
  }
});

describe('one code', () => {
  const lie = { scale: 2, angle: 91, origin: { x: 1700, y: 0 } };
  it.each([
    ['an upright sheet on its side', upright, { width: 1700, height: 1200 }],
    ['a wide sheet on its side', wide, { width: 1200, height: 1700 }],
  ])('shows %s by the shape of the picture', (_, sheet, picture) => {
    const found = sheetIn(picture, [seen(sheet, lie, 'right')]);
    expect(found?.size).toEqual(sheet);
    expect(found?.lie.angle).toBeCloseTo(91, 6);
  });
});

it('says that a sheet seen from aside is not flat', () => {
  const lie = { scale: 4, angle: 0, origin: { x: 0, y: 0 } };
  const aside = (code: FoundCode): FoundCode => ({
    ...code,
    corners: code.corners.map(({ x, y }) => ({ x: x * (1 - x / 20_000), y: y * (1 - x / 20_000) })),
  });
  const found = sheetIn(
    { width: 2400, height: 3400 },
    [seen(upright, lie, 'left'), seen(upright, lie, 'right')].map(aside),
  );
  expect(found?.isFlat).toBe(false);
});

const [, [, lie]] = lies as [unknown, [string, Lie]];
const left = seen(upright, lie, 'left');
const right = seen(upright, lie, 'right');
test.each([
  ['nothing', [], null, 'none'],
  ['one code', [right], 'D8F031K7', 'one'],
  ['both', [left, right], 'D8F031K7', 'both'],
  ['another page', [left, seen(upright, lie, 'right', { page: 2 })], null, 'several'],
  ['another print', [left, seen(upright, lie, 'right', { printId: 'ABCDEFGH' })], null, 'several'],
  ['one page twice', [left, right, { ...left }], null, 'several'],
] as const)('%s on a picture shows %s', (_, found, printId, codes) => {
  const shown = shownBy(found);
  expect(shown.code?.printId ?? null).toBe(printId);
  expect(shown.codes).toBe(codes);
});

test.each([
  [0, 0],
  [180, 180],
  [-180, 180],
  [-90, -90],
  [270, -90],
  [359, -1],
  [-540, 180],
])('%d degrees are a turn of %d', (angle, turn) => expect(asTurn(angle)).toBeCloseTo(turn, 9));

test('a picture turned on its side needs a box as high as it was wide', () => {
  const box = boxTurned({ width: 200, height: 100 }, 90);
  expect([box.x, box.y, box.width, box.height].map(Math.round)).toEqual([-100, 0, 100, 200]);
});

test('points that lie wrong by one point are told as much', () => {
  const square = cornersOn(upright, 'left');
  const off = square.map(({ x, y }, index) => ({ x: x + (index % 2 === 0 ? 1 : -1), y }));
  expect(misfit(lieOf(square, off), square, off)).toBeCloseTo(1, 1);
});
