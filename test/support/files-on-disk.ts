import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';

/** Where a program and its browser may leave something on the disk of this machine, besides the folders named. */
const USUAL = [tmpdir(), '/var/tmp', '/var/crash', join(homedir(), '.cache'), join(homedir(), '.config')];

/**
 * Which of the needles stand in a file that was written since `since` (milliseconds), as `file: needle`. Folders in memory are no disk and
 * are not looked at.
 */
export function foundOnDisk(
  folders: readonly string[],
  since: number,
  needles: ReadonlyMap<string, Buffer>,
): { files: number; found: string[] } {
  const files = new Set([...folders, ...USUAL].filter(existsSync).flatMap(filesIn));
  const written = [...files].filter((file) => isWrittenSince(file, since));
  const found = written.flatMap((file) => {
    const content = contentOf(file);
    return [...needles].flatMap(([name, needle]) => (content.includes(needle) ? [`${file}: ${name}`] : []));
  });
  return { files: written.length, found };
}

const filesIn = (folder: string): string[] => {
  try {
    return readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name));
  } catch {
    // A folder that went while it was read has left nothing.
    return [];
  }
};

const isWrittenSince = (file: string, since: number): boolean => {
  try {
    return statSync(file).mtimeMs >= since;
  } catch {
    return false;
  }
};

const contentOf = (file: string): Buffer => {
  try {
    return readFileSync(file);
  } catch {
    return Buffer.alloc(0);
  }
};
