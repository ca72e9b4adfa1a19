import type { Content, ContentText, CustomTableLayout } from 'pdfmake/interfaces';
import type { SignPlace } from '../../../shared/template/sign-place.ts';
import { withStandardDots } from '../../../shared/chinese/name-form.ts';
import { seenText } from '../../../shared/typed-text.ts';
import { join } from './bytes.ts';
import { MissingGlyph } from './faults.ts';
import { fieldBoxes, writeBoxes } from './field-boxes.ts';
import type { FieldPlace, Placed } from './field-place.ts';
import type { FaceName, Family, Fonts } from './fonts.ts';
import { codesOf, drawCodes } from './page-codes.ts';
import { drawSeamMark } from './seam-mark.ts';
import { signPlaces } from './sign-places.ts';
import {
  LayoutBuilder,
  PdfDocument,
  Renderer,
  selectFont,
  type LaidOutPage,
  type PageDecoration,
  type PageItem,
} from './pdfmake.ts';
import { a4, type Margins } from './page.ts';

/** A finished PDF. */
export interface Printed {
  pdf: Uint8Array;
  pages: number;
  /** The empty places to sign, where one paper was laid out. */
  places?: SignPlace[];
}

/** Everything about a printed paper but its text. */
export interface Composition {
  title: string;
  /** Who issues it: the author in the file's properties. */
  author: string;
  /** The day in the file's properties, `YYYY-MM-DD`; fixed by the paper, so that equal input gives equal bytes. */
  date: string;
  margins: Margins;
  landscape?: boolean;
  /** Another sheet than A4, in points: an envelope. */
  sheet?: { width: number; height: number };
  /** Type size in points and line pitch in points. */
  size: number;
  pitch: number;
  header?: PageDecoration;
  footer?: PageDecoration;
  /** Large light word behind the text of every page. */
  watermark?: string;
  /** For the screen: every field has its box (field-boxes.ts). */
  boxes?: boolean;
  /** Printed to be signed: every page has the codes of this print in its foot (page-codes.ts). */
  printId?: string;
  /** Pages of a paper of several bear the mark for the seal across them (seam-mark.ts). */
  seam?: boolean;
  content: Content;
}

/** Makes text for a composition; remembers what no font can draw. */
export interface Typesetter {
  /** Text of one family as pdfmake content. */
  set(text: string, family?: Family, style?: TextStyle): ContentText;
  missing: Set<string>;
}
export interface TextStyle {
  fontSize?: number;
  lineHeight?: number;
  alignment?: 'left' | 'right' | 'center' | 'justify';
  color?: string;
  margin?: [number, number, number, number];
  leadingIndent?: number;
  noWrap?: boolean;
  link?: string;
  /** The field that the whole text says, or names. */
  field?: Pick<FieldPlace, 'key' | 'as'>;
  /** The stretches of it that say fields, where there are several. */
  places?: readonly FieldPlace[];
}

/** Typed text as it goes to the page: nothing that would print as a box or in another font, names with the dot of the standard. Line breaks stay. */
export const printable = (text: string): string => withStandardDots(seenText(text)).replaceAll('\t', '　');

/** A box to tick and its words stay on one line (`noNewLine` ties the box to them); of words longer than a narrow cell only the first stay with it. */
const tick = /([☐☑][^　\n]{0,11}(?![^　\n])|[☐☑][^　\n]{0,2})/u;
const isKept = (part: string): boolean => /^[☐☑]/.test(part);

/** `placesIn` says which stretches of a text say fields. */
export function createTypesetter(fonts: Fonts, placesIn: (text: string) => FieldPlace[] = () => []): Typesetter {
  const missing = new Set<string>();
  const set = (
    text: string,
    family: Family = 'body',
    { field, places: given, ...style }: TextStyle = {},
  ): ContentText => {
    const printed = printable(text);
    const runs = printed
      .split(tick)
      .flatMap((part) =>
        fonts
          .runs(part, family, missing)
          .map((run, index) => (isKept(part) ? { ...run, noWrap: true, noNewLine: index === 0 } : run)),
      );
    const places =
      given ?? (field === undefined ? placesIn(printed) : [{ ...field, from: 0, to: Number.POSITIVE_INFINITY }]);
    place(runs, places);
    const [only] = runs;
    // What a run carries reaches its pieces only where it stands inside a text.
    return runs.length === 1 && only && places.length === 0 ? { ...only, ...style } : { text: runs, ...style };
  };
  return { set, missing };
}

