import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { KeyedDatabase } from '../../platform/store/open.ts';
import { workerUrl } from '../../platform/worker-url.ts';
import type { VerifyNews, VerifyOrder } from './verify-worker.ts';

/** One database is read by a worker, which tells of each stretch of entries it has checked. */
export async function checkDatabase(
  { file, keyHex }: KeyedDatabase,
  what: Pick<VerifyOrder, 'schema' | 'afterSeq'>,
  signal: AbortSignal,
  hear: (news: VerifyNews) => void,
): Promise<void> {
  const order: VerifyOrder = { ...what, file, keyHex: keyHex(), checkDatabase: what.afterSeq === 0 };
  const worker = new Worker(workerUrl('features/supervision/verify-worker'), { workerData: order });
  const stop = (): void => void worker.terminate();
  signal.addEventListener('abort', stop);
  worker.on('message', hear);
  await once(worker, 'exit');
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
}
