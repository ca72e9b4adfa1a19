// Programs that npm cannot bring: the browser window and what the tests look at it with.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** The Chromium window in Chinese. */
export const WINDOW_PACKAGES = ['chromium', 'chromium-sandbox', 'chromium-l10n', 'fonts-noto-cjk'];
/** A display without a screen, a window manager, tools to read papers and recordings, and a printer. */
export const TEST_PACKAGES = [
  ...WINDOW_PACKAGES,
  'xvfb',
  'xauth',
  'openbox',
  'wmctrl',
  'poppler-utils',
  'qpdf',
  'ffmpeg',
  // A printer that prints into a file.
  'cups',
  'cups-filters',
];
/** A Windows without Windows, and the compiler for the one library it lacks (scripts/windows). */
export const WINDOWS_DRILL_PACKAGES = ['wine', 'wine64', 'gcc-mingw-w64-x86-64'];

/**
 * Installs the Debian packages that are missing, where this person may; otherwise says what to do.
 * @param {readonly string[]} packages
 * @returns {boolean} false when a package is still missing. True on other systems, where nobody can tell from here.
 */
export function ensurePackages(packages) {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) {
    process.stderr.write(
      '这个系统请自行准备：Chromium 或 Edge 浏览器和中文字体；运行测试另需 Xvfb、openbox、wmctrl、poppler、qpdf、ffmpeg。\n',
    );
    return true;
  }
  const missing = packages.filter((name) => !isInstalled(name));
  if (missing.length === 0) return true;
  const install = ['apt-get', 'install', '-y', '--no-install-recommends', ...missing];
  const prefix = privilege();
  if (prefix !== undefined) {
    process.stderr.write(`正在安装系统软件包：${missing.join(' ')}\n`);
    if (succeeds([...prefix, 'apt-get', 'update', '-q']) && succeeds([...prefix, ...install])) return true;
  }
  process.stderr.write(`缺少系统软件包，请由管理员运行：sudo apt-get update && sudo ${install.join(' ')}\n`);
  return false;
}

/** @param {string} name */
function isInstalled(name) {
  const { stdout } = spawnSync('dpkg-query', ['--show', '--showformat=${db:Status-Status}', name], {
    encoding: 'utf8',
  });
  return stdout === 'installed';
}

/** @returns {string[] | undefined} what has to stand before apt-get; undefined when this person may not install. */
function privilege() {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : undefined;
}

/** @param {string[]} command */
function succeeds([program, ...words]) {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(program, words, { stdio: ['ignore', 2, 2], env }).status === 0;
}
