import type { ParentPort, UtilityProcess } from 'electron';
import type { FromWorkstation, Line, ToWorkstation } from '../workstation/messages.ts';

/** A utility process with the workstation, as one end of a line; it ends with the shell. */
export function lineToWorkstation(child: UtilityProcess): Line<ToWorkstation, FromWorkstation> {
  return {
    post: (message) => child.postMessage(message),
    onMessage: (listener) => void child.on('message', listener),
    onGone: (listener) => void child.once('exit', () => listener()),
  };
}

/** The end of that line in the process. The system ends a utility process whose shell is gone. */
export function lineToShell(port: ParentPort = process.parentPort): Line<FromWorkstation, ToWorkstation> {
  return {
    post: (message) => port.postMessage(message),
    onMessage: (listener) => void port.on('message', ({ data }) => listener(data as ToWorkstation)),
    onGone: () => undefined,
  };
}
