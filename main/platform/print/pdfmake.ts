import { createRequire } from 'node:module';
import type { CustomFontEmbedder } from '@cantoo/pdf-lib';
import type { Content, CustomTableLayout } from 'pdfmake/interfaces';
import type { Placed } from './field-place.ts';

/**
 * The parts of pdfmake 0.3.11 and pdfkit the printer is built from. They are taken one by one because pdfmake's own entry is a
 * singleton that resolves URLs, cannot share parsed fonts between documents and does not tell the page count.
 * The version is pinned exactly; test/main/print/compose.test.ts breaks when these parts change.
 */
const load = createRequire(import.meta.url);

/** A font as fontkit parsed it; costly to make, free to share. */
export type ParsedFont = CustomFontEmbedder['font'] & {
  hasGlyphForCodePoint(codePoint: number): boolean;
  'OS/2'?: { fsType?: { noEmbedding?: boolean } };
};

/** A font as one PDF document embeds it: a subset of a parsed font. Metrics are in 1/1000 em. */
export interface EmbeddedFont {
  font: ParsedFont;
  ascender: number;
  descender: number;
  lineGap: number;
  layoutCache: Record<string, unknown>;
  widthOfString(text: string, size: number): number;
}
export type EmbeddedFontConstructor = new (document: PdfDocument, font: ParsedFont, id: string) => EmbeddedFont;

/** pdfkit's document with pdfmake's additions. */
export interface PdfDocument extends PDFKit.PDFDocument {
  _font: EmbeddedFont;
  _fontFamilies: Record<string, EmbeddedFont>;
}
type PdfDocumentConstructor = new (
  fonts: object,
  images: object,
  patterns: object,
  attachments: object,
  options: object,
) => PdfDocument;

/** A piece of a line; `justifyShift` is the space put before it to fill the line. */
export interface Inline {
  x: number;
  width: number;
  text: string;
  fontSize: number;
  placed?: Placed;
  justifyShift?: number;
}
/** What stands on a page; `isCellContentMultiPage` tells the renderer to leave a cell at its top. */
export interface PageItem {
  type: string;
  item?: {
    x?: number;
    y?: number;
    isCellContentMultiPage?: boolean;
    verticalAlignment?: string;
    inlines?: Inline[];
    getHeight?: () => number;
    getNodeHeight?: () => number;
    getViewHeight?: () => number;
  };
}
/** A page as the layout leaves it. */
export interface LaidOutPage {
  pageSize: { width: number; height: number };
  items: PageItem[];
}

export interface PageDecoration {
  (page: number, pages: number, size: { width: number; height: number }): Content | null;
}

export interface Layout {
  registerTableLayouts(layouts: Record<string, CustomTableLayout>): void;
  layoutDocument(
    content: Content,
    document: PdfDocument,
    styles: object,
    defaultStyle: object,
    background: null,
    header: PageDecoration | null,
    footer: PageDecoration | null,
    watermark: null,
    pageBreakBefore: null,
  ): LaidOutPage[];
}
interface Size {
  width: number;
  height: number;
}
interface Margins {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

const part = <T>(path: string): T => (load(path) as { default: T }).default;

export const PdfDocument = part<PdfDocumentConstructor>('pdfmake/js/PDFDocument.js');
export const LayoutBuilder =
  part<new (size: Size & { orientation: string }, margins: Margins, svg: object) => Layout>(
    'pdfmake/js/LayoutBuilder.js',
  );
export const Renderer =
  part<new (document: PdfDocument) => { renderPages(pages: LaidOutPage[]): void }>('pdfmake/js/Renderer.js');

/** A font file as it was parsed, and pdfkit's class for embedding it, which pdfkit keeps to itself. */
export interface FontFile {
  font: ParsedFont;
  Embedded: EmbeddedFontConstructor;
}

/** Parses a TrueType or OpenType file by way of a scratch document. Throws where the file is missing or no font. */
export function parseFont(file: string): FontFile {
  const scratch = new PdfDocument({}, {}, {}, {}, { font: null, autoFirstPage: false });
  scratch.font(file);
  const embedded = scratch['_font'];
  return { font: embedded.font, Embedded: embedded.constructor as EmbeddedFontConstructor };
}

/** The fonts a document writes at its end, by name. */
export const embeddedFonts = (document: PdfDocument): Record<string, EmbeddedFont> => document['_fontFamilies'];

/** Makes a font the one the next text is drawn in. */
export function selectFont(document: PdfDocument, font: EmbeddedFont): void {
  document['_font'] = font;
}
