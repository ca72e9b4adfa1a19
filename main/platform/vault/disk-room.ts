import { statfs } from 'node:fs/promises';
import { VaultError } from './errors.ts';
import { sealedSize } from './sealed-format.ts';

export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** Throws VaultError disk-full when sealing `bytes` would leave less than `reserveBytes` on the disk. */
export async function assertRoom(folder: string, bytes: number, reserveBytes: number): Promise<void> {
  const free = await freeBytes(folder);
  const neededBytes = sealedSize(bytes) + reserveBytes;
  if (free < neededBytes) throw new VaultError({ code: 'disk-full', neededBytes, freeBytes: free });
}
