import * as z from 'zod';

/** A rectangle on a page, in points from its upper left corner. */
export const Box = z.object({ x: z.number(), y: z.number(), width: z.number(), height: z.number() });
export type Box = z.infer<typeof Box>;

/** An empty place to sign on a printed page. One that is signed on every page (逐页签名) is there once for each of them. */
export const SignPlace = z.object({
  role: z.string(),
  /** Which of the places of that role, from 0; those whose refusal is printed instead are counted too. */
  index: z.int(),
  /** From 0. */
  page: z.int(),
  /** The room for the name, and for the day beside it. */
  name: Box,
  day: Box.nullable(),
});
export type SignPlace = z.infer<typeof SignPlace>;

/** One signature that was given on a screen (屏上签名). */
export const ScreenSignature = z.object({
  role: z.string(),
  index: z.int(),
  name: z.string(),
  at: z.string(),
  /** At whose log-in. */
  by: z.string(),
  /** SHA-256 of the sealed strokes with their times. */
  ink: z.string(),
  /** SHA-256 of the sheets as they stood with this signature drawn in. */
  sha256: z.string(),
});
export type ScreenSignature = z.infer<typeof ScreenSignature>;

/** A point of a stroke: x and y in the box that was signed in, pressure 0–1, milliseconds since the first point of all. */
const InkPoint = z.tuple([
  z.number().min(-100).max(20_000),
  z.number().min(-100).max(20_000),
  z.number().min(0).max(1),
  z.number().min(0).max(3_600_000),
]);
export type InkPoint = z.infer<typeof InkPoint>;

/** What somebody wrote on a screen. */
export const Ink = z.strictObject({
  /** Of the box, in the unit of its points. */
  width: z.number().positive().max(20_000),
  height: z.number().positive().max(20_000),
  pointer: z.enum(['pen', 'touch', 'mouse']),
  strokes: z.array(z.array(InkPoint).min(1).max(5000)).min(1).max(200),
});
export type Ink = z.infer<typeof Ink>;

/** The rectangle that the strokes fill. */
export function inkBounds({ strokes }: Pick<Ink, 'strokes'>): Box {
  const points = strokes.flat();
  const [xs, ys] = [points.map(([x]) => x), points.map(([, y]) => y)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

/** Less of the box than this is a slip of the pen and no signature. */
const LEAST_PART = 0.05;

/** Whether something was written that can stand for a name. */
export function isSignature(ink: Ink): boolean {
  const { width, height } = inkBounds(ink);
  return Math.max(width / ink.width, height / ink.height) >= LEAST_PART && ink.strokes.flat().length > 2;
}
