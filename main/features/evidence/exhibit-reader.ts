import { damageSentence, withVault } from '../../platform/vault/vault-refusals.ts';
import { VaultError } from '../../platform/vault/errors.ts';
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
export function createExhibitReader(context: FeatureContext, blobs: BlobStore, exhibits: Exhibits) {
  async function exhibit(exhibitId: string): Promise<OpenedFile> {
    const row = await exhibits.row(exhibitId);
    const reader = await withVault(row.title, () => blobs.open(row.sha256)).catch(async (error: unknown) => {
      await alarm(exhibitId, row.title, '无法打开密封文件');
      throw error;
    });
    async function* watched(start: number, end: number): AsyncGenerator<Uint8Array> {
      try {
        yield* reader.range(start, end);
      } catch (error) {
        if (error instanceof VaultError && error.fault.code === 'damaged')
          await alarm(exhibitId, row.title, damageSentence(error.fault.damage));
        throw error;
      }
    }
    return { bytes: reader.bytes, mime: row.mime, range: watched, close: () => reader.close() };
  }

  async function alarm(exhibitId: string, title: string, damage: string): Promise<void> {
    const { damage: known } = await exhibits.row(exhibitId);
    if (known === null) await exhibits.markDamaged(exhibitId, damage);
    context.emit({
      kind: 'alarm',
      sentence: `证据“${title}”已损坏：${damage}。请停止使用，在“监督”中做一次验证，并从移交单位或原设备重新取得。`,
      exhibitId,
    });
  }

  async function thumbnail(exhibitId: string): Promise<Buffer> {
    const row = await exhibits.row(exhibitId);
    if (row.thumbnail === null) throw notFound('exhibit');
    const { thumbnail: sha256 } = row;
    return withVault(row.title, () => blobs.read(sha256));
  }

  return { exhibit, thumbnail };
}
