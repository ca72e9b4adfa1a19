import { type OnFault, workerThread } from '../worker-thread.ts';
import { workerUrl } from '../worker-url.ts';
import {
  mostBytes,
  mostPages,
  type ScanFile,
  type ScanOutcome,
  type ScanPage,
  type ScansToJoin,
  type ScanTask,
  UnreadableScan,
  type UnreadPage,
} from './scan-page.ts';

/** Reads scans and photos of papers in a thread of its own. */
export interface ScanReader {
  /**
   * The pages of a file, one after the other, each with the code in its foot; the next one is read when it is asked for.
   * @throws UnreadableScan when nothing of the file can be read
   */
  read(file: ScanFile): AsyncGenerator<ScanPage | UnreadPage>;
  /**
   * The words a PDF, an OFD or an old Word document carries, at most `most` characters.
   * @throws UnreadableScan
   */
  words(file: ScanFile, most: number): Promise<string>;
  /** One paper as one PDF/A (join-scans.ts). */
  join(scans: ScansToJoin): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** After this its memory, which PDFium and the code reader only take and never give back, goes with the thread. */
const idleMs = 30_000;
/** A page takes about a second; a file made to hold the thread up takes for ever. */
const mostMsAPage = 60_000;

export interface ScanReaderOptions {
  onFault: OnFault;
  /** Milliseconds a page may take; only given by tests. */
  mostMs?: number;
}

export function createScanReader({ onFault, mostMs = mostMsAPage }: ScanReaderOptions): ScanReader {
  const thread = workerThread(workerUrl('platform/scans/scan-worker'), {
    idleTimeout: idleMs,
    youngGeneration: 8,
    onFault,
  });
  const ask = async <Result>(task: ScanTask): Promise<ScanOutcome<Result>> => {
    const signal = AbortSignal.timeout(mostMs);
    try {
      return (await thread.run(task, { signal })) as ScanOutcome<Result>;
    } catch (error) {
      if (signal.aborted) return { fault: 'too-slow' };
      throw error;
    }
  };
  async function* read({ bytes, mime }: ScanFile): AsyncGenerator<ScanPage | UnreadPage> {
    if (bytes.length > mostBytes) throw new UnreadableScan('too-large');
    const file = { bytes: shared(bytes), mime };
    const count = await ask<number>({ kind: 'count', file });
    if ('fault' in count) throw new UnreadableScan(count.fault);
    if (count.result === 0) throw new UnreadableScan('empty');
    if (count.result > mostPages) throw new UnreadableScan('too-many-pages');
    for (let index = 0; index < count.result; index += 1) {
      const page = await ask<ScanPage>({ kind: 'page', file, index });
      yield 'fault' in page ? { index, fault: page.fault } : page.result;
    }
  }
  const words = async ({ bytes, mime }: ScanFile, most: number): Promise<string> => {
    const file = { bytes: shared(bytes), mime };
    const answer = await ask<string>({ kind: 'words', file, most });
    if ('fault' in answer) throw new UnreadableScan(answer.fault);
    return answer.result;
  };
  const join = async (scans: ScansToJoin): Promise<Uint8Array> => {
    const joined = await ask<Uint8Array>({ kind: 'join', scans });
    if ('fault' in joined) throw new UnreadableScan(joined.fault);
    return joined.result;
  };
  return { read, words, join, close: async () => void (await thread.close({ force: true })) };
}

/** Memory that every task of a file reads, so that it is not copied for each page. */
function shared(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(new SharedArrayBuffer(bytes.length));
  copy.set(bytes);
  return copy;
}
