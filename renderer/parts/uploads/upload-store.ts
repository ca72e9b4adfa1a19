import type { Exhibit, ExhibitDetails } from '../../../shared/case-file.ts';

export interface Upload {
  key: number;
  /** The place on a screen that took the file: a case, or a field of a paper. */
  owner: string;
  name: string;
  bytes: number;
  sent: number;
  /** Sealing is the time between the last byte and the answer of main. */
  state: 'waiting' | 'sending' | 'sealing' | 'failed';
  error: unknown;
}

export interface FileToAdmit {
  file: File;
  caseId: string;
  /** What is known of the file before a person describes it. */
  details: ExhibitDetails;
}

export interface SendOptions {
  signal: AbortSignal;
  onProgress: (bytes: number) => void;
}

/** Files on their way into cases. They go on while other screens are looked at; the lock stops them. */
export interface Uploads {
  add: (owner: string, files: readonly FileToAdmit[]) => void;
  /** Stops one that is under way, or puts a failed one away. */
  drop: (key: number) => void;
  items: () => readonly Upload[];
  subscribe: (listener: () => void) => () => void;
  /** Tells what came in for a place; what came in while nobody listened is told at once. */
  listen: (owner: string, admitted: (exhibit: Exhibit) => void) => () => void;
  stop: () => void;
}

type Send = (file: FileToAdmit, options: SendOptions) => Promise<Exhibit>;

/** Sends one file after the other; a failed one stays on show until it is read. */
export function createUploads(send: Send): Uploads {
  let items: readonly Upload[] = [];
  let queue: Promise<void> = Promise.resolve();
  let counter = 0;
  const stops = new Map<number, AbortController>();
  const listeners = new Set<() => void>();
  const owners = new Map<string, (exhibit: Exhibit) => void>();
  const untold = new Map<string, Exhibit[]>();
  const put = (next: readonly Upload[]): void => {
    items = next;
    for (const listener of listeners) listener();
  };
  const change = (key: number, part: Partial<Upload>): void =>
    put(items.map((item) => (item.key === key ? { ...item, ...part } : item)));
  const remove = (key: number): void => put(items.filter((item) => item.key !== key));
  const tell = (owner: string, exhibit: Exhibit): void => {
    const told = owners.get(owner);
    if (told === undefined) untold.set(owner, [...(untold.get(owner) ?? []), exhibit]);
    else told(exhibit);
  };

  async function upload(key: number, owner: string, fileToAdmit: FileToAdmit, signal: AbortSignal): Promise<void> {
    try {
      signal.throwIfAborted();
      change(key, { state: 'sending' });
      const exhibit = await send(fileToAdmit, {
        signal,
        onProgress: (sent) => change(key, { sent, state: sent === fileToAdmit.file.size ? 'sealing' : 'sending' }),
      });
      remove(key);
      tell(owner, exhibit);
    } catch (error) {
      if (signal.aborted) remove(key);
      else change(key, { state: 'failed', error });
    } finally {
      stops.delete(key);
    }
  }

  return {
    add: (owner, files) => {
      for (const fileToAdmit of files) {
        const key = (counter += 1);
        const stop = new AbortController();
        stops.set(key, stop);
        put([
          ...items,
          {
            key,
            owner,
            name: fileToAdmit.file.name,
            bytes: fileToAdmit.file.size,
            sent: 0,
            state: 'waiting',
            error: null,
          },
        ]);
        queue = queue.then(() => upload(key, owner, fileToAdmit, stop.signal));
      }
    },
    drop: (key) => {
      stops.get(key)?.abort();
      remove(key);
    },
    items: () => items,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    listen: (owner, admitted) => {
      owners.set(owner, admitted);
      const waiting = untold.get(owner) ?? [];
      untold.delete(owner);
      for (const exhibit of waiting) admitted(exhibit);
      return () => void owners.delete(owner);
    },
    stop: () => {
      for (const stop of stops.values()) stop.abort();
    },
  };
}
