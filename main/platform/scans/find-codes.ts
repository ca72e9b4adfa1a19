import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import sharp, { type Sharp } from 'sharp';
import { prepareZXingModule, type ReadResult, readBarcodes } from 'zxing-wasm/reader';
import { type PageCode, pageCodeOf } from '../../../shared/identity/page-code.ts';
import { distance, type Point, type Size } from './geometry.ts';

/** A picture without compression: three bytes a pixel. */
export interface Picture extends Size {
  data: Buffer;
}
export type Box = Point & Size;

/** A page's code as it was seen; corners in pixels of the picture, clockwise from the symbol's own upper left one. */
export interface FoundCode extends PageCode {
  corners: Point[];
}

export const open = ({ data, width, height }: Picture): Sharp => sharp(data, { raw: { width, height, channels: 3 } });

/** A way of looking at a part of a picture. */
interface Look {
  enlarged(part: Size): number;
  change(picture: Sharp): Sharp;
}

/** A4 at some 160 dpi: enough to find a code, and grain costs the reader time. */
const enoughPixels = 2_500_000;
const asItIs = (picture: Sharp): Sharp => picture;
const sameSize = (): number => 1;

/** Made smaller; as it is; with grain and the squares of JPEG smoothed; with specks removed. Evening out the light or enlarging found no more. */
const looks: readonly Look[] = [
  { enlarged: ({ width, height }) => Math.min(1, Math.sqrt(enoughPixels / (width * height))), change: asItIs },
  { enlarged: sameSize, change: asItIs },
  { enlarged: sameSize, change: (picture) => picture.blur(1) },
  { enlarged: sameSize, change: (picture) => picture.median(3) },
];
/** For the corners of a code that is known: enlarged, they are found to parts of a pixel. */
const closer: Look = { enlarged: () => 4, change: asItIs };

let ready: Promise<unknown> | undefined;

/** The reader would fetch its program from the network; it is given the one that lies beside it. */
async function prepared(): Promise<void> {
  ready ??= readFile(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm'))).then((bytes) =>
    prepareZXingModule({ overrides: { wasmBinary: bytes.buffer as ArrayBuffer }, fireImmediately: true }),
  );
  await ready;
}

function asFound({ text, isMirrored, position }: ReadResult, enlarged: number, box: Box): FoundCode[] {
  const code = isMirrored ? null : pageCodeOf(text);
  if (code === null) return [];
  const { topLeft, topRight, bottomRight, bottomLeft } = position;
  const corners = [topLeft, topRight, bottomRight, bottomLeft].map(({ x, y }) => ({
    x: box.x + x / enlarged,
    y: box.y + y / enlarged,
  }));
  return [{ ...code, corners }];
}

/** What a browser calls ImageData; Node has no class of that name, and the reader asks only for these. */
function imageOf(greys: Buffer, { width, height }: Size): ImageData {
  const pixels = Uint32Array.from(greys, (grey) => 0xff000000 | (grey * 0x010101));
  return { data: new Uint8ClampedArray(pixels.buffer), width, height } as unknown as ImageData;
}

async function look(picture: Picture, box: Box, way: Look): Promise<FoundCode[]> {
  const enlarged = way.enlarged(box);
  const { data, info } = await way
    .change(
      open(picture)
        .extract({ left: box.x, top: box.y, width: box.width, height: box.height })
        .greyscale()
        .resize({ width: Math.round(box.width * enlarged), height: Math.round(box.height * enlarged), fit: 'fill' }),
    )
    .toColourspace('b-w')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const results = await readBarcodes(imageOf(data, info), { formats: ['DataMatrix'], tryInvert: false });
  return results.flatMap((result) => asFound(result, enlarged, box));
}

const isSame = (a: FoundCode, b: FoundCode): boolean =>
  a.printId === b.printId && a.page === b.page && a.corner === b.corner;
const sideOf = ({ corners: [first, second] }: FoundCode): number => (first && second ? distance(first, second) : 0);
/** Two looks at one symbol, not two symbols that say the same. */
const isOneSymbol = (a: FoundCode, b: FoundCode): boolean =>
  isSame(a, b) && distance(a.corners[0] ?? { x: 0, y: 0 }, b.corners[0] ?? { x: 0, y: 0 }) < sideOf(a) / 2;

/** The part of the picture around a code, with some paper around it. */
function around(code: FoundCode, { width, height }: Size): Box {
  const quiet = sideOf(code) / 2;
  const [xs, ys] = [code.corners.map(({ x }) => x), code.corners.map(({ y }) => y)];
  const left = Math.max(0, Math.floor(Math.min(...xs) - quiet));
  const top = Math.max(0, Math.floor(Math.min(...ys) - quiet));
  return {
    x: left,
    y: top,
    width: Math.min(width, Math.ceil(Math.max(...xs) + quiet)) - left,
    height: Math.min(height, Math.ceil(Math.max(...ys) + quiet)) - top,
  };
}

async function closerLook(picture: Picture, code: FoundCode): Promise<FoundCode> {
  const again = await look(picture, around(code, picture), closer);
  return again.find((other) => isOneSymbol(code, other)) ?? code;
}

/** Every page code on a picture; looks again in other ways until both codes of a page are found. */
export async function findCodes(picture: Picture): Promise<FoundCode[]> {
  await prepared();
  const whole = { x: 0, y: 0, width: picture.width, height: picture.height };
  const found: FoundCode[] = [];
  for (const way of looks) {
    for (const code of await look(picture, whole, way))
      if (!found.some((other) => isOneSymbol(code, other))) found.push(code);
    if (found.length >= 2) break;
  }
  return Promise.all(found.map((code) => closerLook(picture, code)));
}
