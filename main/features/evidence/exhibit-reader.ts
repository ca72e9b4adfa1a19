import { damageSentence, withVault } from '../../platform/vault/vault-refusals.ts';
import { isVaultFault } from '../../platform/vault/errors.ts';
import type { BlobStore } from '../../platform/vault/blob-store.ts';
import type { FeatureContext } from '../context.ts';
import { notFound } from '../../platform/refusal-error.ts';
import type { Exhibits } from './exhibits.ts';

/** A sealed file opened for the page: its size, kind and any part of it. */
export interface OpenedFile {
  bytes: number;
  mime: string;
  /** Plain bytes of [start, end); ends with an error when a frame is damaged. */
  range: (start: number, end: number) => AsyncIterable<Uint8Array>;
  close: () => Promise<void>;
}

/**
 * Reading sealed files. A browser never reports a broken frame (the player just stalls), so the first damage raises an
 * alarm, is recorded, and the file is not served again until it is verified.
 */
export function createExhibitReader({ looks }: Pick<FeatureContext, 'looks'>, blobs: BlobStore, exhibits: Exhibits) {
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

  async function thumbnail(exhibitId: string): Promise<Buffer> {
    const row = exhibits.row(exhibitId);
    if (row.thumbnail === null) throw notFound('exhibit');
    const { thumbnail: sha256 } = row;
    return withVault(row.title, () => blobs.read(sha256));
  }

  return { exhibit, thumbnail };
}
