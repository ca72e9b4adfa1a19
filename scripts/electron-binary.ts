import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const EXECUTABLE: Partial<Record<NodeJS.Platform, string>> = {
  win32: 'electron.exe',
  darwin: 'Electron.app/Contents/MacOS/Electron',
};

/**
 * Electron's program if this machine has it, else undefined.
 * The package itself is never loaded to find out: its code downloads the program at once.
 * @param packageDir folder of the `electron` package
 */
export function electronBinary(
  packageDir = join('node_modules', 'electron'),
  env: NodeJS.ProcessEnv = process.env,
): string | undefined {
  const name = EXECUTABLE[process.platform] ?? 'electron';
  const override = env['ELECTRON_OVERRIDE_DIST_PATH'];
  const file = override ? join(override, name) : unpacked(packageDir);
  return file !== undefined && existsSync(file) ? file : undefined;
}

/** The installer of the package writes `path.txt` when it has unpacked the program. */
function unpacked(packageDir: string): string | undefined {
  const note = join(packageDir, 'path.txt');
  return existsSync(note) ? join(packageDir, 'dist', readFileSync(note, 'utf8').trim()) : undefined;
}
