import { fork } from 'node:child_process';
import type { Socket } from 'node:net';
import type { FromWorkstation, Line, ToWorkstation } from '../workstation/messages.ts';

/** A process of Node with the workstation, as one end of a line. Nothing secret is in its command line. */
export function forkWorkstation(file: string, execArgv: readonly string[] = []): Line<ToWorkstation, FromWorkstation> {
  const child = fork(file, { execArgv: [...execArgv], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return {
    post: (message, connection) => {
      // A connection whose process is gone is closed, and the page asks again.
      if (!child.connected) connection?.destroy();
      else child.send(message, connection, {}, () => undefined);
    },
    onMessage: (listener) => child.on('message', (message: FromWorkstation) => listener(message)),
    onGone: (listener) => {
      child.once('exit', listener);
      child.once('error', listener);
    },
  };
}

/** The end of that line in the process. */
export function lineToHost(): Line<FromWorkstation, ToWorkstation> {
  return {
    post: (message) => void process.send?.(message, undefined, {}, () => undefined),
    onMessage: (listener) =>
      process.on('message', (message: ToWorkstation, connection: unknown) =>
        listener(message, connection as Socket | undefined),
      ),
    onGone: (listener) => void process.once('disconnect', listener),
  };
}
