import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { Told } from './saving-office.ts';

export interface Saving {
  saves: number;
  /** Of the faults of the disk, or `sound` for none. */
  seed: string;
  /** Milliseconds from the last save to the kill. */
  killAfterMs: number;
}

/** Lets an office save in a process of its own and kills it afterwards; resolves with what it was promised. */
export async function saveUntilKilled(dir: string, { saves, seed, killAfterMs }: Saving): Promise<Told[]> {
  const told: Told[] = [];
  const child = fork(join(import.meta.dirname, 'saving-office.ts'), [dir, String(saves), seed], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
  const exit = once(child, 'exit');
  child.on('message', (message: Told) => {
    told.push(message);
    if (message.kind === 'end') setTimeout(() => child.kill('SIGKILL'), killAfterMs);
  });
  await exit;
  return told;
}
