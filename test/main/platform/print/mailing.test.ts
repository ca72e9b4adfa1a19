import { expect, test } from 'vitest';
import type { LetterKind } from '../../../../shared/procedure/mailing.ts';
import { letterKinds, letterSizes } from '../../../../shared/procedure/mailing.ts';
import type { Mailing } from '../../../../main/platform/print/sheets/mailing.ts';
import { printSheet } from '../../../../main/platform/print/sheets/print-sheet.ts';
import { check, onPdf, shippedFonts, textOf } from './support.ts';

const fonts = shippedFonts();
const letter = (kind: LetterKind, over: Partial<Mailing> = {}): Mailing => ({
  kind,
  moved: { x: 0, y: 0 },
  boxes: false,
  from: {
    name: '辽源市人力资源和社会保障局',
    address: '辽源市人民大街2号',
    phone: '04373319000',
    postcode: '136200',
  },
  to: { name: '辽源市福满园餐饮有限公司　陈福来', address: '西安区某路9号', phone: '13800000000', postcode: '136201' },
  contents: ['行政处罚决定书　辽人社监罚字〔2026〕第001号', '听证告知书　辽人社监听告字〔2026〕第001号'],
  date: '2026-04-03',
  ...over,
});
const print = async (mailing: Mailing): Promise<Uint8Array> => {
  const { pdf, pages } = await printSheet({ kind: 'mailing', data: mailing }, fonts);
  expect(pages).toBe(1);
  expect(check(pdf)).toContain('No syntax or stream encoding errors');
  return pdf;
};

/** Where a word stands on its page, millimetres from the left and upper edge. */
function placeOf(pdf: Uint8Array, word: string): { x: number; y: number } {
  const words = onPdf(pdf, 'pdftotext', (file) => ['-bbox', file, '-']);
  const found = new RegExp(`xMin="([\\d.]+)" yMin="([\\d.]+)"[^>]*>${word}`).exec(words);
  const millimetres = (points?: string): number => Math.round((Number(points) * 254) / 72) / 10;
  return { x: millimetres(found?.[1]), y: millimetres(found?.[2]) };
}

test.each(letterKinds)('%s has its own size, and all of it stands inside', async (kind) => {
  const pdf = await print(letter(kind));
  const size = /Page size:\s+([\d.]+) x ([\d.]+) pts/.exec(onPdf(pdf, 'pdfinfo', (file) => [file])) ?? [];
  const { width, height } = letterSizes[kind];
  expect(size.slice(1).map((points) => Math.round((Number(points) * 25.4) / 72))).toEqual([width, height]);
  const sender = placeOf(pdf, '辽源市人民大街');
  const addressee = placeOf(pdf, '西安区');
  expect(sender.x + sender.y + addressee.x + addressee.y).toBeGreaterThan(0);
  for (const { x, y } of [sender, addressee]) {
    expect(x).toBeLessThan(width - 20);
    expect(y).toBeLessThan(height - 5);
  }
});

test.each(['DL', 'ZL', 'C5'] as const)('%s leaves the strip for the bar code of the post free', async (kind) => {
  const { width, height } = letterSizes[kind];
  const pdf = await print(letter(kind, { boxes: true }));
  const words = [
    ...onPdf(pdf, 'pdftotext', (file) => ['-bbox', file, '-']).matchAll(
      /xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="([\d.]+)"/g,
    ),
  ].map((found) => found.slice(1).map((points) => (Number(points) * 25.4) / 72));
  expect(words.length).toBeGreaterThan(3);
  const inStrip = words.filter(
    ([left = 0, right = 0, lower = 0]) => lower > height - 20 && right > width - 160 && left < width - 55,
  );
  expect(inStrip).toEqual([]);
});

test('an envelope shows who, where and both postcodes, and tells nothing of what lies in it', async () => {
  const said = textOf(await print(letter('DL')));
  for (const part of ['136201', '西安区某路9号', '陈福来收', '辽源市人力资源和社会保障局', '136200'])
    expect(said).toContain(part);
  expect(said).not.toContain('决定书');
});

test('the sheet of the express service names every paper with its number, up to twelve', async () => {
  const contents = Array.from({ length: 12 }, (_, index) => `行政处罚决定书　辽人社监罚字〔2026〕第${100 + index}号`);
  const said = textOf(await print(letter('EMS', { contents })));
  expect([...said.matchAll(/行政处罚决定书辽人社监罚字〔2026〕第1\d\d号/g)]).toHaveLength(12);
  for (const part of ['04373319000', '13800000000']) expect(said).toContain(part);
});

test('everything is moved by the millimetres a printer is off', async () => {
  const [first, moved] = [await print(letter('EMS')), await print(letter('EMS', { moved: { x: 3, y: -2.5 } }))];
  const [before, after] = [placeOf(first, '西安区'), placeOf(moved, '西安区')];
  expect(after.x - before.x).toBeCloseTo(3, 0);
  expect(after.y - before.y).toBeCloseTo(-2.5, 0);
});
