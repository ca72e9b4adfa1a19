/**
 * Gives the memory of finished buffers back at once. Left to the garbage collector, which hardly sees memory outside its heap, every
 * frame would come to lie in fresh pages: sealing then takes 2.5 times the processor time. Only for memory that nothing else lies in.
 */
export function release(buffers: readonly Uint8Array<ArrayBuffer>[]): void {
  for (const { buffer } of buffers) buffer.transfer(0);
}
