import { createReadStream, createWriteStream } from 'node:fs';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { whyUnreadable } from '../files.ts';
import { diskFull } from './disk-room.ts';
import { damaged, systemCode, VaultError } from './errors.ts';

const STEP_BYTES = 1024 * 1024;
/** What is said to be missing when the other disk is full: nobody knows how much is still to come. */
const SOME_ROOM = 64 * 1024 * 1024;

/** Copies a sealed file byte for byte to a name that is free, and flushes it. Throws damaged (missing), unreadable, disk-full, stopped. */
export async function copySealedFile(from: string, to: string, signal?: AbortSignal): Promise<void> {
  const source = createReadStream(from, { highWaterMark: STEP_BYTES });
  const target = createWriteStream(to, { flags: 'wx', mode: 0o600, flush: true, highWaterMark: STEP_BYTES });
  try {
    await pipeline(source, target, signal === undefined ? {} : { signal });
  } catch (error) {
    if (signal?.aborted) throw new VaultError({ code: 'stopped' });
    const code = systemCode(error) ?? '';
    if (code === 'ENOENT') throw damaged({ kind: 'missing' });
    if (['ENOSPC', 'EDQUOT'].includes(code)) throw await diskFull(dirname(to), SOME_ROOM);
    const why = whyUnreadable(error);
    if (why !== undefined) throw new VaultError({ code: 'unreadable', why });
    throw damaged({ kind: 'disk', code });
  }
}