/** Every run of a text that says fields is told where it stands in it. */
function place(runs: { text: string }[], places: readonly FieldPlace[]): void {
  if (places.length === 0) return;
  let begin = 0;
  for (const run of runs) {
    Object.assign(run, { placed: { places, begin } satisfies Placed });
    begin += run.text.length;
  }
}

/** Hairlines in the weight of printed Chinese forms. */
const lineWidth = 0.75;
/** Cells between lines. Leading lies under the letters; the uneven padding brings a line to the middle of its cell. */
const ruled = (top: number, bottom: number): CustomTableLayout => ({
  hLineWidth: () => lineWidth,
  vLineWidth: () => lineWidth,
  paddingLeft: () => 5,
  paddingRight: () => 5,
  paddingTop: () => top,
  paddingBottom: () => bottom,
});
/** Facts on a line to write on. */
const lined = (top: number): CustomTableLayout => ({
  hLineWidth: () => 0.6,
  vLineWidth: () => 0,
  paddingLeft: () => 0,
  paddingRight: () => 2,
  paddingTop: () => top,
  paddingBottom: () => 1,
});
const tableLayouts: Record<string, CustomTableLayout> = {
  form: ruled(6, 2.5),
  'form-1': ruled(4.5, 1.5),
  'form-2': ruled(3.5, 1),
  lines: lined(7),
  'lines-1': lined(5),
  'lines-2': lined(4),
  plain: {
    hLineWidth: () => 0,
    vLineWidth: () => 0,
    paddingLeft: () => 0,
    paddingRight: () => 0,
    paddingTop: () => 0,
    paddingBottom: () => 0,
  },
};

/** How close a paper is set: 0 as the standard has it, 1 and 2 closer, which may save a page (特定情况可以作适当调整, GB/T 9704-2012 5.2.3). */
export type Density = 0 | 1 | 2;

/** The name of a table layout at a density. */
export const layoutAt = (name: 'form' | 'lines', density: Density): string =>
  density === 0 ? name : `${name}-${density}`;

function drawWatermark(document: PdfDocument, fonts: Fonts, word: string): void {
  const { width, height } = document.page;
  const size = width / (word.length + 1);
  document.save();
  document.rotate(-35, { origin: [width / 2, height / 2] });
  selectFont(document, fonts.embed(document, 'hei'));
  document
    .fontSize(size)
    .fillColor('#ececec')
    .text(word, (width - size * word.length) / 2, (height - size) / 2, { lineBreak: false });
  document.restore();
}

/** A page description that embeds only what the printer gave it: no file and no address can be read from inside it. */
function openDocument(composition: Composition, fonts: Fonts): PdfDocument {
  const date = new Date(`${composition.date}T00:00:00+08:00`);
  const document = new PdfDocument(
    {},
    {},
    {},
    {},
    {
      pdfVersion: '1.4',
      subset: composition.watermark || composition.boxes ? undefined : 'PDF/A-1b',
      lang: 'zh-CN',
      autoFirstPage: false,
      font: null,
      // The page on the screen goes no further than this machine and is made anew with every letter.
      compress: !composition.boxes,
      info: {
        Title: composition.title,
        Author: composition.author,
        Creator: '案卷工作站',
        Producer: '案卷工作站',
        CreationDate: date,
        ModDate: date,
      },
    },
  );
  Object.assign(document, { provideFont: (face: FaceName) => fonts.embed(document, face) });
  const { watermark } = composition;
  if (watermark) document.on('pageAdded', () => drawWatermark(document, fonts, watermark));
  return document;
}

/** Widest space between characters of a filled line, in parts of their size; a line that needs more ends short. */
const widestGap = 0.16;

/** A long number that does not fit starts the next line; without this the line before it would be pulled apart. */
function relaxLines(pages: LaidOutPage[]): void {
  for (const { item } of pages.flatMap((page) => page.items)) {
    const shift = item?.inlines?.[1]?.justifyShift ?? 0;
    if (shift <= widestGap * (item?.inlines?.[1]?.fontSize ?? 0)) continue;
    item?.inlines?.forEach((inline, index) => Object.assign(inline, { x: inline.x - index * shift, justifyShift: 0 }));
  }
}

/**
 * pdfmake 0.3.11 moves the text of a vertically centred cell to the next page but leaves the start of its shift behind,
 * so the page after it is drawn outside the sheet. Shifts that do not begin and end on one page are dropped.
 */
