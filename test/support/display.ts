import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { endWithUs } from './child.ts';

export interface Display extends AsyncDisposable {
  /** Value for `DISPLAY`. */
  name: string;
  size: string;
}

/** A screen of 1366×768 in memory with a window manager, for windows that open themselves. */
export async function startDisplay(): Promise<Display> {
  const size = '1366x768';
  // The server picks a free number itself and tells it through file descriptor 3.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', `${size}x24`, '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  await once(server, 'spawn');
  const ended = endWithUs(server);
  const line = once(createInterface(server.stdio[3] as Readable), 'line') as Promise<[string]>;
  const [number] = await Promise.race([
    line,
    ended.then((code) => Promise.reject(new Error(`Xvfb ended with ${code}`))),
  ]);
  const name = `:${number}`;
  const manager = spawn('openbox', [], { stdio: 'ignore', env: { ...process.env, DISPLAY: name } });
  await once(manager, 'spawn');
  const managerEnded = endWithUs(manager);
  return {
    name,
    size,
    [Symbol.asyncDispose]: async () => {
      manager.kill();
      server.kill();
      await Promise.all([managerEnded, ended]);
    },
  };
}
