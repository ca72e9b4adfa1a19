import { JpegEmbedder, type PDFRef } from '@cantoo/pdf-lib';
import sharp, { type Metadata } from 'sharp';
import type { Adoption } from './adopt.ts';
import type { Bundle } from './bundle.ts';
import { UnreadableItem } from './faults.ts';
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

/** A JPEG that needs no change is placed byte for byte; its EXIF turn becomes part of the page. */
function asItIs(bytes: Uint8Array, { format, width, height, orientation = 1 }: Metadata): Jpeg | null {
  const turned = turnOf[orientation];
  const isWhole =
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf(Buffer.from([0xff, 0xd9])) > 0;
  return format === 'jpeg' && isWhole && turned !== undefined && fits(width, height)
    ? { bytes, width, height, turned }
    : null;
}

async function remade(bytes: Uint8Array, page: number, { width, height }: Metadata): Promise<Jpeg> {
  const [boxWidth, boxHeight] =
    width > height ? [mostPixels.long, mostPixels.short] : [mostPixels.short, mostPixels.long];
  const { data, info } = await sharp(bytes, { page, failOn: 'error' })
    .autoOrient()
    .resize({ width: boxWidth, height: boxHeight, fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#ffffff' })
    .jpeg({ quality: 88 })
    .toBuffer({ resolveWithObject: true });
  return { bytes: data, width: info.width, height: info.height, turned: 0 };
}

async function jpegsOf(bytes: Uint8Array, title: string): Promise<Jpeg[]> {
  try {
    const metadata = await sharp(bytes, { failOn: 'error' }).metadata();
    const whole = asItIs(bytes, metadata);
    if (whole) return [whole];
    const jpegs: Jpeg[] = [];
    for (let page = 0; page < (metadata.pages ?? 1); page += 1) jpegs.push(await remade(bytes, page, metadata));
    return jpegs;
  } catch (error) {
    throw new UnreadableItem(title, /unsupported image format/i.test(String(error)) ? 'type' : 'damaged', error);
  }
}

/** Matrix that draws the unit square of an image, turned clockwise, into a rectangle. */
function placed(turned: Jpeg['turned'], x: number, y: number, width: number, height: number): number[] {
  if (turned === 90) return [0, -height, width, 0, x, y + height];
  if (turned === 180) return [-width, 0, 0, -height, x + width, y + height];
  if (turned === 270) return [0, height, -width, 0, x + width, y];
  return [width, 0, 0, height, x, y];
}

const figure = (value: number): string => String(Number(value.toFixed(3)));

async function addJpeg(bundle: Bundle, jpeg: Jpeg, stamp: string | null, { stamper }: Adoption): Promise<PDFRef> {
  const { context } = bundle;
  const image = await (await JpegEmbedder.for(jpeg.bytes)).embedIntoContext(context);
  const [width, height] = jpeg.turned % 180 === 0 ? [jpeg.width, jpeg.height] : [jpeg.height, jpeg.width];
  const sheet = width > height ? { width: a4.height, height: a4.width } : a4;
  const margin = Math.abs(width / height / (sheet.width / sheet.height) - 1) <= sameShape ? 0 : pictureMargin;
  const scale = Math.min((sheet.width - 2 * margin) / width, (sheet.height - 2 * margin) / height);
  const [drawnWidth, drawnHeight] = [width * scale, height * scale];
  const matrix = placed(
    jpeg.turned,
    (sheet.width - drawnWidth) / 2,
    (sheet.height - drawnHeight) / 2,
    drawnWidth,
    drawnHeight,
  );
  const number = stamp === null ? '' : stamper.operators(stamp, { x: 0, y: 0, ...sheet, rotate: 0 });
  const contents = context.register(context.stream(`q ${matrix.map(figure).join(' ')} cm /Picture Do Q\n${number}\n`));
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
 * Places a picture (JPEG, PNG, TIFF with all its pages, WebP …) on A4 sheets, upright as its camera meant it.
 * @throws UnreadableItem when it is damaged or no picture
 */
export async function adoptPicture(
  bundle: Bundle,
  bytes: Uint8Array,
  title: string,
  adoption: Adoption,
): Promise<PDFRef[]> {
  const jpegs = await jpegsOf(bytes, title);
  const pages: PDFRef[] = [];
  for (const [index, jpeg] of jpegs.entries())
    pages.push(await addJpeg(bundle, jpeg, adoption.stamp?.(index + 1, jpegs.length) ?? null, adoption));
  return pages;
}
