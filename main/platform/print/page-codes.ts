import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { prepareZXingModule, writeBarcode } from 'zxing-wasm/writer';
import { payloadOf, type PageCode, spokenCode } from '../../../shared/identity/page-code.ts';
import { codePlace } from './code-place.ts';
import type { Fonts } from './fonts.ts';
import { type PdfDocument, selectFont } from './pdfmake.ts';

/** A square of dark and light modules, row by row from its upper left; true is dark. */
export interface Symbol {
  side: number;
  dark: boolean[];
}
/** Both codes of one page. */
export type CodesOfPage = Record<PageCode['corner'], Symbol>;

const spokenSize = 6.5;
const spokenColour = '#444444';

let ready: Promise<unknown> | undefined;

/** The writer would fetch its program from the network; it is given the one that lies beside it. */
async function prepared(): Promise<void> {
  ready ??= readFile(fileURLToPath(import.meta.resolve('zxing-wasm/writer/zxing_writer.wasm'))).then((bytes) =>
    prepareZXingModule({ overrides: { wasmBinary: bytes.buffer as ArrayBuffer }, fireImmediately: true }),
  );
  await ready;
}

async function symbolOf(code: PageCode): Promise<Symbol> {
  const { symbol, error } = await writeBarcode(payloadOf(code), { format: 'DataMatrix', options: 'forceSquare' });
  if (symbol === undefined || symbol === null) throw new Error(`no code for ${payloadOf(code)}: ${error}`);
  return { side: symbol.width, dark: Array.from(symbol.data, (level) => level === 0) };
}

/** The codes of every page of a print (ECC 200, 16 × 16 modules). */
export async function codesOf(printId: string, pages: number): Promise<CodesOfPage[]> {
  await prepared();
  return Promise.all(
    Array.from({ length: pages }, async (_, index) => ({
      left: await symbolOf({ printId, page: index + 1, corner: 'left' }),
      right: await symbolOf({ printId, page: index + 1, corner: 'right' }),
    })),
  );
}

/** Draws both codes into the foot of every page as it is begun, and beside the left one what it says. */
export function drawCodes(document: PdfDocument, fonts: Fonts, printId: string, codes: readonly CodesOfPage[]): void {
  let page = 0;
  document.on('pageAdded', () => {
    const { width, height } = document.page;
    const top = height - codePlace.bottom - codePlace.side;
    const both = codes[page];
    page += 1;
    if (both === undefined) return;
    document.save();
    drawSymbol(document, both.left, codePlace.left, top);
    drawSymbol(document, both.right, width - codePlace.right - codePlace.side, top);
    selectFont(document, fonts.embed(document, 'hei'));
    document
      .fontSize(spokenSize)
      .fillColor(spokenColour)
      .text(
        spokenCode(printId, page, codes.length),
        codePlace.left + codePlace.side + 4,
        top + codePlace.side - spokenSize - 1,
        { lineBreak: false },
      );
    document.restore();
  });
}

/** One rectangle for each run of dark modules in a row. */
function drawSymbol(document: PdfDocument, { side, dark }: Symbol, left: number, top: number): void {
  const module = codePlace.side / side;
  for (let row = 0; row < side; row += 1)
    for (const { from, to } of darkRuns(dark.slice(row * side, (row + 1) * side)))
      document.rect(left + from * module, top + row * module, (to - from) * module, module);
  document.fill('#000000');
}

function darkRuns(row: readonly boolean[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  for (const [column, isDark] of row.entries()) {
    const last = runs.at(-1);
    if (isDark && last?.to === column) last.to = column + 1;
    else if (isDark) runs.push({ from: column, to: column + 1 });
  }
  return runs;
}
