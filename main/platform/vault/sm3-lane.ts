import type { MessagePort } from 'node:worker_threads';
import { createGate } from './gate.ts';
import { post } from './seal-job.ts';
import { SM3_DIGEST } from './sm3-worker.ts';
import type { FromSm3, ToSm3 } from './sm3-worker.ts';

/** How many bytes are read, sealed and hashed at a time; four frames. */
export const STEP_BYTES = 1024 * 1024;
/** Buffers under way to the SM3 thread and back: enough to keep it busy, and the bound of the memory a job takes. */
const DEPTH = 4;

export type Sm3Lane = ReturnType<typeof openSm3Lane>;

/** The sealing thread's side of the SM3 thread; buffers go there for good and come back for reuse, none is copied. */
export function openSm3Lane(port: MessagePort) {
  const spares: ArrayBuffer[] = [];
  const digest = Promise.withResolvers<string>();
  digest.promise.catch(() => undefined);
  let underWay = 0;
  let lost = false;
  const gate = createGate();

  port.on('message', (message: FromSm3) => {
    if (typeof message === 'string') return digest.resolve(message);
    underWay--;
    if (message.byteLength === STEP_BYTES && spares.length < DEPTH) spares.push(message);
    gate.changed();
  });
  port.on('close', () => {
    lost = true;
    digest.reject(new Error('the SM3 thread ended before its digest'));
    gate.changed();
  });

  /** Waits until the SM3 thread has caught up. */
  async function room(): Promise<void> {
    await gate.until(() => underWay < DEPTH || lost);
    if (lost) await digest.promise;
  }

  /** Gives the bytes, and the memory they lie in, away to be hashed. */
  function send(bytes: Uint8Array<ArrayBuffer>): void {
    underWay++;
    post<ToSm3>(port, bytes, [bytes.buffer]);
  }

  function finish(): Promise<string> {
    post<ToSm3>(port, SM3_DIGEST);
    return digest.promise;
  }

  return { room, send, finish, spare: () => spares.pop() ?? new ArrayBuffer(STEP_BYTES), close: () => port.close() };
}
