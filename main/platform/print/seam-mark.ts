import type { Fonts } from './fonts.ts';
import { mm } from './page.ts';
import { type PdfDocument, selectFont } from './pdfmake.ts';

/** Where the mark stands at the right edge of every page: at one height, clear of what printers cannot reach. */
const mark = { edge: mm(5.5), middle: 0.45, height: mm(42), tick: mm(3) };
const wordsSize = 6.5;
const colour = '#444444';

/**
 * 骑缝章: two corners at the right edge of every page of a paper of several, at one height, so that the sheets fanned out take one seal
 * across them; with the page, so that a sheet that was taken out is missed.
 */
export function drawSeamMark(document: PdfDocument, fonts: Fonts, pages: number): void {
  let page = 0;
  document.on('pageAdded', () => {
    page += 1;
    const { width, height } = document.page;
    const right = width - mark.edge;
    const top = height * mark.middle - mark.height / 2;
    document.save();
    for (const [y, inward] of [
      [top, 1],
      [top + mark.height, -1],
    ] as const)
      document
        .moveTo(right - mark.tick, y)
        .lineTo(right, y)
        .lineTo(right, y + inward * mark.tick);
    document.lineWidth(0.4).stroke(colour);
    selectFont(document, fonts.embed(document, 'hei'));
    document.fontSize(wordsSize).fillColor(colour);
    for (const [line, character] of [...'骑缝章', `${page}/${pages}`].entries())
      document.text(character, right - mark.tick - 6, height * mark.middle - 2 * wordsSize + line * (wordsSize + 2), {
        lineBreak: false,
      });
    document.restore();
  });
}
