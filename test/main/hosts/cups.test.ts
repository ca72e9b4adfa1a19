import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cupsPrinting } from '../../../main/hosts/cups.ts';
import { startCups } from '../../support/cups-server.ts';
import { onPdf, shippedFonts } from '../platform/print/support.ts';
import { printSheet } from '../../../main/platform/print/sheets/print-sheet.ts';

/** A page of our own, as it leaves the printing threads. */
const letter = () =>
  printSheet(
    {
      kind: 'recovery-letter',
      data: { code: 'AAAA-BBBB', office: '某县局', madeAt: '2026-04-03T09:00:00Z', madeBy: '王建国' },
    },
    shippedFonts(),
  );

const order = { pages: [], medium: 'A4' as const, copies: 1, bothSides: false };
const pagesIn = (file: string): number =>
  Number(/Pages:\s+(\d+)/.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1]);
const sizeOf = (file: string): string =>
  /Page size:\s+(.*)/.exec(execFileSync('pdfinfo', [file], { encoding: 'utf8' }))?.[1] ?? '';

/** Where the first words of a page stand, in points from its left and upper edge. */
function placeOfText(file: string): { x: number; y: number } {
  const words = execFileSync('pdftotext', ['-bbox', '-f', '1', '-l', '1', file, '-'], { encoding: 'utf8' });
  const [, x, y] = /<word xMin="([\d.]+)" yMin="([\d.]+)"/.exec(words) ?? [];
  return { x: Number(x), y: Number(y) };
}

test('a page comes out of CUPS on A4, its text where it was laid out; a copy for both sides begins on a sheet of its own', async () => {
  await using cups = await startCups();
  const { printers, print } = cupsPrinting(cups.env);
  expect(await printers?.()).toEqual({ names: [cups.printer], usual: cups.printer });
  const { pdf } = await letter();
  const laidOut = onPdf(pdf, 'pdftotext', (file) => ['-bbox', '-f', '1', '-l', '1', file, '-']);
  const [, x, y] = /<word xMin="([\d.]+)" yMin="([\d.]+)"/.exec(laidOut) ?? [];

  await print?.({ ...order, printer: cups.printer, copies: 2, bothSides: true, pdf });
  const sheets = await cups.sheets();
  expect(sizeOf(sheets)).toContain('A4');
  const place = placeOfText(sheets);
  expect(Math.abs(place.x - Number(x))).toBeLessThan(1.5);
  expect(Math.abs(place.y - Number(y))).toBeLessThan(1.5);
  // One page, two copies, both sides: the back of the first stays empty.
  expect(pagesIn(sheets)).toBeGreaterThanOrEqual(3);
}, 60_000);

test('an envelope comes out of CUPS in its own size', async () => {
  await using cups = await startCups();
  const { print } = cupsPrinting(cups.env);
  const correspondent = { name: '陈福来', address: '西安区某路9号', phone: '', postcode: '136201' };
  const { pdf } = await printSheet(
    {
      kind: 'mailing',
      data: {
        kind: 'DL',
        moved: { x: 0, y: 0 },
        boxes: true,
        from: correspondent,
        to: correspondent,
        contents: [],
        date: '2026-04-03',
      },
    },
    shippedFonts(),
  );
  await print?.({ ...order, printer: cups.printer, medium: { width: 220, height: 110 }, pdf });
  const [, width, height] = /([\d.]+) x ([\d.]+) pts/.exec(sizeOf(await cups.sheets())) ?? [];
  const millimetres = [width, height].map((points) => Math.round((Number(points) * 25.4) / 72));
  expect(millimetres.toSorted((one, other) => other - one)).toEqual([220, 110]);
}, 60_000);

test('what the printer does not know is told, and nothing of ours is left beside', async () => {
  await using cups = await startCups();
  const before = readdirSync(cups.env['HOME'] ?? '');
  const { print } = cupsPrinting(cups.env);
  const { pdf } = await letter();
  await expect(print?.({ ...order, printer: 'no-such-printer', pdf })).rejects.toThrow(
    /no-such-printer|not exist|The printer/,
  );
  expect(readdirSync(cups.env['HOME'] ?? '')).toEqual(before);
  expect(existsSync(join(cups.env['HOME'] ?? '', 'printed.pdf'))).toBe(false);
}, 60_000);

test('a machine without CUPS prints by the window', () => {
  expect(cupsPrinting({ PATH: '' })).toEqual({});
});
