// Which characters every family of the printer's fonts can draw: `node scripts/printable-ranges.ts` writes them to shared/chinese/printable-ranges.ts.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Family, type Fonts, openFonts } from '../main/platform/print/fonts.ts';
import { makeFonts } from './fonts.mjs';

const families: readonly Family[] = ['body', 'strong', 'title', 'hei', 'heiBold', 'kai'];
/** The planes in which fonts for Chinese have characters. */
const last = 0x3ffff;

/** Where stretches of printable characters begin and end, in turn, each told by its distance from the one before, in base 36. */
export function printableRangesOf(fonts: Fonts): string {
  const steps: string[] = [];
  let [before, within] = [0, false];
  for (let point = 0x20; point <= last + 1; point += 1) {
    const isSurrogate = point >= 0xd800 && point <= 0xdfff;
    const can = point <= last && !isSurrogate && families.every((family) => canDraw(fonts, family, point));
    if (can === within) continue;
    steps.push((point - before).toString(36));
    [before, within] = [point, can];
  }
  return steps.join(' ');
}

function canDraw(fonts: Fonts, family: Family, point: number): boolean {
  const missing = new Set<string>();
  fonts.runs(String.fromCodePoint(point), family, missing);
  return missing.size === 0;
}

if (import.meta.main) {
  const root = join(import.meta.dirname, '..');
  const fontsDir = join(root, 'out', 'fonts');
  makeFonts(fontsDir);
  writeFileSync(
    join(root, 'shared', 'chinese', 'printable-ranges.ts'),
    `/** Made by scripts/printable-ranges.ts from the fonts of the printer; a test says when they differ. */
export const printableRanges =
  '${printableRangesOf(openFonts(fontsDir, []))}';
`,
  );
}
