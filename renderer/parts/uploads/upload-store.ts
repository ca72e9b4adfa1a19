import type { Exhibit, ExhibitDetails } from '../../../shared/case-file.ts';
import type { HandedIn } from '../../../shared/contract/tray.ts';

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

/** Where a file goes: into a case, with what is known of it before a person describes it, or into 收件. */
export type Destination = { caseId: string; details: ExhibitDetails } | { tray: HandedIn };

export interface FileToAdmit {
  file: File;
  into: Destination;
}

export interface SendOptions {
  signal: AbortSignal;
  onProgress: (bytes: number) => void;
}

/** Files on their way into cases and 收件. They go on while other screens are looked at; the lock stops them. */
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

/** Null where no exhibit comes of it. */
type Send = (file: FileToAdmit, options: SendOptions) => Promise<Exhibit | null>;

/** Sends one file after the other; a failed one stays on show until it is read. */
export function createUploads(send: Send): Uploads {
  const list = createUploadList();
  const owners = createOwners();
  let queue: Promise<void> = Promise.resolve();
  let lastKey = 0;
  const stops = new Map<number, AbortController>();

  async function upload(key: number, owner: string, fileToAdmit: FileToAdmit, signal: AbortSignal): Promise<void> {
    try {
      signal.throwIfAborted();
      list.change(key, { state: 'sending' });
      const exhibit = await send(fileToAdmit, {
        signal,
        onProgress: (sent) => list.change(key, { sent, state: sent === fileToAdmit.file.size ? 'sealing' : 'sending' }),
      });
      list.remove(key);
      if (exhibit !== null) owners.admit(owner, exhibit);
    } catch (error) {
      if (signal.aborted) list.remove(key);
      else list.change(key, { state: 'failed', error });
    } finally {
      stops.delete(key);
    }
  }

  return {
    add: (owner, files) => {
      for (const fileToAdmit of files) {
        const key = (lastKey += 1);
        const stop = new AbortController();
        stops.set(key, stop);
        const { name, size: bytes } = fileToAdmit.file;
        list.add({ key, owner, name, bytes, sent: 0, state: 'waiting', error: null });
        queue = queue.then(() => upload(key, owner, fileToAdmit, stop.signal));
      }
    },
    drop: (key) => {
      stops.get(key)?.abort();
      list.remove(key);
    },
    items: list.items,
    subscribe: list.subscribe,
    listen: owners.listen,
    stop: () => {
      for (const stop of stops.values()) stop.abort();
    },
  };
}

/** What is on show; listeners hear of every change. */
function createUploadList() {
  let uploads: readonly Upload[] = [];
  const listeners = new Set<() => void>();
  const replace = (next: readonly Upload[]): void => {
    uploads = next;
    for (const listener of listeners) listener();
  };
  return {
    items: () => uploads,
    add: (upload: Upload) => replace([...uploads, upload]),
    change: (key: number, part: Partial<Upload>) =>
      replace(uploads.map((upload) => (upload.key === key ? { ...upload, ...part } : upload))),
    remove: (key: number) => replace(uploads.filter((upload) => upload.key !== key)),
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

type OnAdmitted = (exhibit: Exhibit) => void;

/** Who hears what came in; what came in while the owner did not listen waits until it does. */
function createOwners() {
  const owners = new Map<string, OnAdmitted>();
  const waiting = new Map<string, Exhibit[]>();
  return {
    admit: (owner: string, exhibit: Exhibit): void => {
      const onAdmitted = owners.get(owner);
      if (onAdmitted === undefined) waiting.set(owner, [...(waiting.get(owner) ?? []), exhibit]);
      else onAdmitted(exhibit);
    },
    listen: (owner: string, onAdmitted: OnAdmitted) => {
      owners.set(owner, onAdmitted);
      const exhibits = waiting.get(owner) ?? [];
      waiting.delete(owner);
      for (const exhibit of exhibits) onAdmitted(exhibit);
      return () => void owners.delete(owner);
    },
  };
}
