import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { PDFiumLibrary, type PDFiumPageRenderOptions } from '@hyzyla/pdfium';
import sharp from 'sharp';
import { beforeAll, describe, expect, it } from 'vitest';
import { prepareZXingModule, readBarcodes } from 'zxing-wasm/reader';
import type { Fonts } from '../../../../main/platform/print/fonts.ts';
import { printPaper } from '../../../../main/platform/print/paper.ts';
import { createTexts } from '../../../../main/platform/print/text.ts';
import { pageCodeOf } from '../../../../shared/identity/page-code.ts';
import { jobs } from './sample-jobs.ts';
import { check, shippedFonts, textOf } from './support.ts';

const dpi = 150;
let fonts: Fonts;

beforeAll(() => {
  fonts = shippedFonts();
  const program = readFileSync(fileURLToPath(import.meta.resolve('zxing-wasm/reader/zxing_reader.wasm')));
  prepareZXingModule({ overrides: { wasmBinary: program.buffer } });
});

/** Each page as a picture. */
async function pagesOf(pdf: Uint8Array): Promise<Buffer[]> {
  const library = await PDFiumLibrary.init();
  const document = await library.loadDocument(pdf);
  const pages: Buffer[] = [];
  const render = ({ data, width, height }: PDFiumPageRenderOptions): Promise<Buffer> =>
    sharp(data, { raw: { width, height, channels: 4 } })
      .flatten({ background: '#ffffff' })
      .png()
      .toBuffer();
  for (const page of document.pages()) pages.push(Buffer.from((await page.render({ scale: dpi / 72, render })).data));
  document.destroy();
  library.destroy();
  return pages;
}

describe.each(Object.entries(jobs).map(([name, job]) => [name, job()] as const))(
  'a %s printed to be signed',
  (name, job) => {
    it('has both codes of each page in its foot, and says them', async () => {
      const printId = 'D8F031K7';
      const printed = await printPaper({ ...job, state: 'issued', printId }, fonts, createTexts());
      check(printed.pdf);
      for (const [index, picture] of (await pagesOf(printed.pdf)).entries()) {
        if (process.env['LOOK']) writeFileSync(`${process.env['LOOK']}/${name}-${index + 1}.png`, picture);
        const codes = (await readBarcodes(picture, { formats: ['DataMatrix'] })).map(({ text }) => pageCodeOf(text));
        expect(codes).toHaveLength(2);
        expect(codes).toEqual(
          expect.arrayContaining([
            { printId, page: index + 1, corner: 'left' },
            { printId, page: index + 1, corner: 'right' },
          ]),
        );
        expect(textOf(printed.pdf, index + 1)).toContain(`D8F0-31K7-${index + 1}/${printed.pages}`);
      }
    });
  },
);

it('a paper that is not printed to be signed has none', async () => {
  const { pdf } = await printPaper(jobs.letter(), fonts, createTexts());
  const [picture] = await pagesOf(pdf);
  expect(await readBarcodes(picture ?? Buffer.alloc(0), { formats: ['DataMatrix'] })).toEqual([]);
});
