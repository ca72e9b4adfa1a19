import { getHashes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createSm3 } from '../../../../main/platform/vault/sm3.ts';
import { someBytes } from './support.ts';

// GB/T 32905-2016, appendix A.
const EXAMPLES: [string, string][] = [
  ['abc', '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0'],
  ['abcd'.repeat(16), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732'],
];

it.each([
  ['of Node', getHashes()],
  ['of WebAssembly, as in Electron', []],
])('SM3 %s gives the digests of the standard', async (_where, hashes) => {
  for (const [text, digest] of EXAMPLES) {
    const sm3 = await createSm3(hashes);
    sm3.update(Buffer.from(text));
    expect(sm3.digest()).toBe(digest);
  }
});

it('both implementations agree on bytes that come in odd pieces', async () => {
  const [native, wasm] = [await createSm3(), await createSm3([])];
  const bytes = someBytes(200_003);
  for (let index = 0; index < bytes.length; index += 4099)
    for (const sm3 of [native, wasm]) sm3.update(bytes.subarray(index, index + 4099));
  expect(native.digest()).toBe(wasm.digest());
});
