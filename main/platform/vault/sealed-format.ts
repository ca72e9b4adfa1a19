import type { NonSharedBuffer } from 'node:buffer';
import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { damaged } from './errors.ts';
import { IV_BYTES, KEY_BYTES, unwrapKey, WRAP_BYTES, wipe, wrapKey } from './keys.ts';

/**
 * A sealed file, version 2 (integers big-endian):
 *
 *   prefix   magic "CFSEALED" 8 | version u32 | frame size u32 | file id 16
 *   key      the file's own random key, wrapped by the files key; the prefix is authenticated with it
 *   seal     AES-256-GCM under the file key, over: plaintext size u64 | SHA-256 of the plaintext 32; prefix and key are
 *            authenticated with it. All zeros until the file is finished, so that a torn file shows as such.
 *   frames   ciphertext | tag 16, each bound to file id, frame number and whether it is the last
 *
 * The nonce of a frame is its number: every file has a key of its own, so no pair of key and nonce comes twice. That of the seal is the
 * random one of the wrapped key before it, because the seal is made anew each time the key is wrapped anew; in version 1 it was fixed.
 * The seal lets one read of the header find a cut, an appended or an exchanged file; frames find the rest where it is read.
 */
const MAGIC = Buffer.from('CFSEALED', 'latin1');
/**
 * Measured, 64 / 128 / 256 / 512 / 1024 KiB: sealing with SHA-256 to disk 579 / 717 / 743 / 782 / 707 MiB/s, one small read
 * in a video 0.15 / 0.18 / 0.32 / 0.41 / 0.78 ms. Beyond 256 KiB sealing gains little and every seek pays.
 */
export const FRAME_BYTES = 256 * 1024;
const VERSION = 2;
const VERSIONS: readonly number[] = [1, VERSION];
const ID_BYTES = 16;
const TAG_BYTES = 16;
const HASH_BYTES = 32;
const NONCE_BYTES = 12;
const VERSION_AT = MAGIC.length;
const FRAME_BYTES_AT = VERSION_AT + 4;
const PREFIX_BYTES = FRAME_BYTES_AT + 4 + ID_BYTES;
const WRAPPED_BYTES = KEY_BYTES + WRAP_BYTES;
/** Where the seal lies, and where the frames begin. */
export const SEAL_AT = PREFIX_BYTES + WRAPPED_BYTES;
const SEAL_BYTES = 8 + HASH_BYTES + TAG_BYTES;
export const HEADER_BYTES = SEAL_AT + SEAL_BYTES;
// Of version 1: the last number a u32 nonce can hold; frames never get there (a file of one pebibyte would).
const FIXED_SEAL_NONCE = 0xffff_ffff;
const FRAME_LIMIT = 64 * 1024 * 1024;

/** What frames are sealed with; `key` is wiped by whoever is done with it. */
export type FrameKey = { key: Uint8Array; fileId: Uint8Array; frameBytes: number };
export type SealedFacts = { bytes: number; sha256: string };

/** A new file's header, its seal still zero, and the key of its frames. */
export function newHeader(filesKey: Uint8Array, frameBytes: number): { header: Buffer; frameKey: FrameKey } {
  const prefix = Buffer.alloc(PREFIX_BYTES);
  MAGIC.copy(prefix);
  prefix.writeUInt32BE(VERSION, VERSION_AT);
  prefix.writeUInt32BE(frameBytes, FRAME_BYTES_AT);
  const fileId = randomBytes(ID_BYTES);
  fileId.copy(prefix, PREFIX_BYTES - ID_BYTES);
  const key = randomBytes(KEY_BYTES);
  const header = Buffer.concat([prefix, wrapKey(filesKey, key, prefix), Buffer.alloc(SEAL_BYTES)]);
  return { header, frameKey: { key, fileId, frameBytes } };
}

