import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeFonts } from '../../../../scripts/fonts.mjs';
import { openFonts, type Fonts } from '../../../../main/platform/print/fonts.ts';

const root = join(import.meta.dirname, '..', '..', '..', '..');

/** The shipped fonts, made when they are not there yet. */
export function fontsDir(): string {
  const dir = join(root, 'out', 'fonts');
  makeFonts(dir);
  return dir;
}

/** Only the shipped fonts, so that a test sees the same on every machine. */
export const shippedFonts = (): Fonts => openFonts(fontsDir(), []);

/** Runs a tool on a PDF and gives what it prints; throws when the tool finds a fault. */
export function onPdf(pdf: Uint8Array, tool: string, args: (file: string) => string[]): string {
  const dir = mkdtempSync(join(tmpdir(), 'print-'));
  try {
    const file = join(dir, 'a.pdf');
    writeFileSync(file, pdf);
    return execFileSync(tool, args(file), { encoding: 'utf8' });
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** Text of a PDF in reading order, lines joined, without spaces between Chinese characters. */
export const textOf = (pdf: Uint8Array, page?: number): string =>
  onPdf(pdf, 'pdftotext', (file) => [
    '-raw',
    ...(page ? ['-f', String(page), '-l', String(page)] : []),
    file,
    '-',
  ]).replaceAll(/\s+/g, '');

/** Throws when the file structure is at fault. */
export const check = (pdf: Uint8Array): string => onPdf(pdf, 'qpdf', (file) => ['--check', file]);
