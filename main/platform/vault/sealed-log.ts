import { readFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { writeDurably } from '../durable.ts';
import { createRotatingFile, type RotatingFileOptions } from './rotating-file.ts';
import { openSealed, publicKeyOf, sealFor } from './sealed-box.ts';

export type SealedLog = ReturnType<typeof createSealedLog>;

/** Entries opened before other work gets its turn, some 5 ms. */
const batch = 32;

/**
 * A rotating log that anybody may write and only the holder of the private key may read: the public key lies beside the
 * entries, so that a program that is locked, or about to end, can still write.
 */
export function createSealedLog(folder: string, options: RotatingFileOptions = {}) {
  const publicKeyFile = join(folder, 'public-key');
  const file = createRotatingFile(folder, options);
  const publicKey = (): string => readFileSync(publicKeyFile, 'latin1').trim();

  /** Durable when it returns. Throws where no public key has been put yet, and what the disk refuses. */
  function append(entry: Uint8Array): void {
    file.append(sealFor(Buffer.from(publicKey(), 'hex'), entry).toString('base64'));
  }

  /** Puts the public key of the private one (32 bytes) in its place, also where somebody exchanged it. */
  async function putPublicKey(privateKey: Uint8Array): Promise<void> {
    const wanted = publicKeyOf(privateKey).toString('hex');
    await mkdir(folder, { recursive: true, mode: 0o700 });
    if (keyOrNone() !== wanted) await writeDurably(publicKeyFile, `${wanted}\n`);
  }

  function keyOrNone(): string | undefined {
    try {
      return publicKey();
    } catch {
      return undefined;
    }
  }

  /** The entries, the newest first; those torn, changed or sealed for none of the keys are left out. */
  async function* newestFirst(privateKeys: readonly Uint8Array[]): AsyncGenerator<Buffer, void, void> {
    let read = 0;
    for await (const line of file.newestFirst()) {
      const sealed = Buffer.from(line, 'base64');
      for (const privateKey of privateKeys) {
        const entry = openSealed(privateKey, sealed);
        if (entry) yield entry;
      }
      read += 1;
      if (read % batch === 0) await nextTurn();
    }
  }

  /** Seals for the key `to` what was sealed for one of `from`, and what comes from now on; all else is left as it is. */
  async function reseal(from: readonly Uint8Array[], to: Uint8Array): Promise<void> {
    await putPublicKey(to);
    file.rewrite((line) => {
      const sealed = Buffer.from(line, 'base64');
      const entry = from.map((privateKey) => openSealed(privateKey, sealed)).find((opened) => opened !== undefined);
      return entry ? sealFor(publicKeyOf(to), entry).toString('base64') : line;
    });
  }

  return { append, putPublicKey, newestFirst, reseal };
}
