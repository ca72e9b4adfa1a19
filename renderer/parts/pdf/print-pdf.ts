import { drawPage, openPdf, type PdfSource } from './pdf-engine.ts';
import '../../ui/theme/print.css';

/** 300 dots per inch across an A4 page: what office printers resolve. */
const A4_DOTS_WIDE = 2480;

/**
 * Sends a PDF to the printer through the window's own print dialog; resolves when the dialog is closed.
 * The pages are printed as pictures, because the content policy lets no PDF viewer into the page.
 */
export async function printPdf(source: PdfSource): Promise<void> {
  const sheets = await drawSheets(source);
  document.body.append(sheets);
  try {
    window.print();
  } finally {
    for (const picture of sheets.querySelectorAll('img')) URL.revokeObjectURL(picture.src);
    sheets.remove();
  }
}

async function drawSheets(source: PdfSource): Promise<HTMLElement> {
  const pdf = await openPdf(source);
  const sheets = document.createElement('div');
  sheets.className = 'print-sheets';
  try {
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const canvas = await drawPage(pdf, number, A4_DOTS_WIDE / devicePixelRatio).done;
      if (canvas === undefined) throw new Error(`page ${number} could not be drawn`);
      sheets.append(await pictureOf(canvas));
    }
  } finally {
    await pdf.loadingTask.destroy();
  }
  return sheets;
}

async function pictureOf(canvas: HTMLCanvasElement): Promise<HTMLImageElement> {
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve));
  if (blob === null) throw new Error('the picture of a page could not be made');
  const picture = new Image();
  picture.src = URL.createObjectURL(blob);
  await picture.decode();
  return picture;
}
