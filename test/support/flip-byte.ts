import { open } from 'node:fs/promises';

/** Turns every bit of one byte of a file; `at` counts from the end when it is negative. */
export async function flipByte(file: string, index: number): Promise<void> {
  const handle = await open(file, 'r+');
  try {
    const { size } = await handle.stat();
    const place = (size + index) % size;
    const byte = Buffer.alloc(1);
    await handle.read(byte, 0, 1, place);
    byte[0] = (byte[0] ?? 0) ^ 0xff;
    await handle.write(byte, 0, 1, place);
  } finally {
    await handle.close();
  }
}
