import type { MessagePort } from 'node:worker_threads';
import { post } from './seal-job.ts';
import { createSm3 } from './sm3.ts';

/** Asks for the digest; everything else that comes through the port are bytes. */
export const SM3_DIGEST = 'digest';
export type ToSm3 = Uint8Array<ArrayBuffer> | typeof SM3_DIGEST;
/** A buffer given back for reuse, or the digest in hex. */
export type FromSm3 = ArrayBuffer | string;

/** Hashes what comes through the port beside the thread that seals; ends when the other side closes the port. */
export async function hash({ port }: { port: MessagePort }): Promise<void> {
  const sm3 = await createSm3();
  const ended = Promise.withResolvers<void>();
  port.on('close', () => ended.resolve());
  port.on('message', (message: ToSm3) => {
    if (message === SM3_DIGEST) {
      post<FromSm3>(port, sm3.digest());
    } else {
      sm3.update(message);
      post<FromSm3>(port, message.buffer, [message.buffer]);
    }
  });
  await ended.promise;
}
