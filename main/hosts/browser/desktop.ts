import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { Desktop } from '../../platform/host.ts';
import { cupsPrinting } from '../cups.ts';

/** The desktop around a Chromium window; it has no native folder dialog, so the page asks for the folder's name instead. */
export function browserDesktop(kind: 'chromium' | 'headless', env: NodeJS.ProcessEnv = process.env): Desktop {
  const printing = cupsPrinting(env);
  const opener = kind === 'chromium' ? folderOpener(env) : undefined;
  if (opener === undefined) return { kind, ...printing };
  return {
    kind,
    ...printing,
    revealFolder: async (folder) => {
      const child = spawn(opener, [folder], { detached: true, stdio: 'ignore' });
      child.unref();
      await once(child, 'spawn');
    },
  };
}

function folderOpener(env: NodeJS.ProcessEnv): string | undefined {
  if (process.platform === 'win32') return 'explorer.exe';
  const name = process.platform === 'darwin' ? 'open' : 'xdg-open';
  return (env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));
}
