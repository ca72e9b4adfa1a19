import { MessageChannel } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { Piscina } from 'piscina';
import { workerUrl } from '../worker-url.ts';
import { VaultError } from './errors.ts';
import { createGate } from './gate.ts';
import { post, resultOf } from './seal-job.ts';
import type { FromSealer, Outcome, Progress, Sealed, SealTask, ToSealer, VerifyTask } from './seal-job.ts';

/** How much of a stream may be on its way to the worker; more makes `write` wait. */
const WINDOW_BYTES = 4 * 1024 * 1024;
const IDLE_MS = 60_000;
/** Jobs take turns in their thread at every step, so a long one delays a recording by milliseconds only. */
const JOBS_AT_A_TIME = 64;

export type Watch = { signal?: AbortSignal; onProgress?: (progress: Progress) => void };
export type SealOrder = Pick<SealTask, 'target' | 'filesKey' | 'reserveBytes'>;
export type StreamSeal = { write(chunk: Uint8Array): Promise<void>; finish(): Promise<Sealed>; abort(): Promise<void> };
export type SealPool = ReturnType<typeof createSealPool>;

/**
 * Two threads beside the host: one seals and verifies (a second one gained 9 %), one computes SM3 of the same bytes.
 * Refusals come as VaultError; a stopped job throws `stopped`.
 */
export function createSealPool() {
  const sealers = thread('platform/vault/seal-worker');
  const hashers = thread('platform/vault/sm3-worker');

  /** Starts both halves of a sealing; the SM3 half ends when the other one closes its port, so only one is waited for. */
  function start(order: SealOrder, source: SealTask['source'], port: MessagePort): Promise<Sealed> {
    const { port1: sm3, port2: hashed } = new MessageChannel();
    const hashing = hashers.run({ port: hashed }, { name: 'hash', transferList: [hashed] });
    // Its end, good or bad, reaches the sealing thread as the closing of the port.
    hashing.catch(() => hashed.close());
    const task: SealTask = { ...order, source, port, sm3 };
    return sealers
      .run(task, { name: 'seal', transferList: [port, sm3] })
      .then((answer: Outcome<Sealed>) => resultOf(answer));
  }

  /** Seals a file of the host at `order.target`. */
  function sealPath(order: SealOrder, path: string, watch: Watch = {}): Promise<Sealed> {
    return watched(watch, (port) => start(order, { path }, port));
  }

  /** Seals what is written to it at `order.target`. */
  function sealStream(order: SealOrder, expectedBytes: number | undefined): StreamSeal {
    const { port1: control, port2: port } = new MessageChannel();
    return streamSeal(control, start(order, { expectedBytes }, port));
  }

  /** Reads a sealed file whole; resolves to the plaintext's size or throws `damaged`. */
  function verify(order: Pick<VerifyTask, 'path' | 'sha256' | 'filesKey'>, watch: Watch = {}): Promise<number> {
    return watched(watch, (port) =>
      sealers
        .run({ ...order, port } satisfies VerifyTask, { name: 'verify', transferList: [port] })
        .then((answer: Outcome<number>) => resultOf(answer)),
    );
  }

  async function close(): Promise<void> {
    await Promise.all([sealers.destroy(), hashers.destroy()]);
  }

  return { sealPath, sealStream, verify, close };
}

function thread(path: string): Piscina {
  return new Piscina({
    filename: workerUrl(path).href,
    minThreads: 0,
    maxThreads: 1,
    concurrentTasksPerWorker: JOBS_AT_A_TIME,
    idleTimeout: IDLE_MS,
    // Waiting by Atomics would stop the ports of a job that is under way.
    atomics: 'disabled',
  });
}

/** Runs a job with its progress reported and its stop signal passed on. */
async function watched<Result>(
  { signal, onProgress }: Watch,
  run: (port: MessagePort) => Promise<Result>,
): Promise<Result> {
  if (signal?.aborted) throw new VaultError({ code: 'stopped' });
  const { port1: control, port2: port } = new MessageChannel();
  const stop = (): void => post<ToSealer>(control, { kind: 'stop' });
  control.on('message', (message: FromSealer) => {
    if (message.kind === 'progress') onProgress?.(message.progress);
  });
  signal?.addEventListener('abort', stop);
  try {
    return await run(port);
  } finally {
    signal?.removeEventListener('abort', stop);
    control.close();
  }
}

function streamSeal(control: MessagePort, sealed: Promise<Sealed>): StreamSeal {
  let onTheWay = 0;
  let over = false;
  const gate = createGate();
  const settle = (): void => {
    over = true;
    gate.changed();
    control.close();
  };
  sealed.then(settle, settle);
  control.on('message', (message: FromSealer) => {
    if (message.kind === 'taken') onTheWay -= message.bytes;
    gate.changed();
  });

  async function write(chunk: Uint8Array): Promise<void> {
    await gate.until(() => onTheWay < WINDOW_BYTES || over);
    // Only a failure ends the job before `finish`; here it reaches whoever is writing.
    if (over) return void (await sealed);
    // A copy of its own: handing the caller's memory over would empty it under their hands.
    const bytes = new Uint8Array(chunk);
    onTheWay += bytes.length;
    post<ToSealer>(control, { kind: 'chunk', bytes }, [bytes.buffer]);
  }

  async function finish(): Promise<Sealed> {
    post<ToSealer>(control, { kind: 'end' });
    return sealed;
  }

  async function abort(): Promise<void> {
    post<ToSealer>(control, { kind: 'stop' });
    await sealed.catch(() => undefined);
  }

  return { write, finish, abort };
}
