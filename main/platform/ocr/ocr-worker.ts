import { fileTypeFromBuffer } from 'file-type';
import { move, transferableSymbol, valueSymbol } from 'piscina';
import { kindOf } from '../scans/scan-kind.ts';
import { UnreadableScan } from '../scans/scan-page.ts';
import type { ReadOutcome, ReadPicture } from './read-outcome.ts';

/** Reads the text of the first page of a file, whatever it is called. */
export default async function read(bytes: Uint8Array): Promise<unknown> {
  let readText: typeof import('./read-text.ts').readText;
  try {
    // Loaded here, so that an installation without the models says so instead of ending the thread.
    ({ readText } = await import('./read-text.ts'));
    await (await import('./models.ts')).models();
  } catch (error) {
    return { fault: 'no-reader', cause: String(error) } satisfies ReadOutcome;
  }
  try {
    const mime = (await fileTypeFromBuffer(bytes))?.mime ?? '';
    return handOver(await readText(await kindOf(mime).picture(bytes, 0)));
  } catch (error) {
    if (!(error instanceof UnreadableScan)) throw error;
    return { fault: error.why, cause: null } satisfies ReadOutcome;
  }
}

/** The outcome with the memory of its picture handed over. */
const handOver = (result: ReadPicture): unknown =>
  move({
    [transferableSymbol]: [result.picture.buffer],
    [valueSymbol]: { result } satisfies ReadOutcome,
  } as unknown as Parameters<typeof move>[0]);
