import { existsSync } from 'node:fs';
import { join } from 'node:path';

const UNIX = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];
const WINDOWS = [
  ['Google', 'Chrome', 'Application', 'chrome.exe'],
  ['Chromium', 'Application', 'chrome.exe'],
  ['Microsoft', 'Edge', 'Application', 'msedge.exe'],
];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
];

/**
 * The Chromium-based browser of this machine, or undefined when there is none.
 * `CASE_CHROMIUM` decides alone when it is set, so that an office can pin one browser.
 */
export function findChromium(
  env: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
  exists: (file: string) => boolean = existsSync,
): string | undefined {
  const pinned = env['CASE_CHROMIUM'];
  if (pinned) return exists(pinned) ? pinned : undefined;
  return candidates(env, platform).find(exists);
}

function candidates(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): string[] {
  if (platform === 'darwin') return MAC;
  if (platform === 'win32') {
    const roots = [env['PROGRAMFILES'], env['PROGRAMFILES(X86)'], env['LOCALAPPDATA']].filter(
      (root) => root !== undefined,
    );
    return WINDOWS.flatMap((parts) => roots.map((root) => join(root, ...parts)));
  }
  return UNIX.flatMap((name) => ['/usr/bin', '/usr/local/bin', '/opt/apps/bin'].map((folder) => `${folder}/${name}`));
}
