// `npm run windows`: the main job and the tests nearest to the disk, with Windows Node and Windows packages under Wine.
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';
import { ensurePackages, WINDOWS_DRILL_PACKAGES } from './debian.mjs';
import { runProgram } from './run-program.mjs';
import { setUp } from './setup.mjs';
import { prepareWindows } from './windows/prepare.mjs';
import { COPY, hasWine, runNode } from './windows/wine.mjs';

const REPORT = 'out/reports/windows.json';
const PATIENCE_MS = 20 * 60 * 1000;
const FAILED = { passed: 0, failed: 1, skipped: 0 };

/**
 * Needs an up-to-date build. A machine that cannot run it fails it.
 * @returns {Promise<import('./test-sum.ts').Sum>}
 */
export async function drill() {
  if (!ensurePackages(WINDOWS_DRILL_PACKAGES) || !hasWine()) {
    process.stderr.write('没有Wine和mingw-w64，Windows演练没有进行，按一项失败计。\n');
    return FAILED;
  }
  const { judged, sumOfUnits } = await import('./test-sum.ts');
  mkdirSync('out/reports', { recursive: true });
  rmSync(REPORT, { force: true });
  prepareWindows();
  // The Windows run is compared with this one; both are tests in test/windows/main-job.test.ts.
  rmSync(`${COPY}/out/linux`, { recursive: true, force: true });
  await runProgram(process.execPath, ['out/main/demo.js', '--out', `${COPY}/out/linux`]);
  const words = ['node_modules/vitest/vitest.mjs', 'run', '--config=test/windows/vitest.config.ts', '--no-color'];
  const reports = ['--reporter=default', '--reporter=json', `--outputFile.json=Z:${resolve(REPORT)}`];
  const code = await runNode('tests', PATIENCE_MS, ...words, ...reports);
  return existsSync(REPORT) ? judged(sumOfUnits(JSON.parse(readFileSync(REPORT, 'utf8'))), code) : FAILED;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  setUp();
  await build();
  const { passed, failed, skipped } = await drill();
  process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  process.exit(failed === 0 ? 0 : 1);
}
