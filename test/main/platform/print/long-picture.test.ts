import { describe, expect, test } from 'vitest';
import { cutsOf } from '../../../../main/platform/print/long-picture.ts';

describe('the parts of a long picture', () => {
  test.each([
    [1080, 40_000],
    [1440, 120_000],
    [828, 2_700],
    [30_000, 900],
  ])('%i × %i: no line of it is lost, and each part shares some with the one before', (width, height) => {
    const cuts = cutsOf({ width, height });
    const spans = cuts.map(
      (cut) => (height > width ? [cut.top, cut.height] : [cut.left, cut.width]) as [number, number],
    );
    const length = Math.max(width, height);
    expect(cuts.length).toBeGreaterThan(1);
    expect(spans[0]![0]).toBe(0);
    expect(spans.at(-1)![0] + spans.at(-1)![1]).toBe(length);
    spans.slice(1).forEach(([begin], index) => {
      const [before, part] = spans[index]!;
      expect(before + part - begin).toBeGreaterThan(part * 0.05);
    });
    for (const cut of cuts) expect([cut.width, cut.height].includes(Math.min(width, height))).toBe(true);
  });

  test.each([
    ['a screen of a phone', 1080, 2400],
    ['a photograph', 4000, 3000],
    ['a ruler without words', 20, 4000],
    ['a picture of more sheets than a record has', 200, 200_000],
  ])('%s stays on one sheet', (_, width, height) => expect(cutsOf({ width, height })).toEqual([]));
});
