import { once } from 'node:events';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Head } from '../../platform/audit/chain.ts';
import type { KeyedDatabase } from '../../platform/store/open.ts';
import { workerUrl } from '../../platform/worker-url.ts';
import type { CopyNews, CopyOrder } from './copy-database-worker.ts';

/** Copies one state of a database into a folder while others go on writing, and reads it back; resolves with the head of its chain. */
export async function copyDatabase(
  { file, keyHex }: KeyedDatabase,
  folder: string,
  signal: AbortSignal,
): Promise<Head> {
  const order: CopyOrder = { from: file, to: path.join(folder, path.basename(file)), keyHex: keyHex() };
  const worker = new Worker(workerUrl('features/backup/copy-database-worker'), { workerData: order });
  const stop = (): void => void worker.terminate();
  signal.addEventListener('abort', stop);
  let news: CopyNews | undefined;
  worker.on('message', (told: CopyNews) => {
    news = told;
  });
  await once(worker, 'exit');
  signal.removeEventListener('abort', stop);
  signal.throwIfAborted();
  if (news?.kind === 'copied') return news.head;
  throw Object.assign(new Error('the database was not copied'), { code: news?.code ?? '' });
}
