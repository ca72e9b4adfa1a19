import { MessageChannel } from 'node:worker_threads';
import type { MessagePort } from 'node:worker_threads';
import { type OnFault, workerThread } from '../worker-thread.ts';
import { workerUrl } from '../worker-url.ts';
import { VaultError } from './errors.ts';
import { createGate } from './gate.ts';
import { post, resultOf } from './seal-job.ts';
import type { FromSealer, Outcome, Progress, ReadTask, SealTask, ToSealer } from './seal-job.ts';
import type { SealedFacts } from './sealed-format.ts';

/** How much of a stream may be on its way to the worker, two chunks of the page; more makes `write` wait. */
const WINDOW_BYTES = 8 * 1024 * 1024;
const IDLE_MS = 60_000;
/** Jobs take turns in their thread at every step, so a long one delays a recording by milliseconds only. */
const JOBS_AT_A_TIME = 64;

export type Watch = { signal?: AbortSignal; onProgress?: (progress: Progress) => void };
export type SealOrder = Pick<SealTask, 'target' | 'filesKey' | 'reserveBytes'>;
export type ReadOrder = Omit<ReadTask, 'port'>;
export type StreamSeal = {
  write(chunk: Uint8Array): Promise<void>;
  finish(): Promise<SealedFacts>;
  abort(): Promise<void>;
};
export type SealPool = ReturnType<typeof createSealPool>;

/**
 * The thread beside the host that seals, verifies and computes SM3; a second one gained 9 %. Refusals come as VaultError;
 * a stopped job throws `stopped`.
 */
export function createSealPool(onFault: OnFault) {
  const thread = workerThread(workerUrl('platform/vault/seal-worker'), {
    idleTimeout: IDLE_MS,
    tasksAtATime: JOBS_AT_A_TIME,
    onFault,
  });

  async function run<Result>(name: 'seal' | 'verify' | 'sm3', task: SealTask | ReadTask): Promise<Result> {
    return resultOf((await thread.run(task, { name, transferList: [task.port] })) as Outcome<Result>);
  }

  /** Seals a file of the host at `order.target`. */
  function sealPath(order: SealOrder, path: string, watch: Watch = {}): Promise<SealedFacts> {
    return watched(watch, (port) => run('seal', { ...order, source: { path }, port }));
  }

  /** Seals what is written to it at `order.target`. */
  function sealStream(order: SealOrder, expectedBytes: number | undefined): StreamSeal {
    const { port1: control, port2: port } = new MessageChannel();
    return streamSeal(control, run('seal', { ...order, source: { expectedBytes }, port }));
  }

  /** Reads a sealed file whole; resolves to the plaintext's size or throws `damaged`. */
  function verify(order: ReadOrder, watch: Watch = {}): Promise<number> {
    return watched(watch, (port) => run('verify', { ...order, port }));
  }

  /** The SM3 of a sealed file's plaintext, hex; throws `damaged`. Stands back while files are being sealed. */
  function sm3(order: ReadOrder, watch: Watch = {}): Promise<string> {
    return watched(watch, (port) => run('sm3', { ...order, port }));
  }

  return { sealPath, sealStream, verify, sm3, close: () => thread.destroy() };
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

function streamSeal(control: MessagePort, sealed: Promise<SealedFacts>): StreamSeal {
  let onTheWay = 0;
  let over = false;
  const spares: ArrayBuffer[] = [];
  const gate = createGate();
  const settle = (): void => {
    over = true;
    gate.changed();
    control.close();
  };
  sealed.then(settle, settle);
  control.on('message', (message: FromSealer) => {
    if (message.kind === 'taken') {
      onTheWay -= message.bytes.length;
      spares.push(message.bytes.buffer);
    }
    gate.changed();
  });

  /** A copy, because handing the caller's memory over would empty it under their hands; fresh memory would cost more than the copying. */
  function copyOf(chunk: Uint8Array): Uint8Array<ArrayBuffer> {
    const spare = spares.pop();
    const memory = spare && spare.byteLength >= chunk.length ? spare : new ArrayBuffer(chunk.length);
    const copy = new Uint8Array(memory, 0, chunk.length);
    copy.set(chunk);
    return copy;
  }

  async function write(chunk: Uint8Array): Promise<void> {
    await gate.until(() => onTheWay < WINDOW_BYTES || over);
    // Only a failure ends the job before `finish`; here it reaches whoever is writing.
    if (over) return void (await sealed);
    const bytes = copyOf(chunk);
    onTheWay += bytes.length;
    post<ToSealer>(control, { kind: 'chunk', bytes }, [bytes.buffer]);
  }

  async function finish(): Promise<SealedFacts> {
    post<ToSealer>(control, { kind: 'end' });
    return sealed;
  }

  async function abort(): Promise<void> {
    post<ToSealer>(control, { kind: 'stop' });
    await sealed.catch(() => undefined);
  }

  return { write, finish, abort };
}
