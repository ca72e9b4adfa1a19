/** Chunks as one piece of own memory (no slice of Node's buffer pool), so that it can go to another thread without a copy. */
export function join(chunks: Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let index = 0;
  for (const chunk of chunks) {
    whole.set(chunk, index);
    index += chunk.length;
  }
  return whole;
}
