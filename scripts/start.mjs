// `npm start`: sets up, builds what changed, and opens the window. `npm start -- --electron` fetches Electron first.
import { spawnSync } from 'node:child_process';
import { build } from './build.mjs';
import { ensurePackages, WINDOW_PACKAGES } from './debian.mjs';
import { runProgram } from './run-program.mjs';
import { setUp } from './setup.mjs';

setUp();
const { electronBinary } = await import('./electron-binary.ts');
const { findChromium } = await import('../main/hosts/browser/find-chromium.ts');

const TEN_MINUTES = 10 * 60 * 1000;
const words = process.argv.slice(2).filter((word) => word !== '--electron');

await build();
const electron = process.argv.includes('--electron') ? obtainElectron() : electronBinary();
process.exit(await (electron === undefined ? openInChromium() : openInElectron(electron)));

/** @returns {string} */
function obtainElectron() {
  const present = electronBinary();
  if (present !== undefined) return present;
  spawnSync(process.execPath, ['node_modules/electron/install.js'], { stdio: 'inherit', timeout: TEN_MINUTES });
  const fetched = electronBinary();
  if (fetched !== undefined) return fetched;
  process.stderr.write(
    '没有取得 Electron。请设置 ELECTRON_MIRROR 或 ELECTRON_OVERRIDE_DIST_PATH 后再试，或直接运行 npm start 使用 Chromium 窗口。\n',
  );
  return process.exit(1);
}

function openInChromium() {
  // Without a browser the program still runs and prints an address, so a refusal to install one is not the end.
  if (findChromium() === undefined) ensurePackages(WINDOW_PACKAGES);
  return runProgram(process.execPath, ['out/main/browser.js', ...words]);
}

/** @param {string} program */
function openInElectron(program) {
  // Chromium's sandbox cannot start for root; everybody else keeps it.
  const asRoot = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  return runProgram(program, [...asRoot, 'out/main/electron.js', ...words]);
}
