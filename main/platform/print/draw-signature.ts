import { CustomFontSubsetEmbedder, PDFDocument, PDFName, type PDFPage } from '@cantoo/pdf-lib';
import { type Ink, inkBounds, type InkPoint, type SignPlace } from '../../../shared/template/sign-place.ts';
import type { Printed } from './compose.ts';
import type { Fonts } from './fonts.ts';

/** Somebody has signed on a screen (屏上签名): what is drawn into the sheets. */
export interface SignOrder {
  pdf: Uint8Array;
  /** Where that person signs: one place, or one on every page. */
  places: SignPlace[];
  ink: Ink;
  /** Written into the room for the day. */
  day: string;
  /** How many signed before, so that each brings a font of its own. */
  nth: number;
}

/** A signature may rise this far above its line, in points; lines written by hand stand 8 mm apart (blank.ts). */
const rise = 8;
/** Characters of the room for a day, which tell the size of type on its line: ＿＿＿年＿＿月＿＿日. */
const dayCharacters = 10;
/** Part of the size of type that lies above the base of a line (fonts.ts). */
const ascent = 0.88;
const defaultSize = 12;
/** Width of a stroke in points, by pressure. */
const thinnest = 0.5;
const thicker = 1.2;

const figure = (value: number): string => String(Number(value.toFixed(2)));

/** Draws a signature and its day into their places; the sheets stay what they are otherwise. Equal input gives equal bytes. */
export async function drawSignature({ pdf, places, ink, day, nth }: SignOrder, fonts: Fonts): Promise<Printed> {
  const document = await PDFDocument.load(pdf, { updateMetadata: false });
  const { context } = document;
  const parsed = fonts.parsed('song');
  const font = await CustomFontSubsetEmbedder.for({ create: () => parsed }, new Uint8Array());
  const fontRef = context.nextRef();
  const fontName = PDFName.of(`Signed${nth}`);
  const text = font.encodeText(day).toString();
  for (const place of places) {
    const page = document.getPages()[place.page];
    if (page === undefined) continue;
    const size = sizeAt(place);
    const width = font.widthOfTextAtSize(day, size);
    append(page, fontName, fontRef, [
      ...dayOperators(place, page.getHeight(), { size, width, font: fontName.decodeText(), text }),
      ...inkOperators(ink, place, { size, pageHeight: page.getHeight() }),
    ]);
  }
  await font.embedIntoContext(context, fontRef);
  const saved = await document.save({ addDefaultPage: false, updateFieldAppearances: false });
  return { pdf: saved, pages: document.getPageCount() };
}

const sizeAt = ({ day }: SignPlace): number => (day === null ? defaultSize : day.width / dayCharacters);

function append(
  { node, doc: { context } }: PDFPage,
  font: PDFName,
  ref: ReturnType<typeof context.nextRef>,
  drawn: string[],
): void {
  const [save, restore] = ['q\n', '\nQ\n'].map((operators) => context.register(context.stream(operators)));
  node.normalize();
  node.setFontDictionary(font, ref);
  // What a page leaves turned or coloured would turn the signature too.
  if (save !== undefined && restore !== undefined) node.wrapContentStreams(save, restore);
  node.addContentStream(context.register(context.stream(`q ${drawn.join(' ')} Q`)));
}

/** The day over the low lines it would be written on, which are wiped out. */
function dayOperators(
  { day }: SignPlace,
  pageHeight: number,
  { size, width, font, text }: { size: number; width: number; font: string; text: string },
): string[] {
  if (day === null) return [];
  const base = pageHeight - day.y - size * ascent;
  // A little wider: the ends of the lines stand out of their characters.
  const wiped = [day.x - 1, base - size * 0.25, day.width + 2, size * 1.2].map(figure).join(' ');
  const from = figure(day.x + Math.max(0, day.width - width) / 2);
  return [`1 g ${wiped} re f 0 g BT /${font} ${figure(size)} Tf 1 0 0 1 ${from} ${figure(base)} Tm ${text} Tj ET`];
}

/** The strokes, as large as the room for the name lets them be, standing on its line. */
function inkOperators(
  ink: Ink,
  { name }: SignPlace,
  { size, pageHeight }: { size: number; pageHeight: number },
): string[] {
  const bounds = inkBounds(ink);
  const room = { width: name.width, height: size + rise };
  const scale = Math.min(room.width / Math.max(bounds.width, 1), room.height / Math.max(bounds.height, 1));
  const left = name.x + (room.width - bounds.width * scale) / 2;
  const bottom = pageHeight - name.y - size * 1.05;
  const at = ([x, y]: InkPoint): string =>
    `${figure(left + (x - bounds.x) * scale)} ${figure(bottom + (bounds.y + bounds.height - y) * scale)}`;
  return ['1 J 1 j 0 G', ...ink.strokes.flatMap((stroke) => strokeOperators(stroke, at))];
}

/** One line for each run of points that were pressed alike. */
function strokeOperators(stroke: readonly InkPoint[], at: (point: InkPoint) => string): string[] {
  const [first] = stroke;
  if (first === undefined) return [];
  const operators: string[] = [];
  let [before, width] = [first, ''];
  for (const point of stroke.length === 1 ? [first] : stroke.slice(1)) {
    const wide = (thinnest + thicker * point[2]).toFixed(1);
    if (wide !== width) operators.push(`${width === '' ? '' : 'S '}${wide} w ${at(before)} m`);
    operators.push(`${at(point)} l`);
    [before, width] = [point, wide];
  }
  return [...operators, 'S'];
}
