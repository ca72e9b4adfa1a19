import { holdsWords } from '../../../shared/file-content/word-kinds.ts';
import { damageSentence, withVault } from '../../platform/vault/vault-refusals.ts';
import { isVaultFault } from '../../platform/vault/errors.ts';
import type { BlobStore } from '../../platform/vault/blob-store.ts';
import type { FeatureContext } from '../context.ts';
import { notFound } from '../../platform/refusal-error.ts';
import { textIn } from '../../platform/text-encoding.ts';
import type { ExhibitWords } from './exhibit-words.ts';
import type { Exhibits } from './exhibits.ts';

/** A sealed file opened for the page: its size, kind and any part of it. */
export interface OpenedFile {
  bytes: number;
  mime: string;
  /** Plain bytes of [start, end); ends with an error when a frame is damaged. */
  range: (start: number, end: number) => AsyncIterable<Uint8Array>;
  close: () => Promise<void>;
}

/** More of a text than anybody reads on a screen; the rest is in the file. */
const mostTextBytes = 4 * 1024 * 1024;

/**
 * Reading sealed files. A browser never reports a broken frame (the player just stalls), so the first damage raises an
 * alarm, is recorded, and the file is not served again until it is verified.
 */
export function createExhibitReader(
  { looks }: Pick<FeatureContext, 'looks'>,
  blobs: BlobStore,
  { exhibits, exhibitWords }: { exhibits: Exhibits; exhibitWords: Pick<ExhibitWords, 'wordsOf'> },
) {
  async function exhibit(exhibitId: string): Promise<OpenedFile> {
    const row = exhibits.row(exhibitId);
    looks.note({ kind: '证据', what: row.title, subjectId: row.id, caseId: row.caseId });
    const reader = await withVault(row.title, () => blobs.open(row.sha256)).catch(async (error: unknown) => {
      await exhibits.raiseDamage(row, '无法打开密封文件');
      throw error;
    });
    async function* watched(start: number, end: number): AsyncGenerator<Uint8Array> {
      try {
        yield* reader.range(start, end);
      } catch (error) {
        if (isVaultFault(error, 'damaged')) await exhibits.raiseDamage(row, damageSentence(error.fault.damage));
        throw error;
      }
    }
    return { bytes: reader.bytes, mime: row.mime, range: watched, close: () => reader.close() };
  }

  /** The words of a text file; of an OFD or an old Word document those that the search knows. */
  async function text(exhibitId: string, encoding: 'auto' | 'big5'): Promise<string> {
    const row = exhibits.row(exhibitId);
    if (holdsWords(row.mime)) {
      looks.note({ kind: '证据', what: row.title, subjectId: row.id, caseId: row.caseId });
      return (await exhibitWords.wordsOf(row)) ?? '';
    }
    const file = await exhibit(exhibitId);
    try {
      const parts: Uint8Array[] = [];
      for await (const part of file.range(0, Math.min(file.bytes, mostTextBytes))) parts.push(Uint8Array.from(part));
      return textIn(Buffer.concat(parts), encoding === 'big5' ? 'big5' : null);
    } finally {
      await file.close();
    }
  }

  async function thumbnail(exhibitId: string): Promise<Buffer> {
    const row = exhibits.row(exhibitId);
    if (row.thumbnail === null) throw notFound('exhibit');
    const { thumbnail: sha256 } = row;
    return withVault(row.title, () => blobs.read(sha256));
  }

  return { exhibit, text, thumbnail };
}
