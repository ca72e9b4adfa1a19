import { PDFDocument } from '@cantoo/pdf-lib';
import { beforeAll, expect, it } from 'vitest';
import type { Fonts } from '../../../../main/platform/print/fonts.ts';
import { markPages } from '../../../../main/platform/print/mark.ts';
import { printPaper } from '../../../../main/platform/print/paper.ts';
import { createTexts } from '../../../../main/platform/print/text.ts';
import { jobs } from './sample-jobs.ts';
import { check, shippedFonts, textOf } from './support.ts';

let fonts: Fonts;
beforeAll(() => {
  fonts = shippedFonts();
});

it.each(Object.entries(jobs).map(([name, job]) => [name, job()] as const))(
  'marks every page of a %s, and hides nothing of it',
  async (_, job) => {
    const { pdf, pages } = await printPaper(job, fonts, createTexts());
    expect(textOf(pdf)).not.toContain('练习');
    const marked = await markPages(pdf, '练习', fonts);
    check(marked);
    for (let page = 1; page <= pages; page += 1) {
      const text = textOf(marked, page);
      expect(text).toContain('练习');
      expect(text.replace('练习', '')).toBe(textOf(pdf, page));
    }
    expect(Buffer.from(await markPages(pdf, '练习', fonts)).equals(Buffer.from(marked))).toBe(true);
  },
);

it('keeps the mark upright and in sight where a page was left turned', async () => {
  const document = await PDFDocument.create();
  const page = document.addPage([400, 300]);
  page.node.addContentStream(document.context.register(document.context.stream('0 1 -1 0 9000 0 cm')));
  // What stands outside of the page is not among its text.
  expect(textOf(await markPages(await document.save(), '练习', fonts))).toBe('练习');
});
