import type { NonSharedBuffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { open, rm } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import { damaged, systemCode, throwIfStopped, VaultError } from './errors.ts';
import { whyUnreadable } from '../files.ts';
import { assertUsable, wipe } from './keys.ts';
import {
  FRAME_BYTES,
  frameCount,
  frameOffset,
  HEADER_BYTES,
  makeSeal,
  newHeader,
  openFrame,
  readHeader,
  SEAL_AT,
  sealedSize,
  sealFrame,
} from './sealed-format.ts';
import type { FrameKey, SealedFacts } from './sealed-format.ts';
import { release } from './release.ts';

export type SealedWriter = {
  /** Takes plaintext of any length; `bytes` may be reused once this resolves. */
  write(bytes: Uint8Array): Promise<void>;
  /** Plaintext bytes taken so far. */
  size(): number;
  /** Writes the last frame and the seal, flushes to disk and closes. */
  finish(): Promise<SealedFacts>;
  /** Closes and removes what was written. */
  abort(): Promise<void>;
};

/** Starts a sealed file at a path where nothing is yet. Errors of the disk come as they are. */
export async function createSealedFile(
  path: string,
  filesKey: Uint8Array,
  frameBytes: number = FRAME_BYTES,
): Promise<SealedWriter> {
  const { header, frameKey } = newHeader(filesKey, frameBytes);
  const handle = await open(path, 'wx', 0o600);
  const hash = createHash('sha256');
  const held = Buffer.alloc(frameBytes);
  let heldBytes = 0;
  let bytes = 0;
  let frames = 0;
  let flushing = writeAll(handle, [header]);
  flushing.catch(() => undefined);

  /** Encrypting the next frames goes on while these are on their way to the disk. */
  async function put(parts: Uint8Array<ArrayBuffer>[]): Promise<void> {
    await flushing;
    flushing = writeAll(handle, parts).then(() => release(parts));
    // Whoever waits next gets the error; until then it must not count as unhandled.
    flushing.catch(() => undefined);
  }

  async function write(chunk: Uint8Array): Promise<void> {
    hash.update(chunk);
    bytes += chunk.length;
    const parts: Uint8Array<ArrayBuffer>[] = [];
    let rest = chunk;
    while (rest.length > 0) {
      // A full frame is held back until more comes, because only then is it known not to be the last.
      if (heldBytes === frameBytes) {
        parts.push(...sealFrame(frameKey, frames++, false, held));
        heldBytes = 0;
      }
      if (heldBytes === 0 && rest.length > frameBytes) {
        parts.push(...sealFrame(frameKey, frames++, false, rest.subarray(0, frameBytes)));
        rest = rest.subarray(frameBytes);
      } else {
        const taken = rest.subarray(0, frameBytes - heldBytes);
        held.set(taken, heldBytes);
        heldBytes += taken.length;
        rest = rest.subarray(taken.length);
      }
    }
    if (parts.length > 0) await put(parts);
  }

  async function finish(): Promise<SealedFacts> {
    await put(sealFrame(frameKey, frames++, true, held.subarray(0, heldBytes)));
    await flushing;
    const facts = { bytes, sha256: hash.digest('hex') };
    await writeAll(handle, [makeSeal(header, frameKey, facts)], SEAL_AT);
    await handle.sync();
    await handle.close();
    wipe(frameKey.key, held);
    return facts;
  }

  async function abort(): Promise<void> {
    await flushing.catch(() => undefined);
    await handle.close().catch(() => undefined);
    wipe(frameKey.key, held);
    await rm(path, { force: true });
  }

  return { write, finish, abort, size: () => bytes };
}

export type SealedReader = SealedFacts & {
  /**
   * Plaintext from `start` up to, not including, `end`, a frame at a time; leaving the loop reads no further.
   * Throws VaultError damaged (frame, disk) and stopped. Bytes of a damaged frame are never given out.
   */
  range(start: number, end: number, signal?: AbortSignal): AsyncGenerator<NonSharedBuffer, void, void>;
  /** Reads everything and compares it with the seal. Throws as `range`, and damaged: other-content. */
  verify(options?: { signal?: AbortSignal; onProgress?: (doneBytes: number) => void }): Promise<void>;
  close(): Promise<void>;
};

/**
 * Opens a sealed file; the header alone tells a cut, extended, unfinished or exchanged file.
 * `wanted` is the SHA-256 of the plaintext it must hold. Throws VaultError damaged, unreadable.
 */
export async function openSealedFile(path: string, filesKey: Uint8Array, wanted?: string): Promise<SealedReader> {
  assertUsable(filesKey);
  const handle = await open(path, 'r').catch((error: unknown) => {
    throw systemCode(error) === 'ENOENT' ? damaged({ kind: 'missing' }) : unreadable(error);
  });
  try {
    const { frameKey, facts } = readHeader(await readAt(handle, 0, HEADER_BYTES), filesKey);
    try {
      await assertShape(handle, frameKey, facts, wanted);
    } catch (error) {
      wipe(frameKey.key);
      throw error;
    }
    return sealedReader(handle, frameKey, facts);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function assertShape(
  handle: FileHandle,
  frameKey: FrameKey,
  facts: SealedFacts,
  wanted: string | undefined,
): Promise<void> {
  if (wanted !== undefined && facts.sha256 !== wanted) throw damaged({ kind: 'other-content' });
  const expectedBytes = sealedSize(facts.bytes, frameKey.frameBytes);
  const { size: actualBytes } = await handle.stat();
  if (actualBytes !== expectedBytes) throw damaged({ kind: 'length', expectedBytes, actualBytes });
}

function sealedReader(handle: FileHandle, frameKey: FrameKey, facts: SealedFacts): SealedReader {
  const { frameBytes } = frameKey;
  const frames = frameCount(facts.bytes, frameBytes);
  let closed = false;

  async function frame(index: number): Promise<NonSharedBuffer> {
    const last = index === frames - 1;
    const from = frameOffset(index, frameBytes);
    const to = last ? sealedSize(facts.bytes, frameBytes) : frameOffset(index + 1, frameBytes);
    const sealed = closed ? undefined : await readAt(handle, from, to - from).catch(unlessClosed);
    // A reader closed in the middle of a read (a player that seeks) must not look like damage.
    if (closed || !sealed) throw new VaultError({ code: 'stopped' });
    const plain = openFrame(frameKey, index, last, sealed);
    release([sealed]);
    if (plain) return plain;
    throw damaged({
      kind: 'frame',
      frame: index,
      from: index * frameBytes,
      to: Math.min(facts.bytes, (index + 1) * frameBytes),
    });
  }

  function unlessClosed(error: unknown): undefined {
    if (!closed) throw error;
  }

  async function* range(start: number, end: number, signal?: AbortSignal): AsyncGenerator<NonSharedBuffer, void, void> {
    const stop = Math.min(end, facts.bytes);
    for (let position = Math.max(0, start); position < stop;) {
      throwIfStopped(signal);
      const index = Math.floor(position / frameBytes);
      const first = index * frameBytes;
      const plain = await frame(index);
      const part = plain.subarray(position - first, stop - first);
      // Before it is given out, because who gets it may release its memory.
      position = first + plain.length;
      yield part;
    }
  }

  async function verify({
    signal,
    onProgress,
  }: { signal?: AbortSignal; onProgress?: (doneBytes: number) => void } = {}): Promise<void> {
    const hash = createHash('sha256');
    let done = 0;
    for (let index = 0; index < frames; index++) {
      throwIfStopped(signal);
      const plain = await frame(index);
      hash.update(plain);
      onProgress?.((done += plain.length));
      release([plain]);
    }
    if (hash.digest('hex') !== facts.sha256) throw damaged({ kind: 'other-content' });
  }

  async function close(): Promise<void> {
    closed = true;
    wipe(frameKey.key);
    await handle.close();
  }

  return { ...facts, range, verify, close };
}

/** Reads exactly the asked bytes, or fewer at the end of the file. */
async function readAt(handle: FileHandle, position: number, length: number): Promise<NonSharedBuffer> {
  const buffer = Buffer.allocUnsafeSlow(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await handle
      .read(buffer, filled, length - filled, position + filled)
      .catch((error: unknown) => {
        throw unreadable(error);
      });
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}

/** Writes all parts; a short write is continued, so that a full disk shows as ENOSPC and not as a gap. */
async function writeAll(handle: FileHandle, parts: Uint8Array[], position?: number): Promise<void> {
  let rest = parts;
  let index = position;
  while (rest.length > 0) {
    const { bytesWritten } = await handle.writev(rest, index);
    if (index !== undefined) index += bytesWritten;
    rest = after(rest, bytesWritten);
  }
}

function after(parts: Uint8Array[], bytes: number): Uint8Array[] {
  let skip = bytes;
  return parts.flatMap((part) => {
    const rest = part.subarray(Math.min(skip, part.length));
    skip -= part.length - rest.length;
    return rest.length > 0 ? [rest] : [];
  });
}

/** What the system refuses for reasons of its own says nothing about the file; what is left is the disk. */
function unreadable(error: unknown): VaultError {
  const why = whyUnreadable(error);
  return why === undefined
    ? damaged({ kind: 'disk', code: systemCode(error) ?? 'unknown' })
    : new VaultError({ code: 'unreadable', why });
}
