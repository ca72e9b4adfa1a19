import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, statfsSync } from 'node:fs';
import { lstat, mkdtemp, readdir, rm } from 'node:fs/promises';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const MEMORY_FOLDER = '/dev/shm';
/** A browser profile with a small cache takes about 30 MiB; containers often offer 64 MiB in all. */
const ROOM_NEEDED = 256 * 1024 * 1024;

/** A folder in memory where the system has one with room, so that nothing the browser keeps reaches a disk. */
export function volatileFolder(): string {
  try {
    accessSync(MEMORY_FOLDER, constants.W_OK);
    const { bavail, bsize } = statfsSync(MEMORY_FOLDER);
    return bavail * bsize >= ROOM_NEEDED ? MEMORY_FOLDER : tmpdir();
  } catch {
    return tmpdir();
  }
}

/**
 * Makes the fresh private folder (mode 0700) in which the browser of this profile keeps its own files,
 * after removing what an earlier, killed start left. Call only while the profile is held.
 */
export async function freshWindowFolder(profileDir: string, parent: string = volatileFolder()): Promise<string> {
  const prefix = `case-window-${createHash('sha256').update(profileDir).digest('hex').slice(0, 16)}-`;
  const leftovers = (await readdir(parent)).filter((name) => name.startsWith(prefix));
  for (const name of leftovers) {
    const folder = join(parent, name);
    const { uid } = await lstat(folder);
    // The parent is shared with other people, whose folder of the same name is not ours to remove.
    if (uid === (process.getuid?.() ?? uid)) await removeWindowFolder(folder);
  }
  const folder = await mkdtemp(join(parent, prefix));
  removeAfterUs(folder);
  return folder;
}

/**
 * Leaves a shell that waits for the end of this process, however it comes, and then removes the folder; a killed program removes nothing
 * itself. The browser ends with its pipe and may write for some seconds yet. Where there is no such shell the next start removes it.
 */
function removeAfterUs(folder: string): void {
  if (process.platform === 'win32') return;
  const wait = 'while read -r _; do :; done';
  const remove = 'n=0; while [ $n -lt 300 ]; do rm -rf -- "$1"; sleep 0.2; [ -e "$1" ] || exit 0; n=$((n + 1)); done';
  const guard = spawn('/bin/sh', ['-c', `${wait}; ${remove}`, 'sh', folder], {
    // Of a session of its own: what ends ours at the terminal must not end it.
    detached: true,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  });
  guard.on('error', () => undefined);
  guard.stdin.on('error', () => undefined);
  guard.unref();
  (guard.stdin as Socket).unref();
}

/** Removes the folder; a browser that has just ended may still be writing its last files, hence the retries. */
export function removeWindowFolder(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 50 });
}
