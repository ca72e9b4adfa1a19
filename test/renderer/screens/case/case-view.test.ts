import { expect, test } from 'vitest';
import { viewAfter } from '../../../../renderer/screens/case/case-view.ts';
import { zoomBy } from '../../../../renderer/screens/case/page-tools.tsx';

test('the views come round', () => {
  expect([viewAfter('fill'), viewAfter('compare'), viewAfter('proof')]).toEqual(['compare', 'proof', 'fill']);
});

test.each([
  ['width', 1, 1],
  [1, 1, 1.5],
  [1.5, 1, 1.5],
  [1.5, -1, 1],
  ['width', -1, 'width'],
] as const)('the page at %s, by %i, is at %s', (zoom, by, next) => expect(zoomBy(zoom, by)).toBe(next));
