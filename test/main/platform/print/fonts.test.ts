import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { woffToTtf } from '../../../../scripts/fonts.mjs';
import { missingFonts, openFonts } from '../../../../main/platform/print/fonts.ts';
import { fontsDir, shippedFonts } from './support.ts';

const fonts = shippedFonts();
const dirs: string[] = [];
const tempDir = (): string => dirs[dirs.push(mkdtempSync(join(tmpdir(), 'fonts-'))) - 1] ?? '';
afterAll(() => dirs.forEach((dir) => rmSync(dir, { recursive: true })));

const runsOf = (text: string): { runs: [string, string][]; missing: string[] } => {
  const missing = new Set<string>();
  return { runs: fonts.runs(text, 'body', missing).map((run) => [run.font, run.text]), missing: [...missing] };
};

test('names with rare characters are set in the first font that has them', () => {
  expect(runsOf('张喆𬱖、王𠮷☑是')).toEqual({
    runs: [
      ['song', '张喆𬱖、王'],
      ['kai', '𠮷'],
      ['symbols', '☑'],
      ['song', '是'],
    ],
    missing: [],
  });
});

test('a character no font has is reported and never drawn', () => {
  expect(runsOf('张𠀀三\u{F0000}')).toEqual({ runs: [['song', '张三']], missing: ['𠀀', '\u{F0000}'] });
});

test('a combined character is asked for whole: half of one is not drawn', () => {
  expect(runsOf('e\u0301').missing).toEqual([]);
  expect(runsOf('中\u20E3')).toEqual({ runs: [], missing: ['中\u20E3'] });
});

test('line breaks belong to no font', () => expect(runsOf('一\n二').runs).toEqual([['song', '一\n二']]));

test('an installed 仿宋 is used for body text, a damaged one is passed over', () => {
  const [good, bad] = [tempDir(), tempDir()];
  copyFileSync(join(fontsDir(), 'LXGWWenKai-500.ttf'), join(good, 'simfang.ttf'));
  writeFileSync(join(bad, 'FangSong.ttf'), 'no font');
  expect(
    openFonts(fontsDir(), [good])
      .runs('文书', 'body', new Set())
      .map((run) => run.font),
  ).toEqual(['fang']);
  expect(
    openFonts(fontsDir(), [bad])
      .runs('文书', 'body', new Set())
      .map((run) => run.font),
  ).toEqual(['song']);
});

test('what GB/T 9704 asks for and the machine has not is named', () => {
  const dir = tempDir();
  expect(missingFonts([dir])).toEqual(['仿宋（仿宋_GB2312）', '小标宋（方正小标宋简体）']);
  copyFileSync(join(fontsDir(), 'NotoSerifSC-400.ttf'), join(dir, 'simfang.ttf'));
  expect(missingFonts([dir])).toEqual(['小标宋（方正小标宋简体）']);
});

test('a missing shipped font is an error, not a hole in the text', () => {
  expect(() => openFonts(tempDir(), []).runs('文', 'body', new Set())).toThrow(/NotoSerifSC-400/);
});

test('a WOFF that is cut short is refused', () => {
  const woff = readFileSync('node_modules/@fontsource/lxgw-wenkai/files/lxgw-wenkai-latin-500-normal.woff');
  expect(() => woffToTtf(woff.subarray(0, 500_000))).toThrow();
  expect(() => woffToTtf(Buffer.from('OTTO'.padEnd(60)))).toThrow('not a WOFF 1.0 file');
});
