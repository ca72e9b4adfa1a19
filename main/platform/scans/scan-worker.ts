import { move, transferableSymbol, valueSymbol } from 'piscina';
import { findCodes } from './find-codes.ts';
import { sheetIn, shownBy } from './lie-of-sheet.ts';
import { kindOf, wordsOf } from './scan-kind.ts';
import { type ScanFile, type ScanOutcome, type ScanPage, type ScanTask, UnreadableScan } from './scan-page.ts';
import { upright } from './straighten.ts';

async function pageOf({ bytes, mime }: ScanFile, index: number): Promise<ScanPage> {
  const picture = await kindOf(mime).picture(bytes, index);
  const found = await findCodes(picture);
  const { code, codes } = shownBy(found);
  const sheet = code === null ? null : sheetIn(picture, found);
  const kept = await upright(picture, sheet, codes === 'both');
  return {
    index,
    ...kept,
    code,
    codes,
    pixelsPerPoint: sheet !== null && kept.straightened && codes === 'both' ? sheet.lie.scale : null,
    dpi: sheet === null ? null : Math.round(sheet.lie.scale * 72),
  };
}

async function run(task: ScanTask): Promise<unknown> {
  // Its bytes are shared with the caller; the decoders want memory of their own.
  const own = ({ bytes, mime }: ScanFile): ScanFile => ({ bytes: Uint8Array.from(bytes), mime });
  switch (task.kind) {
    case 'count':
      return { result: await kindOf(task.file.mime).count(own(task.file).bytes) };
    case 'page': {
      const page = await pageOf(own(task.file), task.index);
      return handOver({ result: page }, page.picture);
    }
    case 'words':
      return { result: await wordsOf(task.file.mime)(own(task.file).bytes, task.most) };
    case 'join': {
      // The PDF library is loaded by the first paper that is joined, not by each thread that reads.
      const { joinScans } = await import('./join-scans.ts');
      const pdf = await joinScans(task.scans);
      return handOver({ result: pdf }, pdf);
    }
  }
}

/** The outcome with the memory of its bytes handed over. */
const handOver = (outcome: ScanOutcome<ScanPage | Uint8Array>, bytes: Uint8Array): unknown =>
  move({ [transferableSymbol]: [bytes.buffer], [valueSymbol]: outcome } as Parameters<typeof move>[0]);

/** Runs one task. */
export default async function scan(task: ScanTask): Promise<unknown> {
  try {
    return await run(task);
  } catch (error) {
    if (!(error instanceof UnreadableScan)) throw error;
    return { fault: error.why } satisfies ScanOutcome<never>;
  }
}