function dropTornShifts(pages: LaidOutPage[]): void {
  for (const page of pages) {
    const begun: PageItem[] = [];
    const torn: PageItem[] = [];
    for (const entry of page.items) {
      if (entry.type === 'beginVerticalAlignment') begun.push(entry);
      if (entry.type === 'endVerticalAlignment' && !begun.pop()) torn.push(entry);
    }
    for (const { item } of [...torn, ...begun]) if (item) item.isCellContentMultiPage = true;
  }
}

/** A layout uses up the content it is given, so every attempt gets content of its own. */
function layOut(composition: Composition, document: PdfDocument): LaidOutPage[] {
  const size = composition.sheet ?? (composition.landscape ? { width: a4.height, height: a4.width } : a4);
  const layout = new LayoutBuilder(
    { ...size, orientation: size.width > size.height ? 'landscape' : 'portrait' },
    composition.margins,
    {},
  );
  layout.registerTableLayouts(tableLayouts);
  const style = { font: 'song', fontSize: composition.size, lineHeight: composition.pitch / composition.size };
  const pages = layout.layoutDocument(
    composition.content,
    document,
    {},
    style,
    null,
    composition.header ?? null,
    composition.footer ?? null,
    null,
    null,
  );
  relaxLines(pages);
  dropTornShifts(pages);
  return pages;
}

/** A paper of more pages than these is not set closer, a page less is no gain there; but for a last page with less on it than this part. */
const mostFitted = 4;
const leastOnLast = 0.2;

/** Whether there is next to nothing on a page between its margins. */
function isAlmostEmpty(page: LaidOutPage | undefined, { margins }: Composition): boolean {
  if (!page) return false;
  const room = page.pageSize.height - margins.top - margins.bottom;
  const lowest = Math.max(0, ...page.items.map(({ item }) => (item?.y ?? 0) - margins.top).filter((y) => y < room));
  return lowest < room * leastOnLast;
}

/** The pages as the standard has them, or closer where that saves a page: a few lines alone on a last page look like a mistake. */
function fitted(
  loose: Composition,
  compositionAt: (density: Density) => Composition,
  document: PdfDocument,
): LaidOutPage[] {
  const open = layOut(loose, document);
  if (open.length === 1 || (open.length > mostFitted && !isAlmostEmpty(open.at(-1), loose))) return open;
  const closest = layOut(compositionAt(2), document);
  if (closest.length === open.length) return open;
  const closer = layOut(compositionAt(1), document);
  return closer.length === closest.length ? closer : closest;
}

/**
 * Lays out and writes one PDF. Equal input gives equal bytes.
 * @throws MissingGlyph naming every character of the paper no font has
 */
export function compose(composition: Composition, setter: Typesetter, fonts: Fonts): Promise<Printed> {
  return write(composition, setter, fonts, (document) => layOut(composition, document));
}

/** Like `compose`, by the density that needs the fewest pages; of equal ones the most open. */
export function composeFitting(
  compositionAt: (density: Density) => Composition,
  setter: Typesetter,
  fonts: Fonts,
): Promise<Printed> {
  const loose = compositionAt(0);
  return write(loose, setter, fonts, (document) => fitted(loose, compositionAt, document));
}

async function write(
  composition: Composition,
  setter: Typesetter,
  fonts: Fonts,
  pagesOf: (document: PdfDocument) => LaidOutPage[],
): Promise<Printed> {
  if (setter.missing.size > 0) throw new MissingGlyph([...setter.missing]);
  const document = openDocument(composition, fonts);
  const pages = pagesOf(document);
  // Headers and footers are set while the pages are laid out, so what they lack is known only now.
  if (setter.missing.size > 0) throw new MissingGlyph([...setter.missing]);
  const chunks: Uint8Array[] = [];
  const done = new Promise<void>((resolve, reject) => {
    document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    document.once('end', resolve);
    document.once('error', reject);
  });
  if (composition.boxes) writeBoxes(document, fieldBoxes(pages));
  if (composition.printId !== undefined)
    drawCodes(document, fonts, composition.printId, await codesOf(composition.printId, pages.length));
  if (composition.seam && pages.length > 1) drawSeamMark(document, fonts, pages.length);
  new Renderer(document).renderPages(pages);
  document.end();
  await done;
  return { pdf: join(chunks), pages: pages.length, places: signPlaces(pages) };
}
