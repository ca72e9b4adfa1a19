import { appendFile, open, stat, truncate } from 'node:fs/promises';
import { flipByte } from '../support/flip-byte.ts';
import type { randomOf } from './random.ts';

type Random = ReturnType<typeof randomOf>;
const STRETCH = 64;

/**
 * What chance, a failing disk or somebody without a key can do to the bytes of a file. Resolves with what was done and where.
 * @param grows false for a file whose own header says where it ends: what lies behind is never read
 */
export async function harm(file: string, random: Random, grows: boolean): Promise<string> {
  const { size } = await stat(file);
  const place = random(size);
  switch (random(grows ? 4 : 3)) {
    case 0:
      await truncate(file, place);
      return `cut at byte ${place} of ${size}`;
    case 1:
      await overwrite(file, place, random);
      return `stretch at byte ${place} of ${size} overwritten`;
    case 2:
      await flipByte(file, place);
      return `byte ${place} of ${size} changed`;
    default:
      // No blank: behind the end of a JSON text one would change nothing.
      await appendFile(file, Buffer.alloc(1 + random(STRETCH), 0xa5));
      return 'made longer';
  }
}

/** Random bytes over a stretch, the first of them other than what was there. */
async function overwrite(file: string, place: number, random: Random): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    const { size } = await handle.stat();
    const bytes = Buffer.from(Array.from({ length: Math.min(STRETCH, size - place) }, () => random(256)));
    const before = Buffer.alloc(1);
    await handle.read(before, 0, 1, place);
    bytes[0] = (before[0] ?? 0) ^ (1 + random(255));
    await handle.write(bytes, 0, bytes.length, place);
  } finally {
    await handle.close();
  }
}
