import { writeFileSync } from 'node:fs';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { drawSignature } from '../../../../main/platform/print/draw-signature.ts';
import { looksEmpty, placeOfInk } from '../../../../shared/template/sign-cut.ts';
import type { SignPlace } from '../../../../shared/template/sign-place.ts';
import { ink } from '../../../support/ink.ts';
import { opened, raw, rendered, scanned } from '../../../support/scanned.ts';
import { fonts, print } from './print-job.ts';
import { jobs, templates } from './sample-jobs.ts';
import { check, textOf } from './support.ts';

const DAY = '2026年3月2日';
const DPI = 110;
const SCANNED_DPI = 150;

/** How much darker a page became. */
async function inkOn(before: Uint8Array, after: Uint8Array, page: number): Promise<number> {
  const dark = async (pdf: Uint8Array): Promise<number> => {
    const sheet = (await rendered(pdf, DPI))[page];
    if (sheet === undefined) throw new Error(`no page ${page}`);
    return sheet.data.reduce((sum, value) => sum + (value < 128 ? 1 : 0), 0);
  };
  return (await dark(after)) - (await dark(before));
}

/** Whether a place looks empty on the sheet as a scanner at 150 dpi, with its noise, gives it back. */
async function seemsEmpty(pdf: Uint8Array, place: SignPlace): Promise<boolean> {
  const sheet = (await rendered(pdf, SCANNED_DPI))[place.page];
  if (sheet === undefined) throw new Error(`no page ${place.page}`);
  const { x, y, width, height } = placeOfInk(place, sheet);
  const room = sharp(await scanned(sheet, { noise: 12, blur: 0.6 })).extract({ left: x, top: y, width, height });
  return looksEmpty({ pixels: (await raw(room)).data, width, channels: 3 });
}

describe.each(Object.entries(jobs).map(([name, job]) => [name, job()] as const))(
  'a %s signed on a screen',
  (name, job) => {
    it('has the strokes and the day in every place of that person', async () => {
      const signedBy = { ...job.template, signatures: templates.record.signatures };
      const printed = await print({ ...job, template: signedBy, state: 'issued', signatures: [], printId: 'D8F031K7' });
      const [first] = printed.places ?? [];
      if (first === undefined) throw new Error('nobody signs it');
      const places = (printed.places ?? []).filter(({ role, index }) => role === first.role && index === first.index);
      const order = { pdf: printed.pdf, places, ink: ink(), day: DAY, nth: 0 };
      const signed = await drawSignature(order, fonts);
      check(signed.pdf);
      expect(signed.pages).toBe(printed.pages);
      if (process.env['LOOK'])
        for (const [index, page] of (await rendered(signed.pdf, DPI)).entries())
          writeFileSync(`${process.env['LOOK']}/drawn-${name}-${index + 1}.png`, await opened(page).png().toBuffer());
      for (const { page } of places) {
        expect(textOf(signed.pdf, page + 1)).toContain(DAY);
        expect(await inkOn(printed.pdf, signed.pdf, page)).toBeGreaterThan(100);
      }
      for (const place of places) {
        expect(await seemsEmpty(printed.pdf, place)).toBe(true);
        expect(await seemsEmpty(signed.pdf, place)).toBe(false);
      }
      expect((await drawSignature(order, fonts)).pdf).toEqual(signed.pdf);
    });
  },
);
