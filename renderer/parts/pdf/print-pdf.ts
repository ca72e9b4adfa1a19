import { drawPage, openPdf, type PdfSource } from './pdf-engine.ts';
import type { LetterKind } from '../../../shared/procedure/mailing.ts';
import '../../ui/theme/print.css';

/** 300 dots per inch across an A4 page: what office printers resolve. */
const A4_DOTS_WIDE = 2480;

/** A PDF to be printed: so many copies, of these pages (from 1), or where none are named of all. */
export interface SheetsToPrint {
  source: PdfSource;
  copies: number;
  pages: readonly number[];
}

export interface HowToPrint {
  bothSides?: boolean;
  /** What lies in the printer (theme/print.css). */
  medium?: 'A4' | LetterKind;
  /** Prints what is laid out; the window's own dialog unless something else does. */
  print?: () => unknown;
}

/**
 * Sends PDFs to the printer through the window; resolves when they are printed, or the dialog is closed. The pages are printed as pictures,
 * because the content policy lets no PDF viewer into the page. For both sides of the paper a copy of an odd number of pages is followed by
 * an empty one, so that the next begins on a sheet of its own.
 */
export async function printPdfs(
  all: readonly SheetsToPrint[],
  { bothSides = false, medium = 'A4', print = () => window.print() }: HowToPrint = {},
): Promise<void> {
  const sheets = document.createElement('div');
  sheets.className = 'print-sheets';
  sheets.dataset['medium'] = medium;
  for (const { source, copies, pages } of all) {
    const pictures = await picturesOf(source, pages);
    for (let copy = 0; copy < copies; copy += 1) {
      sheets.append(...pictures.map((picture) => picture.cloneNode()));
      if (bothSides && pictures.length % 2 === 1) sheets.append(emptySheet());
    }
  }
  document.body.append(sheets);
  const addresses = new Set([...sheets.querySelectorAll('img')].map(({ src }) => src));
  try {
    await Promise.all([...sheets.querySelectorAll('img')].map((picture) => picture.decode()));
    await print();
  } finally {
    for (const address of addresses) URL.revokeObjectURL(address);
    sheets.remove();
  }
}

export const printPdf = (source: PdfSource): Promise<void> => printPdfs([{ source, copies: 1, pages: [] }]);

function emptySheet(): HTMLElement {
  const empty = document.createElement('div');
  empty.className = 'empty-sheet';
  return empty;
}

async function picturesOf(source: PdfSource, pages: readonly number[]): Promise<HTMLImageElement[]> {
  const pdf = await openPdf(source);
  const pictures: HTMLImageElement[] = [];
  try {
    const wanted = pages.length === 0 ? Array.from({ length: pdf.numPages }, (_, index) => index + 1) : pages;
    for (const number of wanted) {
      const canvas = await drawPage(pdf, number, A4_DOTS_WIDE / devicePixelRatio).done;
      if (canvas === undefined) throw new Error(`page ${number} could not be drawn`);
      pictures.push(await pictureOf(canvas));
    }
  } finally {
    await pdf.loadingTask.destroy();
  }
  return pictures;
}

async function pictureOf(canvas: HTMLCanvasElement): Promise<HTMLImageElement> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  if (blob === null) throw new Error('the picture of a page could not be made');
  const picture = new Image();
  picture.src = URL.createObjectURL(blob);
  await picture.decode();
  return picture;
}
