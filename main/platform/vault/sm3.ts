import { createHash, getHashes } from 'node:crypto';
import { createSM3 } from 'hash-wasm';

export type Sm3 = { update(bytes: Uint8Array): void; digest(): string };

/**
 * SM3 (GB/T 32905), hex digest. Node's OpenSSL has it and is about 1.7 times as fast; Electron's BoringSSL has not, there WebAssembly does it.
 * `hashes` is only given by tests.
 */
export async function createSm3(hashes: readonly string[] = getHashes()): Promise<Sm3> {
  if (hashes.includes('sm3')) {
    const native = createHash('sm3');
    return { update: (bytes) => void native.update(bytes), digest: () => native.digest('hex') };
  }
  const wasm = (await createSM3()).init();
  return { update: (bytes) => void wasm.update(bytes), digest: () => wasm.digest('hex') };
}
