import { createHash } from 'node:crypto';
import { createSm3 } from '../../platform/vault/sm3.ts';
import type { PackageWriter, Written } from './package-writer.ts';

/** BagIt 1.0 (RFC 8493): payload under data/, one manifest per hash, tag files with manifests of their own. */
export interface BagFile {
  path: string;
  content: () => AsyncIterable<Uint8Array>;
}
export interface BagInfo {
  label: string;
  value: string;
}

export interface Bagged {
  files: Written[];
  bytes: number;
  manifestSha256: string;
  manifestSm3: string;
}

const escaped = (path: string): string => path.replaceAll('%', '%25').replaceAll('\n', '%0A').replaceAll('\r', '%0D');
const manifest = (files: Written[], hash: 'sha256' | 'sm3'): string =>
  files.map((file) => `${file[hash]}  ${escaped(file.path)}\n`).join('');

export async function* once(text: string | Uint8Array): AsyncGenerator<Uint8Array> {
  yield typeof text === 'string' ? Buffer.from(text) : text;
}

/**
 * Writes the payload in order, then manifests in SHA-256 and SM3 and the tag files. `wrote` hears of every payload file.
 * The hashes of `manifest-sha256.txt` speak for the whole package; they are printed on the hand-over slip's record.
 */
export async function writeBag(
  writer: PackageWriter,
  files: BagFile[],
  info: BagInfo[],
  wrote: (file: Written) => void,
  signal: AbortSignal,
): Promise<Bagged> {
  const payload: Written[] = [];
  for (const file of files) {
    signal.throwIfAborted();
    const written = await writer.add(`data/${file.path}`, file.content());
    payload.push(written);
    wrote(written);
  }
  const bytes = payload.reduce((sum, file) => sum + file.bytes, 0);
  const sha256 = manifest(payload, 'sha256');
  const tags = [
    ['bagit.txt', 'BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n'],
    [
      'bag-info.txt',
      [...info, { label: 'Payload-Oxum', value: `${bytes}.${payload.length}` }]
        .map((line) => `${line.label}: ${line.value.replaceAll(/\s+/g, ' ')}\n`)
        .join(''),
    ],
    ['manifest-sha256.txt', sha256],
    ['manifest-sm3.txt', manifest(payload, 'sm3')],
  ] as const;
  const written: Written[] = [];
  for (const [name, text] of tags) written.push(await writer.add(name, once(text)));
  await writer.add('tagmanifest-sha256.txt', once(manifest(written, 'sha256')));
  await writer.add('tagmanifest-sm3.txt', once(manifest(written, 'sm3')));
  const sm3 = await createSm3();
  sm3.update(Buffer.from(sha256));
  return {
    files: payload,
    bytes,
    manifestSha256: createHash('sha256').update(sha256).digest('hex'),
    manifestSm3: sm3.digest(),
  };
}
