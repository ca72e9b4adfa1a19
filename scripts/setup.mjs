// Sets the working copy up; runs under the system's Node (20 or newer) and without any installed package.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensurePackages, TEST_PACKAGES } from './debian.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const bin = join(root, 'node_modules', '.bin');
const NODE_MAJOR = 24;

/**
 * Installs what is missing and goes on under our own Node 24: returns only there, with the working folder and PATH set.
 * Under another Node it runs the same script again and ends this process with its exit code.
 */
export function setUp() {
  process.chdir(root);
  if (process.env.PATH?.split(delimiter)[0] !== bin) process.env.PATH = bin + delimiter + process.env.PATH;
  if (isModulesOutdated()) {
    say('正在按锁定的版本安装依赖……');
    // Not `npm ci`: it refuses a lockfile made where packages of other systems could not be had. No package's script
    // runs: the native ones bring their binaries, and a compiler is nothing a clerk's machine has.
    npm('install', '--ignore-scripts', '--no-save', '--no-audit', '--no-fund', '--loglevel=error');
  }
  if (majorOf(process.versions.node) >= NODE_MAJOR) return;
  const { status } = spawnSync(ownNode(), process.argv.slice(1), { stdio: 'inherit' });
  process.exit(status ?? 1);
}

/**
 * npm leaves a copy of the lockfile in node_modules when it has finished; packages for other systems are not in it.
 * @returns {boolean}
 */
function isModulesOutdated() {
  const installedLock = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(installedLock)) return true;
  const wanted = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;
  const installed = JSON.parse(readFileSync(installedLock, 'utf8')).packages;
  return Object.entries(wanted).some(([path, { version, integrity, optional }]) => {
    if (path === '') return false;
    if (installed[path] === undefined) return optional !== true;
    return installed[path].version !== version || installed[path].integrity !== integrity;
  });
}

/** @returns {string} our Node 24, which an npm package brings along. */
function ownNode() {
  const node = join(root, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  // Only a script of this package fetches its program.
  if (!existsSync(node)) npm('rebuild', 'node', '--loglevel=error');
  const { stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
  if (majorOf(stdout?.slice(1) ?? '') >= NODE_MAJOR) return node;
  say(`自带的 Node ${NODE_MAJOR} 不能运行。请安装 Node ${NODE_MAJOR} 后再试一次。`);
  return process.exit(1);
}

/** @param {string} version */
function majorOf(version) {
  return Number.parseInt(version, 10);
}

/** @param {string[]} words */
function npm(...words) {
  const { status } = spawnSync('npm', words, { stdio: 'inherit', shell: process.platform === 'win32' });
  if (status === 0) return;
  say(`npm ${words[0]} 没有完成，请检查网络后再试一次。`);
  process.exit(1);
}

/** @param {string} sentence */
function say(sentence) {
  process.stderr.write(`${sentence}\n`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  setUp();
  if (!ensurePackages(TEST_PACKAGES)) process.exit(1);
}
