import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { compose, createTypesetter } from '../../../../main/platform/print/compose.ts';
import { MissingGlyph } from '../../../../main/platform/print/faults.ts';
import { openFonts } from '../../../../main/platform/print/fonts.ts';
import { gridPitch, gridSize, officialMargins } from '../../../../main/platform/print/page.ts';
import { printPaper } from '../../../../main/platform/print/paper.ts';
import { createTexts } from '../../../../main/platform/print/text.ts';
import { fonts, print, text } from './print-job.ts';
import { jobs } from './sample-jobs.ts';
import { fontsDir, onPdf } from './support.ts';

test('the type area holds 22 lines of 28 characters (GB/T 9704-2012 5.2.3)', async () => {
  const setter = createTypesetter(fonts);
  const content = setter.set('国'.repeat(28 * 22 + 1), 'body', { alignment: 'justify' });
  const { pdf, pages } = await compose(
    {
      title: '格',
      author: '局',
      date: '2026-11-22',
      margins: officialMargins,
      size: gridSize,
      pitch: gridPitch,
      content,
    },
    setter,
    fonts,
  );
  const first = onPdf(pdf, 'pdftotext', (file) => ['-l', '1', '-layout', file, '-'])
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  expect(first.map((line) => line.length)).toEqual(Array.from({ length: 22 }, () => 28));
  expect(pages).toBe(2);
});

test('mixed fonts keep the line pitch', async () => {
  const setter = createTypesetter(fonts);
  const content = setter.set('国𠮷☑'.repeat(28 * 5), 'body');
  const { pdf } = await compose(
    {
      title: '格',
      author: '局',
      date: '2026-11-22',
      margins: officialMargins,
      size: gridSize,
      pitch: gridPitch,
      content,
    },
    setter,
    fonts,
  );
  const tops = [...onPdf(pdf, 'pdftotext', (file) => ['-bbox', file, '-']).matchAll(/yMax="([\d.]+)">[^<]*国/g)].map(
    (match) => Number(match[1]),
  );
  const steps = [...new Set(tops)].slice(1).map((top, index) => top - ([...new Set(tops)][index] ?? 0));
  expect(steps.length).toBeGreaterThan(10);
  for (const step of steps) expect(step).toBeCloseTo(gridPitch, 1);
});

test('a line before a long number ends short instead of being pulled apart', async () => {
  const setter = createTypesetter(fonts);
  const content = setter.set(`${'国'.repeat(18)}${'9'.repeat(40)}${'国'.repeat(30)}`, 'body', { alignment: 'justify' });
  const { pdf } = await compose(
    {
      title: '格',
      author: '局',
      date: '2026-11-22',
      margins: officialMargins,
      size: gridSize,
      pitch: gridPitch,
      content,
    },
    setter,
    fonts,
  );
  const [, left, right] =
    /xMin="([\d.]+)"[^>]*xMax="([\d.]+)"[^>]*>国{18}</.exec(onPdf(pdf, 'pdftotext', (file) => ['-bbox', file, '-'])) ??
    [];
  expect(Number(right) - Number(left)).toBeCloseTo(18 * gridSize, 0);
});

test('a character no font has is refused by name, wherever it stands', async () => {
  const refused = await print(
    jobs.form({ values: { ...jobs.form().values, partyName: '𠀀公司', partyLegalRep: '王\u{F0000}' }, number: '𠀀' }),
  ).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(MissingGlyph);
  expect((refused as MissingGlyph).characters.toSorted()).toEqual(['𠀀', '\u{F0000}']);
});

test('control and zero-width characters typed by mistake leave no trace', async () => {
  expect(
    await text(jobs.form({ values: { ...jobs.form().values, partyLegalRep: '张\u200B\u0007喆\uFEFF' } })),
  ).toContain('张喆');
});

test('equal input gives equal bytes, from fonts opened anew too', async () => {
  const hash = (pdf: Uint8Array): string => createHash('sha256').update(pdf).digest('hex');
  const others = openFonts(fontsDir(), []);
  for (const job of [jobs.letter(), jobs.form(), jobs.record({ state: 'draft' }), jobs.list()]) {
    expect(hash((await printPaper(job, others, createTexts())).pdf)).toBe(hash((await print(job)).pdf));
  }
});
