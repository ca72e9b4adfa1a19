import { type OnFault, workerThread } from '../worker-thread.ts';
import { workerUrl } from '../worker-url.ts';
import { type ReadOutcome, type ReadPicture, UnreadableText } from './read-outcome.ts';

/** Reads the text in pictures (OCR), in a thread of its own and without a network. */
export interface TextReader {
  /**
   * The first page of a file with its lines of text; `signal` ends it, and its thread.
   * @throws UnreadableText
   */
  read(bytes: Uint8Array, signal: AbortSignal): Promise<ReadPicture>;
  close(): Promise<void>;
}

/** A clerk reads the papers of one target one after the other; after that the models and the picture go with the thread. */
const idleMs = 20_000;
/** A licence takes some seconds, on a slow machine half a minute. */
const mostMs = 120_000;
/** More than phones and scanners give; what is read is made smaller. */
const mostBytes = 32 * 1024 * 1024;

export function createTextReader({ onFault }: { onFault: OnFault }): TextReader {
  const thread = workerThread(workerUrl('platform/ocr/ocr-worker'), { idleTimeout: idleMs, onFault });

  async function read(bytes: Uint8Array, signal: AbortSignal): Promise<ReadPicture> {
    if (bytes.length === 0) throw new UnreadableText('empty', null);
    if (bytes.length > mostBytes) throw new UnreadableText('too-large', null);
    const late = AbortSignal.timeout(mostMs);
    let outcome: ReadOutcome;
    try {
      outcome = (await thread.run(bytes, { signal: AbortSignal.any([signal, late]) })) as ReadOutcome;
    } catch (error) {
      if (late.aborted) throw new UnreadableText('too-slow', error);
      throw error;
    }
    if ('fault' in outcome) throw new UnreadableText(outcome.fault, outcome.cause);
    return outcome.result;
  }

  return { read, close: async () => void (await thread.close({ force: true })) };
}
