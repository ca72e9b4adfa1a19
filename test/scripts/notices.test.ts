import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
// @ts-expect-error a build script without types
import { isAllowed } from '../../scripts/notices.mjs';

test.each([
  ['MIT', true],
  ['(MIT OR CC0-1.0)', true],
  ['GPL-3.0-only OR MIT', true],
  ['MIT AND Zlib', true],
  ['MIT AND GPL-2.0-only', false],
  ['AGPL-3.0-only', false],
  ['GPL-3.0-or-later', false],
  ['', false],
])('licence %j may be shipped: %j', (licence, allowed) => {
  expect(isAllowed(licence)).toBe(allowed);
});

test('the notices name what is bundled, what lies beside the program, and the fonts', () => {
  const notices = readFileSync('out/THIRD-PARTY-NOTICES.txt', 'utf8');
  for (const name of [
    'react-dom',
    'pdfjs-dist',
    '@orpc/server',
    'better-sqlite3-multiple-ciphers',
    'sharp',
    'PDFium (in @hyzyla/pdfium) — BSD-3-Clause AND Apache-2.0',
    'zxing-cpp (in zxing-wasm) — Apache-2.0 AND BSD-3-Clause',
    'lxgw-wenkai',
  ])
    expect(notices).toContain(name);
  expect(notices).toContain('SIL Open Font License');
});
