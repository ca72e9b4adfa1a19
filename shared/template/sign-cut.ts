import type { Box, SignPlace } from './sign-place.ts';

interface Size {
  width: number;
  height: number;
}

/** The shorter and the longer side of A4 in points. */
const A4 = [595.28, 841.89] as const;
/** What is shown around a place, in points: the line above and below, and the label of the place. */
const AROUND = { x: 72, y: 16 };
/** A signature rises a little above its line; farther up is the line of who signs before. */
const RISE = 4;

const times = ({ x, y, width, height }: Box, scale: number): Box => ({
  x: x * scale,
  y: y * scale,
  width: width * scale,
  height: height * scale,
});

/** Pixels of one printed point on a straightened sheet, upright or wide. */
const pointsOf = ({ width, height }: Size): number => width / A4[width > height ? 1 : 0];

/** The part of a straightened sheet that shows a place to sign with its label and its day, in pixels. */
export function placeShown({ name, day }: Pick<SignPlace, 'name' | 'day'>, sheet: Size): Box {
  const scale = pointsOf(sheet);
  const right = Math.max(name.x + name.width, day === null ? 0 : day.x + day.width);
  const left = Math.max(0, name.x - AROUND.x);
  const top = Math.max(0, name.y - AROUND.y);
  const shown = times({ x: left, y: top, width: right - left, height: name.y + name.height + AROUND.y - top }, scale);
  return { ...shown, width: Math.min(shown.width, sheet.width - shown.x) };
}

/** Where the name is written, in pixels. */
export function placeOfInk({ name }: Pick<SignPlace, 'name'>, sheet: Size): Box {
  const { x, y, width, height } = times({ ...name, y: name.y - RISE, height: RISE + name.height }, pointsOf(sheet));
  return { x: Math.round(x), y: Math.round(y), width: Math.round(width), height: Math.round(height) };
}

/** Darker than this is ink; paper that a scanner makes grey is not. */
const INK = 150;
/** Less ink than this part of the room is taken for none. */
const LEAST = 0.012;
/** A row of pixels as dark as this is the stroke printed under the name, and its neighbours are the edge of that stroke. */
const PRINTED = 0.4;
const EDGE = 2;

interface Cut extends Pick<Size, 'width'> {
  /** Red, green, blue and whatever follows, `channels` values for each pixel, row by row. */
  pixels: ArrayLike<number>;
  channels: 3 | 4;
}

/**
 * Whether a place looks empty, by the amount of ink in it: a hint for who looks, never a decision, since a stain or a line that was written
 * beside says otherwise.
 */
export function looksEmpty({ pixels, width, channels }: Cut): boolean {
  const rows = Array.from({ length: Math.floor(pixels.length / channels / width) }, (_, row) =>
    darkPart(pixels, row * width * channels, width, channels),
  );
  const written = rows.filter((_, row) => rows.slice(Math.max(0, row - EDGE), row + EDGE + 1).every(isWritten));
  return written.length > 0 && written.reduce((sum, part) => sum + part, 0) / written.length < LEAST;
}

const isWritten = (dark: number): boolean => dark < PRINTED;

/** The part of a row that is dark; blue ink and the red of a seal are dark in one channel. */
function darkPart(pixels: ArrayLike<number>, from: number, width: number, channels: number): number {
  let dark = 0;
  for (let at = from; at < from + width * channels; at += channels)
    if (Math.min(pixels[at] ?? 255, pixels[at + 1] ?? 255, pixels[at + 2] ?? 255) < INK) dark += 1;
  return dark / width;
}
