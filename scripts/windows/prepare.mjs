import { spawnSync } from 'node:child_process';
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COPY, NODE, PREFIX, wine } from './wine.mjs';

/** What a copy does not take along: what is made anew there, and what is of no use. */
const LEFT = ['node_modules', 'out', 'dist', '.git'];
const BUILT = ['main', 'renderer', 'fonts'];
// Vite calls the process that has built a production; npm would leave out what tests need.
const WINDOWS = [
  '--include=dev',
  '--os=win32',
  '--cpu=x64',
  '--ignore-scripts',
  '--no-audit',
  '--no-fund',
  '--loglevel=error',
];

/** Makes `out/windows`: a Windows, its Node, and the working copy with the packages a Windows machine would have. */
export function prepareWindows() {
  mkdirSync(COPY, { recursive: true });
  makeNode();
  makeModules();
  copyProgram();
  makeSystem();
}

/** A folder of its own with its own lockfile: as a dependency of the program every Windows machine would fetch it too. */
function makeNode() {
  if (existsSync(NODE)) return;
  cpSync('scripts/windows/node', 'out/windows/node', { recursive: true });
  run('npm', ['ci', ...WINDOWS], 'out/windows/node');
}

/** The installed packages, those of Linux taken out and those of Windows put in by npm. */
function makeModules() {
  const stamp = 'out/windows/package-lock.json';
  const lock = readFileSync('package-lock.json', 'utf8');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  rmSync(stamp, { force: true });
  rmSync(join(COPY, 'node_modules'), { recursive: true, force: true });
  for (const file of ['package.json', 'package-lock.json']) copyFileSync(file, join(COPY, file));
  // Links instead of bytes: npm replaces files and never writes into one.
  run('cp', ['-al', 'node_modules', COPY]);
  // But for its list of what is installed: written through the link, ours would name the packages of Windows.
  const list = join('node_modules', '.package-lock.json');
  rmSync(join(COPY, list));
  copyFileSync(list, join(COPY, list));
  run('npm', ['install', ...WINDOWS], COPY);
  writeFileSync(stamp, lock);
}

function copyProgram() {
  const kept = readdirSync(COPY).filter((name) => name !== 'node_modules');
  for (const name of kept) rmSync(join(COPY, name), { recursive: true });
  const taken = readdirSync('.').filter((name) => !LEFT.includes(name));
  for (const name of taken) cpSync(name, join(COPY, name), { recursive: true, preserveTimestamps: true });
  for (const name of BUILT) cpSync(join('out', name), join(COPY, 'out', name), { recursive: true });
}

function makeSystem() {
  const library = join(PREFIX, 'drive_c/windows/system32/bcryptprimitives.dll');
  if (existsSync(library)) return;
  rmSync(PREFIX, { recursive: true, force: true });
  wine('wineboot', '--init');
  wine('reg', 'add', String.raw`HKCU\Software\Wine`, '/v', 'Version', '/d', 'win10', '/f');
  const source = 'scripts/windows/bcryptprimitives.c';
  run('x86_64-w64-mingw32-gcc', ['-shared', '-O2', '-s', '-o', library, source, '-ladvapi32']);
}

/**
 * @param {string} program
 * @param {string[]} words
 * @param {string} [cwd]
 */
function run(program, words, cwd = '.') {
  const { status } = spawnSync(program, words, { cwd, stdio: ['ignore', 2, 2] });
  if (status !== 0) throw new Error(`${program} ${words[0]}: ${status}`);
}
