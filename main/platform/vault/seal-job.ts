import type { MessagePort } from 'node:worker_threads';
import { VaultError } from './errors.ts';
import type { Damage, VaultFault } from './errors.ts';

/** What the host thread asks of the sealing thread, and what comes back; all plain data. */
export type SealTask = {
  /** The new file, in the folder of incoming files. */
  target: string;
  filesKey: Uint8Array;
  /** Free bytes to leave on the disk. */
  reserveBytes: number;
  /** A file of the host, or bytes that come through the port. */
  source: { path: string } | { expectedBytes: number | undefined };
  port: MessagePort;
};
/** A sealed file to be read whole; `sha256` is of the plaintext it must hold. */
export type ReadTask = { path: string; sha256: string; filesKey: Uint8Array; port: MessagePort };

export type ToSealer = { kind: 'chunk'; bytes: Uint8Array<ArrayBuffer> } | { kind: 'end' } | { kind: 'stop' };
/** `taken` gives the memory of a chunk back for the next one. */
export type FromSealer = { kind: 'taken'; bytes: Uint8Array<ArrayBuffer> } | { kind: 'progress'; progress: Progress };
export type Progress = { doneBytes: number; totalBytes: number };

export type Verified = { ok: true; bytes: number } | { ok: false; damage: Damage };
export type Outcome<Result> = { ok: true; result: Result } | { ok: false; fault: VaultFault };

/** Sends a message of a known shape; `move` names the memory that goes with it and is gone here. */
export function post<Message>(port: MessagePort, message: Message, move: ArrayBuffer[] = []): void {
  port.postMessage(message, move);
}

/** Runs in the worker: turns a refusal into data, because a thrown error loses its class on the way to the host thread. */
export async function outcome<Result>(work: () => Promise<Result>): Promise<Outcome<Result>> {
  try {
    return { ok: true, result: await work() };
  } catch (error) {
    if (error instanceof VaultError) return { ok: false, fault: error.fault };
    throw error;
  }
}

/** Runs in the host thread: the result, or the refusal thrown again. */
export function resultOf<Result>(from: Outcome<Result>): Result {
  if (from.ok) return from.result;
  throw new VaultError(from.fault);
}
