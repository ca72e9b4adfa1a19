// `npm test`: sets up, builds, and runs every check, the Windows drill too. The last line is the sum of all runners.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { build } from './build.mjs';
import { ensurePackages, TEST_PACKAGES } from './debian.mjs';
import { runProgram } from './run-program.mjs';
import { setUp } from './setup.mjs';
import { drill } from './windows.mjs';

setUp();
if (!ensurePackages(TEST_PACKAGES)) process.exit(1);
const { judged, sumOfUnits, sumOfWindows, total } = await import('./test-sum.ts');

const NONE = { passed: 0, failed: 0, skipped: 0 };
const REPORTS = 'out/reports';
mkdirSync(REPORTS, { recursive: true });

await build();
const sums = [
  await check('node_modules/oxfmt/bin/oxfmt', '--check'),
  await check('node_modules/typescript/bin/tsc', '-p', 'shared'),
  await check('node_modules/typescript/bin/tsc', '-p', 'main'),
  await check('node_modules/typescript/bin/tsc', '-p', 'renderer'),
  await check('node_modules/typescript/bin/tsc', '-p', 'test'),
  await check('node_modules/oxlint/bin/oxlint', '--deny-warnings'),
  await runner(sumOfUnits, `${REPORTS}/unit.json`, [
    'node_modules/vitest/vitest.mjs',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${REPORTS}/unit.json`,
  ]),
  await runner(sumOfWindows, `${REPORTS}/e2e.json`, [
    'node_modules/@playwright/test/cli.js',
    'test',
    '--reporter=list,json',
  ]),
  // On Windows the tests themselves are the drill.
  ...(process.platform === 'win32' ? [] : [await drill()]),
];
const { passed, failed, skipped } = total(sums);
process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
process.exit(failed === 0 ? 0 : 1);

/** Types and lint are not tests: they add nothing when they are clean, and a failure when they are not. */
async function check(...words) {
  const code = await runProgram(process.execPath, words);
  return { ...NONE, failed: code === 0 ? 0 : 1 };
}

async function runner(sumOf, report, words) {
  rmSync(report, { force: true });
  const code = await runProgram(process.execPath, words, { ...process.env, PLAYWRIGHT_JSON_OUTPUT_FILE: report });
  return judged(existsSync(report) ? sumOf(JSON.parse(readFileSync(report, 'utf8'))) : NONE, code);
}
