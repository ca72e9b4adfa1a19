import type { PDFDocumentProxy } from 'pdfjs-dist';

/** A PDF by its address in the workstation, or the bytes of one our printer made (handed over: the buffer is empty afterwards). */
export type PdfSource = { url: string } | { bytes: ArrayBuffer };

type Engine = Awaited<ReturnType<typeof startEngine>>;
let engine: Promise<Engine> | undefined;

async function startEngine() {
  const [pdfjs, { default: PdfWorker }] = await Promise.all([
    import('pdfjs-dist'),
    import('pdfjs-dist/build/pdf.worker.min.mjs?worker'),
  ]);
  return { pdfjs, worker: pdfjs.PDFWorker.create({ port: new PdfWorker() }) };
}

/** Loads pdf.js and its worker, once for the page; called early, the first PDF opens without a wait. */
export function warmPdfEngine(): Promise<Engine> {
  engine ??= startEngine();
  return engine;
}

/** Opens a PDF. Throws what `pdfFaultSentence` says in words. End it with `pdf.loadingTask.destroy()`. */
export async function openPdf(source: PdfSource): Promise<PDFDocumentProxy> {
  const { pdfjs, worker } = await warmPdfEngine();
  return pdfjs.getDocument({
    // Our printer embeds every font: drawn as outlines they need not go through the fonts of the page, which takes longer than a short paper.
    ...('url' in source ? { url: source.url } : { data: source.bytes, disableFontFace: true }),
    worker,
    cMapUrl: '/pdfjs/cmaps/',
    standardFontDataUrl: '/pdfjs/standard_fonts/',
    wasmUrl: '/pdfjs/wasm/',
    // Only what is looked at is read and decrypted.
    disableAutoFetch: true,
    verbosity: pdfjs.VerbosityLevel.ERRORS,
  }).promise;
}

export interface Drawing {
  /** The finished picture; undefined when it was given up or could not be drawn. */
  done: Promise<HTMLCanvasElement | undefined>;
  giveUp: () => void;
}

/** Draws page `number` (from 1) `width` CSS pixels wide onto a canvas of its own, so that the page on show never flickers. */
export function drawPage(pdf: PDFDocumentProxy, number: number, width: number): Drawing {
  let giveUp = (): void => undefined;
  let given = false;
  const draw = async (): Promise<HTMLCanvasElement | undefined> => {
    const page = await pdf.getPage(number);
    if (given) return undefined;
    const scale = width / page.getViewport({ scale: 1 }).width;
    const viewport = page.getViewport({ scale: scale * devicePixelRatio });
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(viewport.width);
    canvas.height = Math.round(viewport.height);
    const task = page.render({ canvas, viewport });
    giveUp = () => task.cancel();
    await task.promise;
    return canvas;
  };
  return {
    // A drawing that was given up, or whose document is gone, is no fault: a newer one follows.
    done: draw().catch(() => undefined),
    giveUp: () => {
      given = true;
      giveUp();
    },
  };
}

/** Why a PDF cannot be shown, in words; the names are those of pdf.js. */
export function pdfFaultSentence(fault: unknown): string {
  const name = fault instanceof Error ? fault.name : '';
  switch (name) {
    case 'PasswordException':
      return '这份 PDF 加了密码，不能在此显示。原件已照原样收存；请向提供人索取没有密码的版本，另作一件证据导入。';
    case 'InvalidPDFException':
      return '这份 PDF 的内容不完整或已损坏，不能显示。';
    case 'ResponseException':
      return '这份 PDF 没有取到，可能没有通过完整性核对。请在“监督—验证”中核对。';
    default:
      return '这份 PDF 暂时不能显示，请再试一次。';
  }
}
