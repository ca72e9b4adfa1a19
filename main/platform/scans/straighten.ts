import sharp, { type Sharp } from 'sharp';
import { mm } from '../print/page.ts';
import { open, type Picture } from './find-codes.ts';
import { asTurn, boxTurned, type Lie, type Point, type Size, turned } from './geometry.ts';
import type { FoundSheet } from './lie-of-sheet.ts';

/** Strokes of a pen and the red of a seal stay clear. */
const jpegQuality = 88;
const paper = '#ffffff';
/** Paper left around a sheet that is known by one code only, whose far corner may be off by as much. */
const spare = mm(4);
/** Of a close photo of a foot no sheet is made. */
const leastShown = 0.6;

export interface Upright extends Size {
  picture: Uint8Array;
  turned: number;
  straightened: boolean;
}

const saved = async (picture: Sharp): Promise<Size & { picture: Uint8Array }> => {
  const { data, info } = await picture.jpeg({ quality: jpegQuality }).toBuffer({ resolveWithObject: true });
  return { picture: new Uint8Array(data), width: info.width, height: info.height };
};

/** Cut out of a picture, with white where the picture ends before. */
function cutOut(picture: Picture, { x, y, width, height }: Point & Size): Sharp {
  const [left, top] = [Math.max(0, x), Math.max(0, y)];
  const [right, bottom] = [Math.min(picture.width, x + width), Math.min(picture.height, y + height)];
  return open(picture)
    .extract({ left, top, width: right - left, height: bottom - top })
    .extend({ left: left - x, top: top - y, right: x + width - right, bottom: y + height - bottom, background: paper });
}

/** The picture turned about its upper left corner, and where that corner's neighbours now begin. */
export async function turnedPicture(picture: Picture, angle: number): Promise<Picture & { left: number; top: number }> {
  const across = turned({ x: 1, y: 0 }, angle);
  const down = turned({ x: 0, y: 1 }, angle);
  const box = boxTurned(picture, angle);
  const { data, info } = await open(picture)
    .affine(
      [
        [across.x, down.x],
        [across.y, down.y],
      ],
      { background: paper, interpolator: sharp.interpolators.bicubic },
    )
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height, left: box.x, top: box.y };
}

/** The sheet alone, upright. */
async function straightened(picture: Picture, { size, lie }: FoundSheet, around: number): Promise<Upright> {
  const whole = await turnedPicture(picture, -lie.angle);
  const corner = turned(lie.origin, -lie.angle);
  const box = {
    x: Math.round(corner.x - around * lie.scale - whole.left),
    y: Math.round(corner.y - around * lie.scale - whole.top),
    width: Math.round((size.width + 2 * around) * lie.scale),
    height: Math.round((size.height + 2 * around) * lie.scale),
  };
  return { ...(await saved(cutOut(whole, box))), turned: asTurn(-lie.angle), straightened: true };
}

const isShown = (picture: Size, { scale }: Lie, size: Size): boolean =>
  picture.width * picture.height >= leastShown * size.width * size.height * scale ** 2;

/** A page as it is kept: the sheet where it is known, by quarter turns where it lies bent or in part, else as it came. */
export async function upright(picture: Picture, sheet: FoundSheet | null, isKnownByBoth: boolean): Promise<Upright> {
  if (sheet !== null && sheet.isFlat && isShown(picture, sheet.lie, sheet.size))
    return straightened(picture, sheet, isKnownByBoth ? 0 : spare);
  const quarters = asTurn(sheet === null ? 0 : -90 * Math.round(sheet.lie.angle / 90));
  return { ...(await saved(open(picture).rotate(quarters))), turned: quarters, straightened: false };
}
