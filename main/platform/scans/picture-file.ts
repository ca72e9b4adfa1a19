import sharp, { type Sharp } from 'sharp';
import type { Picture } from './find-codes.ts';
import type { Size } from './geometry.ts';
import { UnreadableScan } from './scan-page.ts';

/** A4 at 350 dpi; what is larger is made smaller. */
export const mostPixels = 12_000_000;
/** A file may say a size that no memory holds. */
const mostInputPixels = 200_000_000;
const formats: readonly string[] = ['jpeg', 'png', 'tiff', 'webp'];

const opened = (bytes: Uint8Array, page: number): Sharp =>
  sharp(bytes, { page, failOn: 'error', limitInputPixels: mostInputPixels });

/** Runs a decoder; whatever it stumbles over is a fault of the file. */
async function decoding<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof UnreadableScan) throw error;
    const words = String(error);
    if (/unsupported image format/i.test(words)) throw new UnreadableScan('type', error);
    throw new UnreadableScan(/pixel limit/i.test(words) ? 'too-large' : 'damaged', error);
  }
}

export const pictureCount = (bytes: Uint8Array): Promise<number> =>
  decoding(async () => {
    const { format, pages = 1 } = await opened(bytes, 0).metadata();
    if (!formats.includes(format)) throw new UnreadableScan('type');
    // Frames of an animation are not pages.
    return format === 'tiff' ? pages : 1;
  });

/** The size of a picture that is not larger than is read. */
export function bounded({ width, height }: Size): Size {
  const factor = Math.min(1, Math.sqrt(mostPixels / (width * height)));
  return { width: Math.max(1, Math.floor(width * factor)), height: Math.max(1, Math.floor(height * factor)) };
}

/** One page of a picture file as its camera meant it to stand. */
export const pictureIn = (bytes: Uint8Array, page: number): Promise<Picture> =>
  decoding(async () => {
    const { autoOrient } = await opened(bytes, page).metadata();
    const { data, info } = await opened(bytes, page)
      .autoOrient()
      .resize({ ...bounded(autoOrient), fit: 'fill' })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .removeAlpha()
      .raw({ depth: 'uchar' })
      .toBuffer({ resolveWithObject: true });
    return { data, width: info.width, height: info.height };
  });
