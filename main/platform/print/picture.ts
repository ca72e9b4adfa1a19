import { JpegEmbedder, type PDFRef } from '@cantoo/pdf-lib';
import sharp, { type Metadata } from 'sharp';
import { jpegEnd } from '../../../shared/file-content/jpeg-end.ts';
import type { Adoption } from './adopt.ts';
import type { Bundle } from './bundle.ts';
import { UnreadableItem } from './faults.ts';
import { type Cut, cutsOf } from './long-picture.ts';
import { a4, mm } from './page.ts';

/** A4 at 300 dpi: what a printer can show. Larger photographs are made smaller here; the original stays sealed as it is. */
const mostPixels = { long: 3508, short: 2480 };
/** Scans of A4 fill the sheet; other pictures get a margin. */
const sameShape = 0.04;
const pictureMargin = mm(18);

interface Jpeg {
  bytes: Uint8Array;
  width: number;
  height: number;
  turned: 0 | 90 | 180 | 270;
}

/** EXIF orientations that are plain turns; the mirrored ones go through sharp. */
const turnOf: Record<number, Jpeg['turned']> = { 1: 0, 3: 180, 6: 90, 8: 270 };

const fits = (width: number, height: number): boolean =>
  Math.max(width, height) <= mostPixels.long * 1.02 && Math.min(width, height) <= mostPixels.short * 1.02;

/** A JPEG that needs no change is placed byte for byte, without what stands behind its end; its EXIF turn becomes part of the page. */
function asItIs(bytes: Uint8Array, { format, width, height, orientation = 1 }: Metadata): Jpeg | null {
  const turned = turnOf[orientation];
  if (format !== 'jpeg' || turned === undefined || !fits(width, height)) return null;
  const finder = jpegEnd();
  finder.read(bytes);
  const end = finder.end();
  return end === null ? null : { bytes: bytes.subarray(0, end), width, height, turned };
}

async function remade(
  bytes: Uint8Array,
  page: number,
  { width, height }: Pick<Metadata, 'width' | 'height'>,
  cut?: Cut,
): Promise<Jpeg> {
  const [boxWidth, boxHeight] =
    width > height ? [mostPixels.long, mostPixels.short] : [mostPixels.short, mostPixels.long];
  const upright = sharp(bytes, { page, failOn: 'error' }).autoOrient();
  const { data, info } = await (cut === undefined ? upright : upright.extract(cut))
    .resize({ width: boxWidth, height: boxHeight, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 88 })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height, turned: 0 };
}

/** What becomes a page each: the pages of a TIFF, the parts of a long picture, or the one picture. */
async function jpegsOf(bytes: Uint8Array): Promise<{ jpegs: Jpeg[]; areParts: boolean }> {
  const metadata = await sharp(bytes, { failOn: 'error' }).metadata();
  // Frames of an animation are not pages.
  const pages = metadata.format === 'tiff' ? (metadata.pages ?? 1) : 1;
  const cuts = pages > 1 ? [] : cutsOf(metadata.autoOrient);
  const jpegs: Jpeg[] = [];
  for (const cut of cuts) jpegs.push(await remade(bytes, 0, cut, cut));
  if (jpegs.length > 0) return { jpegs, areParts: true };
  const whole = asItIs(bytes, metadata);
  if (whole) return { jpegs: [whole], areParts: false };
  for (let page = 0; page < pages; page += 1) jpegs.push(await remade(bytes, page, metadata));
  return { jpegs, areParts: false };
}
/** Matrix that draws the unit square of an image, turned clockwise, into a rectangle. */
function placed(turned: Jpeg['turned'], x: number, y: number, width: number, height: number): number[] {
  if (turned === 90) return [0, -height, width, 0, x, y + height];
  if (turned === 180) return [-width, 0, 0, -height, x + width, y + height];
  if (turned === 270) return [0, height, -width, 0, x + width, y];
  return [width, 0, 0, height, x, y];
}

const figure = (value: number): string => String(Number(value.toFixed(3)));

/** What is written on a sheet: the number of the page, and which part of a long picture it shows. */
interface Words {
  stamp: string | null;
  part: string | null;
}

async function addJpeg(bundle: Bundle, jpeg: Jpeg, { stamp, part }: Words, { stamper }: Adoption): Promise<PDFRef> {
  const { context } = bundle;
  const image = await (await JpegEmbedder.for(jpeg.bytes)).embedIntoContext(context);
  const [width, height] = jpeg.turned % 180 === 0 ? [jpeg.width, jpeg.height] : [jpeg.height, jpeg.width];
  const sheet = width > height ? { width: a4.height, height: a4.width } : a4;
  const isScan = part === null && Math.abs(width / height / (sheet.width / sheet.height) - 1) <= sameShape;
  const margin = isScan ? 0 : pictureMargin;
  const scale = Math.min((sheet.width - 2 * margin) / width, (sheet.height - 2 * margin) / height);
  const [drawnWidth, drawnHeight] = [width * scale, height * scale];
  const matrix = placed(
    jpeg.turned,
    (sheet.width - drawnWidth) / 2,
    (sheet.height - drawnHeight) / 2,
    drawnWidth,
    drawnHeight,
  );
  const sight = { x: 0, y: 0, ...sheet, rotate: 0 } as const;
  const number = stamp === null ? '' : stamper.operators(stamp, sight);
  const named = part === null ? '' : stamper.operators(part, sight, 'left');
  const contents = context.register(
    context.stream(`q ${matrix.map(figure).join(' ')} cm /Picture Do Q\n${number}\n${named}\n`),
  );
  return context.register(
    context.obj({
      Type: 'Page',
      Parent: bundle.pageTree,
      MediaBox: [0, 0, sheet.width, sheet.height],
      Contents: contents,
      Resources: { XObject: { Picture: image }, Font: { [stamper.fontKey.decodeText()]: stamper.fontRef } },
    }),
  );
}

/**
 * Places a picture (JPEG, PNG, TIFF with all its pages, WebP …) on A4 sheets, upright as its camera meant it; a long one in parts that
 * overlap, each with its number.
 * @throws UnreadableItem when it is damaged or no picture
 */
export async function adoptPicture(
  bundle: Bundle,
  bytes: Uint8Array,
  title: string,
  adoption: Adoption,
): Promise<PDFRef[]> {
  try {
    const { jpegs, areParts } = await jpegsOf(bytes);
    const pages: PDFRef[] = [];
    for (const [index, jpeg] of jpegs.entries()) {
      const part = areParts
        ? `长图 第${index + 1}段/共${jpegs.length}段${index === 0 ? '' : '（与上页重叠少许）'}`
        : null;
      pages.push(
        await addJpeg(bundle, jpeg, { stamp: adoption.stamp?.(index + 1, jpegs.length) ?? null, part }, adoption),
      );
    }
    return pages;
  } catch (error) {
    throw new UnreadableItem(title, /unsupported image format/i.test(String(error)) ? 'type' : 'damaged', error);
  }
}
