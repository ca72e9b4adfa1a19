import type { Ink } from '../../shared/template/sign-place.ts';

/** A signature as a pen writes it: two strokes, pressed harder in the middle. */
export const ink = (): Ink => ({
  width: 900,
  height: 300,
  pointer: 'pen',
  strokes: [
    Array.from({ length: 40 }, (_, step) => [
      100 + step * 8,
      150 + Math.sin(step / 3) * 80,
      0.2 + step / 60,
      step * 12,
    ]),
    Array.from({ length: 40 }, (_, step) => [430 + step * 8, 150 - Math.cos(step / 2) * 90, 0.5, 700 + step * 12]),
  ],
});
