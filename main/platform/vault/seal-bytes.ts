import type { BlobStore } from './blob-store.ts';

/** Seals what is in memory; resolves with its SHA-256. */
export async function sealBytes(blobs: Pick<BlobStore, 'openIntake'>, content: Uint8Array): Promise<string> {
  const intake = await blobs.openIntake({ expectedBytes: content.length });
  await intake.write(content);
  return (await intake.finish()).sha256;
}
