import { parseFromTokenizer } from 'music-metadata';
import { AbstractTokenizer, EndOfStreamError, type IReadChunkOptions } from 'strtok3';
import { isRecording, type Exhibit } from '../../../shared/case-file.ts';
import type { BlobStore } from '../../platform/vault/blob-store.ts';
import { VaultError } from '../../platform/vault/errors.ts';
import type { SealedReader } from '../../platform/vault/sealed-file.ts';

/** How long a recording is by its own file, in seconds; null where it is none, or its file does not say. */
export async function recordedLength(
  blobs: Pick<BlobStore, 'open'>,
  exhibit: Pick<Exhibit, 'mime' | 'sha256'>,
): Promise<number | null> {
  if (!isRecording(exhibit)) return null;
  const reader = await blobs.open(exhibit.sha256);
  try {
    const { format } = await parseFromTokenizer(new SealedTokenizer(reader, exhibit.mime), { skipCovers: true });
    const seconds = format.duration ?? 0;
    return Number.isFinite(seconds) && seconds > 0 ? seconds : null;
  } catch (error) {
    if (error instanceof VaultError) throw error;
    // A file nobody can read the length of is a recording all the same.
    return null;
  } finally {
    await reader.close();
  }
}

/** Reads a sealed file where its length stands, without taking the rest of it into memory. */
class SealedTokenizer extends AbstractTokenizer {
  readonly fileInfo: { size: number; mimeType: string };
  readonly #reader: SealedReader;

  constructor(reader: SealedReader, mimeType: string) {
    super();
    this.#reader = reader;
    this.fileInfo = { size: reader.bytes, mimeType };
  }

  supportsRandomAccess(): boolean {
    return true;
  }

  setPosition(position: number): void {
    this.position = position;
  }

  async readBuffer(target: Uint8Array, options?: IReadChunkOptions): Promise<number> {
    const { position } = this.normalizeOptions(target, options);
    const read = await this.peekBuffer(target, options);
    this.position = position + read;
    return read;
  }

  async peekBuffer(target: Uint8Array, options?: IReadChunkOptions): Promise<number> {
    const { position, length, mayBeLess } = this.normalizeOptions(target, options);
    const wanted = Math.max(0, Math.min(this.#reader.bytes - position, length));
    if (wanted < length && mayBeLess !== true) throw new EndOfStreamError();
    let read = 0;
    for await (const part of this.#reader.range(position, position + wanted)) {
      target.set(part, read);
      read += part.length;
    }
    return read;
  }
}
