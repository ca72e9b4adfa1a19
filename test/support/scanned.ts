// Papers as a scanner or a phone gives them back: rendered from the printed PDF, then harmed.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PDFiumLibrary } from '@hyzyla/pdfium';
import sharp, { type OverlayOptions, type Sharp } from 'sharp';
import { randomOf } from '../drills/random.ts';

/** A picture without compression, three bytes a pixel. */
export interface Raw {
  data: Buffer;
  width: number;
  height: number;
}
export interface Harm {
  /** Degrees, clockwise. */
  turned?: number;
  blur?: number;
  /** Standard deviation of the grey of each pixel. */
  noise?: number;
  /** One side darker by this part of the light. */
  shade?: number;
  /** Ink across the foot, beside the codes. */
  scribbled?: boolean;
  /** A black edge of the scanner's lid, in pixels. */
  border?: number;
  /** A hole and its shadow over the code of this foot. */
  staple?: 'left' | 'right';
  /** Photographed from aside: how much smaller the top, and the right edge, look. */
  tilted?: { top: number; right: number };
  /** JPEG quality. */
  quality?: number;
  seed?: number;
}

const pdfiumProgram = readFileSync(fileURLToPath(import.meta.resolve('@hyzyla/pdfium/pdfium.wasm')));
export const raw = (sharpened: Sharp): Promise<Raw> =>
  sharpened
    .toColourspace('srgb')
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true })
    .then(({ data, info }) => ({ data, width: info.width, height: info.height }));
export const opened = ({ data, width, height }: Raw): Sharp => sharp(data, { raw: { width, height, channels: 3 } });

/** Each page of a PDF at a resolution. */
export async function rendered(pdf: Uint8Array, dpi: number): Promise<Raw[]> {
  const library = await PDFiumLibrary.init({ wasmBinary: pdfiumProgram.buffer.slice(0) as ArrayBuffer });
  const document = await library.loadDocument(pdf);
  const pages: Raw[] = [];
  for (const page of document.pages()) {
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const size = { width: Math.round((originalWidth * dpi) / 72), height: Math.round((originalHeight * dpi) / 72) };
    const { data } = await page.render({ ...size, scale: 1, render: 'bitmap' });
    pages.push(await raw(sharp(data, { raw: { ...size, channels: 4 } })));
  }
  document.destroy();
  library.destroy();
  return pages;
}

const svg = (width: number, height: number, body: string): Buffer =>
  Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${body}</svg>`);

/** Ink, shadow and holes drawn over a page; places in millimetres of A4 become pixels. */
function drawnOver({ width, height }: Raw, { scribbled, staple, shade }: Harm): OverlayOptions[] {
  const mm = Math.min(width, height) / 210;
  const foot = height - 20 * mm;
  const drawn: string[] = [];
  if (scribbled)
    drawn.push(
      `<path d="M ${width * 0.3} ${foot} q ${20 * mm} ${-30 * mm} ${30 * mm} 0 t ${20 * mm} ${8 * mm} t ${25 * mm} ${-12 * mm} t ${20 * mm} ${10 * mm}" fill="none" stroke="#1a2a80" stroke-width="${0.8 * mm}"/>`,
    );
  if (staple)
    drawn.push(
      `<circle cx="${staple === 'left' ? 14.5 * mm : width - 25.5 * mm}" cy="${height - 12.5 * mm}" r="${3.2 * mm}" fill="#222"/>`,
    );
  if (shade)
    drawn.push(
      `<defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#000" stop-opacity="0"/><stop offset="1" stop-color="#000" stop-opacity="${shade}"/></linearGradient></defs><rect width="100%" height="100%" fill="url(#g)"/>`,
    );
  return drawn.length === 0 ? [] : [{ input: svg(width, height, drawn.join('')), left: 0, top: 0 }];
}

function withNoise({ data, width, height }: Raw, deviation: number, seed: number): Raw {
  const random = randomOf(seed);
  const noisy = Buffer.from(data);
  for (let pixel = 0; pixel < noisy.length; pixel += 3) {
    // The sum of four even draws is near enough to a bell.
    const draw = (random(1000) + random(1000) + random(1000) + random(1000)) / 1000 - 2;
    const change = draw * 1.73 * deviation;
    for (let channel = 0; channel < 3; channel += 1)
      noisy[pixel + channel] = Math.max(0, Math.min(255, Math.round((noisy[pixel + channel] ?? 0) + change)));
  }
  return { data: noisy, width, height };
}

/** As a camera sees a sheet whose top and right edge are farther away. */
function tilted({ data, width, height }: Raw, { top, right }: { top: number; right: number }): Raw {
  const seen = Buffer.alloc(data.length, 60);
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const depth = 1 - (top * (height - y)) / height - (right * x) / width;
      const [fromX, fromY] = [Math.round(x / depth), Math.round(height - (height - y) / depth)];
      if (fromX >= width || fromY < 0 || fromY >= height) continue;
      data.copy(seen, (y * width + x) * 3, (fromY * width + fromX) * 3, (fromY * width + fromX) * 3 + 3);
    }
  return { data: seen, width, height };
}

/** The page as a scanner's JPEG. */
export async function scanned(page: Raw, harm: Harm = {}): Promise<Buffer> {
  let picture = await raw(opened(page).composite(drawnOver(page, { ...harm, shade: 0 })));
  if (harm.tilted) picture = tilted(picture, harm.tilted);
  if (harm.turned) picture = await raw(opened(picture).rotate(harm.turned, { background: '#e8e8e4' }));
  if (harm.border) {
    const { border } = harm;
    picture = await raw(
      opened(picture).extend({ left: border, top: border, bottom: 2, right: 3, background: '#080808' }),
    );
  }
  if (harm.shade) picture = await raw(opened(picture).composite(drawnOver(picture, { shade: harm.shade })));
  if (harm.blur) picture = await raw(opened(picture).blur(harm.blur));
  if (harm.noise) picture = withNoise(picture, harm.noise, harm.seed ?? 1);
  return opened(picture)
    .jpeg({ quality: harm.quality ?? 80 })
    .toBuffer();
}