/** The bytes to put at SEAL_AT when all frames are written. */
export function makeSeal(header: Buffer, { key }: Pick<FrameKey, 'key'>, facts: SealedFacts): Buffer {
  const plain = Buffer.alloc(8 + HASH_BYTES);
  plain.writeBigUInt64BE(BigInt(facts.bytes));
  plain.write(facts.sha256, 8, 'hex');
  const cipher = createCipheriv('aes-256-gcm', key, sealNonce(header)).setAAD(header.subarray(0, SEAL_AT));
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Reads a header. Throws damaged: header (also when sealed under another vault's key), unfinished. */
export function readHeader(header: Buffer, filesKey: Uint8Array): { frameKey: FrameKey; facts: SealedFacts } {
  const key = fileKeyOf(header, filesKey);
  if (!key) throw damaged({ kind: 'header' });
  const frameBytes = header.readUInt32BE(FRAME_BYTES_AT);
  const frameKey = { key, fileId: header.subarray(PREFIX_BYTES - ID_BYTES, PREFIX_BYTES), frameBytes };
  const facts = frameBytes > 0 && frameBytes <= FRAME_LIMIT ? openSeal(header, key) : undefined;
  if (facts) return { frameKey, facts };
  wipe(key);
  throw damaged({ kind: isUnfinished(header) ? 'unfinished' : 'header' });
}

/** Whether the header, finished or not, is whole and its file key wrapped by this files key. */
export function isUnder(header: Buffer, filesKey: Uint8Array): boolean {
  const key = fileKeyOf(header, filesKey);
  if (!key) return false;
  const isWhole = isUnfinished(header) || openSeal(header, key) !== undefined;
  wipe(key);
  return isWhole;
}

/** The header with the same file key wrapped by another files key; the frames stay. Undefined when it is not whole under `from`. */
export function rewrapped(header: Buffer, from: Uint8Array, to: Uint8Array): Buffer | undefined {
  const key = fileKeyOf(header, from);
  if (!key) return undefined;
  try {
    const facts = openSeal(header, key);
    if (!facts && !isUnfinished(header)) return undefined;
    const prefix = Buffer.from(header.subarray(0, PREFIX_BYTES));
    prefix.writeUInt32BE(VERSION, VERSION_AT);
    const next = Buffer.concat([prefix, wrapKey(to, key, prefix), Buffer.alloc(SEAL_BYTES)]);
    if (facts) makeSeal(next, { key }, facts).copy(next, SEAL_AT);
    return next;
  } finally {
    wipe(key);
  }
}

function fileKeyOf(header: Buffer, filesKey: Uint8Array): Uint8Array | undefined {
  const isKnown =
    header.length === HEADER_BYTES &&
    header.subarray(0, MAGIC.length).equals(MAGIC) &&
    VERSIONS.includes(header.readUInt32BE(VERSION_AT));
  if (!isKnown) return undefined;
  return unwrapKey(filesKey, header.subarray(PREFIX_BYTES, SEAL_AT), header.subarray(0, PREFIX_BYTES));
}

const isUnfinished = (header: Buffer): boolean => header.subarray(SEAL_AT).every((byte) => byte === 0);

function openSeal(header: Buffer, key: Uint8Array): SealedFacts | undefined {
  const plain = openGcm(key, sealNonce(header), header.subarray(0, SEAL_AT), header.subarray(SEAL_AT));
  if (!plain) return undefined;
  return { bytes: Number(plain.readBigUInt64BE()), sha256: plain.toString('hex', 8) };
}

const sealNonce = (header: Buffer): Buffer =>
  header.readUInt32BE(VERSION_AT) === 1
    ? nonce(FIXED_SEAL_NONCE)
    : header.subarray(PREFIX_BYTES, PREFIX_BYTES + IV_BYTES);

/** One frame sealed: ciphertext and tag, to be written one after the other. */
export function sealFrame(
  frameKey: FrameKey,
  index: number,
  last: boolean,
  plain: Uint8Array,
): [NonSharedBuffer, NonSharedBuffer] {
  const cipher = createCipheriv('aes-256-gcm', frameKey.key, nonce(index)).setAAD(frameBinding(frameKey, index, last));
  const ciphertext = cipher.update(plain);
  cipher.final();
  return [ciphertext, cipher.getAuthTag()];
}

/** One frame opened, or undefined when it is not what was written in this place. */
export function openFrame(
  frameKey: FrameKey,
  index: number,
  last: boolean,
  sealed: Buffer,
): NonSharedBuffer | undefined {
  return openGcm(frameKey.key, nonce(index), frameBinding(frameKey, index, last), sealed);
}

/** How many frames a plaintext has; an empty one has one, empty frame. */
export function frameCount(bytes: number, frameBytes: number): number {
  return Math.max(1, Math.ceil(bytes / frameBytes));
}

/** Where a frame lies in the sealed file. */
export function frameOffset(index: number, frameBytes: number): number {
  return HEADER_BYTES + index * (frameBytes + TAG_BYTES);
}

/** The size on disk of a plaintext once sealed. */
export function sealedSize(bytes: number, frameBytes: number = FRAME_BYTES): number {
  return HEADER_BYTES + bytes + frameCount(bytes, frameBytes) * TAG_BYTES;
}

function openGcm(key: Uint8Array, iv: Buffer, bound: Uint8Array, sealed: Buffer): NonSharedBuffer | undefined {
  if (sealed.length < TAG_BYTES) return undefined;
  const decipher = createDecipheriv('aes-256-gcm', key, iv, { authTagLength: TAG_BYTES });
  decipher.setAAD(bound).setAuthTag(sealed.subarray(sealed.length - TAG_BYTES));
  const plain = decipher.update(sealed.subarray(0, sealed.length - TAG_BYTES));
  try {
    decipher.final();
    return plain;
  } catch {
    return undefined;
  }
}

function nonce(number: number): Buffer {
  const bytes = Buffer.alloc(NONCE_BYTES);
  bytes.writeUInt32BE(number, NONCE_BYTES - 4);
  return bytes;
}

function frameBinding({ fileId }: FrameKey, index: number, last: boolean): Buffer {
  const bound = Buffer.alloc(ID_BYTES + 5);
  bound.set(fileId);
  bound.writeUInt32BE(index, ID_BYTES);
  bound[ID_BYTES + 4] = last ? 1 : 0;
  return bound;
}
