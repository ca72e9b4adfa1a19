import type { TextLine } from '../../../shared/identity/text-line.ts';
import { open, type Picture } from '../scans/find-codes.ts';
import type { Size } from '../scans/geometry.ts';
import { turnedPicture } from '../scans/straighten.ts';
import { findLines, type LineBox } from './find-lines.ts';
import { type Models, models } from './models.ts';
import type { ReadPicture } from './read-outcome.ts';

/** Longest side in pixels: of what is read, and of what the detector looks at. More takes memory and reads no better. */
const longestRead = 2_000;
const longestLooked = 1_280;
/** The detector takes sides that are multiples of this. */
const step = 32;
const lineHeight = 48;
/** A line this wide holds some hundred characters; what is wider is no line. */
const widestLine = 3_200;
/** Lines tried to tell a picture on its head, and how well they read when it is not. */
const tried = 4;
const readsWell = 0.85;
/** A line read worse than this is a pattern or a seal. */
const leastScore = 0.5;
const jpegQuality = 80;

/** Mean and spread of the colours the models were taught with. */
const ofDetector = { mean: [0.485, 0.456, 0.406], spread: [0.229, 0.224, 0.225] };
const ofRecogniser = { mean: [0.5, 0.5, 0.5], spread: [0.5, 0.5, 0.5] };

/** Finds and reads the lines of a picture, turned to stand level. */
export async function readText(whole: Picture): Promise<ReadPicture> {
  const ready = await models();
  const picture = await resized(whole, fitting(whole, longestRead));
  const looked = fitting(picture, longestLooked, step);
  const seen = await ready.detect(planes(await resized(picture, looked), ofDetector), looked.width, looked.height);
  const { angle, boxes } = findLines({ data: seen, ...looked }, picture);
  const level = await turnedPicture(picture, -angle);
  if (!(await standsOnItsHead(ready, level, boxes))) return kept(level, await readLines(ready, level, boxes));
  const upright = await turnedPicture(level, 180);
  return kept(upright, await readLines(ready, upright, onItsHead(boxes, level)));
}

/** By its longest lines, which read worse as they are than the other way round. */
async function standsOnItsHead(ready: Models, picture: Picture, boxes: readonly LineBox[]): Promise<boolean> {
  const longest = boxes.toSorted((a, b) => b.width - a.width).slice(0, tried);
  const score = meanScore(await readLines(ready, picture, longest));
  if (score >= readsWell) return false;
  return meanScore(await readLines(ready, await turnedPicture(picture, 180), onItsHead(longest, picture))) > score;
}

const onItsHead = (boxes: readonly LineBox[], within: Size): LineBox[] =>
  boxes.map(({ x, y, width, height }) => ({
    x: Math.max(0, within.width - x - width),
    y: Math.max(0, within.height - y - height),
    width,
    height,
  }));

const meanScore = (lines: readonly TextLine[]): number =>
  lines.reduce((sum, { score }) => sum + score, 0) / Math.max(1, lines.length);

async function kept(picture: Picture, lines: TextLine[]): Promise<ReadPicture> {
  const { data, info } = await open(picture).jpeg({ quality: jpegQuality }).toBuffer({ resolveWithObject: true });
  const read = lines.filter(({ text, score }) => text.trim() !== '' && score >= leastScore);
  return { picture: new Uint8Array(data), width: info.width, height: info.height, lines: read };
}

/** The size with no side longer than `longest`, both multiples of `by`. */
function fitting({ width, height }: Size, longest: number, by = 1): Size {
  const factor = Math.min(1, longest / Math.max(width, height));
  const side = (length: number): number => Math.max(by, Math.round((length * factor) / by) * by);
  return { width: side(width), height: side(height) };
}

async function resized(picture: Picture, size: Size): Promise<Picture> {
  if (size.width === picture.width && size.height === picture.height) return picture;
  const data = await open(picture)
    .resize({ ...size, fit: 'fill' })
    .raw()
    .toBuffer();
  return { data, ...size };
}

/** The colours as the models take them: blue, green and red each by itself, around nought. */
function planes({ data, width, height }: Picture, { mean, spread }: typeof ofDetector): Float32Array {
  const size = width * height;
  const input = new Float32Array(3 * size);
  for (let plane = 0; plane < 3; plane += 1) {
    const [from, by] = [mean[plane] ?? 0, spread[plane] ?? 1];
    for (let place = 0; place < size; place += 1)
      input[plane * size + place] = ((data[place * 3 + 2 - plane] ?? 0) / 255 - from) / by;
  }
  return input;
}

async function readLines(ready: Models, picture: Picture, boxes: readonly LineBox[]): Promise<TextLine[]> {
  const lines: TextLine[] = [];
  for (const box of boxes) {
    const width = Math.min(widestLine, Math.max(lineHeight, Math.round((box.width * lineHeight) / box.height)));
    const data = await open(picture)
      .extract({ left: box.x, top: box.y, width: box.width, height: box.height })
      .resize({ width, height: lineHeight, fit: 'fill' })
      .raw()
      .toBuffer();
    const { likelihoods, places } = await ready.recognise(
      planes({ data, width, height: lineHeight }, ofRecogniser),
      width,
    );
    lines.push({ ...spelt(likelihoods, places, ready.symbols), ...box });
  }
  return lines;
}

/** The likeliest symbol of each place; a symbol that lasts over several places is one. */
function spelt(likelihoods: Float32Array, places: number, symbols: readonly string[]): { text: string; score: number } {
  let [text, sum, count, before] = ['', 0, 0, 0];
  for (let place = 0; place < places; place += 1) {
    const row = likelihoods.subarray(place * symbols.length, (place + 1) * symbols.length);
    let best = 0;
    for (let symbol = 1; symbol < row.length; symbol += 1) if ((row[symbol] ?? 0) > (row[best] ?? 0)) best = symbol;
    if (best !== 0 && best !== before) {
      text += symbols[best] ?? '';
      sum += row[best] ?? 0;
      count += 1;
    }
    before = best;
  }
  return { text, score: count === 0 ? 0 : sum / count };
}
