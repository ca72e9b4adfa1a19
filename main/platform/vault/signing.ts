import { createPrivateKey, createPublicKey, randomBytes, sign, verify } from 'node:crypto';
import { assertUsable, KEY_BYTES, wipe } from './keys.ts';
import type { SigningSuite } from './keyring-file.ts';

/** What a person signs acts with: the private half, and the public one that stays with what was signed. */
export interface SigningKey {
  suite: SigningSuite;
  /** 32 bytes, wiped at lock. */
  secret: Uint8Array;
  /** 32 bytes, base64. */
  publicKey: string;
}

// DER around a raw Ed25519 key (RFC 8410), the only form in which node:crypto takes one.
const PRIVATE_DER = Buffer.from('302e020100300506032b657004220420', 'hex');
const PUBLIC_DER = Buffer.from('302a300506032b6570032100', 'hex');

export const newSigningKey = (): SigningKey => signingKeyOf(randomBytes(KEY_BYTES));

/** Takes 32 bytes over as a private key and wipes the given buffer. */
export function signingKeyOf(bytes: Uint8Array): SigningKey {
  const secret = Uint8Array.from(bytes);
  wipe(bytes);
  const der = createPublicKey(privateObject(secret)).export({ format: 'der', type: 'spki' });
  return { suite: 'ed25519', secret, publicKey: der.subarray(PUBLIC_DER.length).toString('base64') };
}

/** The signature, base64. Throws key-wiped. */
export const signWith = (key: SigningKey, message: string): string =>
  sign(null, Buffer.from(message), privateObject(key.secret)).toString('base64');

/** Whether the holder of the private half of `publicKey` signed this message. */
export function isSignedBy(publicKey: string, message: string, signature: string): boolean {
  const raw = Buffer.from(publicKey, 'base64');
  if (raw.length !== KEY_BYTES) return false;
  const key = createPublicKey({ key: Buffer.concat([PUBLIC_DER, raw]), format: 'der', type: 'spki' });
  return verify(null, Buffer.from(message), key, Buffer.from(signature, 'base64'));
}

function privateObject(raw: Uint8Array) {
  assertUsable(raw);
  const der = Buffer.concat([PRIVATE_DER, raw]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  wipe(der);
  return key;
}
