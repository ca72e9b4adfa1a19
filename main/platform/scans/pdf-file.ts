import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { type PDFiumDocument, PDFiumLibrary } from '@hyzyla/pdfium';
import sharp from 'sharp';
import type { Picture } from './find-codes.ts';
import { bounded } from './picture-file.ts';
import { UnreadableScan } from './scan-page.ts';

/** What scanners of offices are set to, and the least that may be archived (DA/T 31). */
const dpi = 200;

let library: Promise<PDFiumLibrary> | undefined;

async function loaded(): Promise<PDFiumLibrary> {
  library ??= readFile(fileURLToPath(import.meta.resolve('@hyzyla/pdfium/pdfium.wasm'))).then((bytes) =>
    PDFiumLibrary.init({ wasmBinary: bytes.buffer as ArrayBuffer }),
  );
  return library;
}

/** Opens a document for `work`. What PDFium stumbles over is a fault of the file; it is loaded anew after that, since it may have stopped midway. */
async function withDocument<Result>(
  bytes: Uint8Array,
  work: (document: PDFiumDocument) => Promise<Result>,
): Promise<Result> {
  try {
    const document = await (await loaded()).loadDocument(bytes);
    const result = await work(document);
    document.destroy();
    return result;
  } catch (error) {
    library = undefined;
    if (error instanceof UnreadableScan) throw error;
    throw new UnreadableScan(/password/i.test(String(error)) ? 'encrypted' : 'damaged', error);
  }
}

export const pdfPageCount = (bytes: Uint8Array): Promise<number> =>
  withDocument(bytes, async (document) => document.getPageCount());

/** The words a PDF carries, from its first page on: at most `most` characters; none of a scan. */
export const pdfWords = (bytes: Uint8Array, most: number): Promise<string> =>
  withDocument(bytes, async (document) => {
    let words = '';
    for (const page of document.pages()) {
      if (words.length >= most) break;
      words += `${page.getText()}\n`;
    }
    return words.slice(0, most);
  });

export const pdfPicture = (bytes: Uint8Array, index: number): Promise<Picture> =>
  withDocument(bytes, async (document) => {
    const page = document.getPage(index);
    const { originalWidth, originalHeight } = page.getOriginalSize();
    if (!(originalWidth > 0 && originalHeight > 0)) throw new UnreadableScan('damaged');
    const size = bounded({ width: (originalWidth * dpi) / 72, height: (originalHeight * dpi) / 72 });
    const { data } = await page.render({ ...size, scale: 1, render: 'bitmap' });
    const flat = await sharp(data, { raw: { ...size, channels: 4 } })
      .removeAlpha()
      .raw()
      .toBuffer();
    return { data: flat, ...size };
  });
