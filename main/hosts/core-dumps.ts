import { spawnSync } from 'node:child_process';

/**
 * Lets no process of the program leave its memory in a file when it crashes: keys and case content would stand in it. Holds for this process and
 * all that it starts later. Node has no call for it; `prlimit` is in util-linux, which every Linux has. Windows keeps no dumps unless somebody
 * sets it to (docs/SECURITY.md).
 */
export function forbidCoreDumps(): void {
  if (process.platform === 'linux') spawnSync('prlimit', ['--core=0:0', '--pid', String(process.pid)]);
}
