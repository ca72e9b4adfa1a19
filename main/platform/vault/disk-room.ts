import { statfs } from 'node:fs/promises';
import { VaultError } from './errors.ts';
import { sealedSize } from './sealed-format.ts';

export async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/** The refusal after the system said that the disk is full, though `neededBytes` may seem to be free. */
export async function diskFull(folder: string, neededBytes: number): Promise<VaultError> {
  const free = await freeBytes(folder);
  return new VaultError({ code: 'disk-full', neededBytes, freeBytes: free < neededBytes ? free : null });
}

/** Throws VaultError disk-full when sealing `bytes` would leave less than `reserveBytes` on the disk. */
export async function assertRoom(folder: string, bytes: number, reserveBytes: number): Promise<void> {
  const free = await freeBytes(folder);
  const neededBytes = sealedSize(bytes) + reserveBytes;
  if (free < neededBytes) throw new VaultError({ code: 'disk-full', neededBytes, freeBytes: free });
}
