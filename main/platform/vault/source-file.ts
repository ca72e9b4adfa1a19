import { open, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import type { BigIntStats } from 'node:fs';
import { systemCode, VaultError } from './errors.ts';

export type SourceFile = {
  bytes: number;
  read(buffer: Uint8Array, position: number): Promise<number>;
  assertUnchanged(): Promise<void>;
  close(): Promise<void>;
};

/**
 * Opens a file of the host to be sealed, and can tell whether it was changed or replaced since.
 * Throws VaultError file-unreadable (missing, no right, not a file, disk error), empty-file, file-changed.
 */
export async function openSourceFile(path: string): Promise<SourceFile> {
  const handle = await open(path, 'r').catch(unreadable);
  try {
    const before = await handle.stat({ bigint: true });
    if (!before.isFile()) throw new VaultError({ code: 'file-unreadable', reason: 'not-a-file' });
    if (before.size === 0n) throw new VaultError({ code: 'empty-file' });
    return sourceFile(path, handle, before);
  } catch (error) {
    await handle.close();
    throw error;
  }
}

function sourceFile(path: string, handle: FileHandle, before: BigIntStats): SourceFile {
  async function read(buffer: Uint8Array, position: number): Promise<number> {
    return (await handle.read(buffer, 0, buffer.length, position).catch(unreadable)).bytesRead;
  }

  async function assertUnchanged(): Promise<void> {
    // By name as well as by handle: a file put in its place leaves the open one untouched.
    const now = [await handle.stat({ bigint: true }), await stat(path, { bigint: true }).catch(() => undefined)];
    if (!now.every((seen) => seen !== undefined && sameFile(seen, before)))
      throw new VaultError({ code: 'file-changed' });
  }

  return { bytes: Number(before.size), read, assertUnchanged, close: () => handle.close() };
}

function sameFile(left: BigIntStats, right: BigIntStats): boolean {
  return left.dev === right.dev && left.ino === right.ino && left.size === right.size && left.mtimeNs === right.mtimeNs;
}

function unreadable(error: unknown): never {
  throw new VaultError({ code: 'file-unreadable', reason: systemCode(error) ?? 'unknown' });
}
