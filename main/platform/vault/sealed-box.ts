import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
} from 'node:crypto';
import { assertUsable, KEY_BYTES, wipe } from './keys.ts';

/**
 * Sealing for the holder of a private key: whoever seals needs no secret, so it works while the vault is locked.
 * X25519 with a key pair made for each message, HKDF-SHA-256, AES-256-GCM:
 *
 *   public key of the message 32 | ciphertext | tag 16
 */
const TAG_BYTES = 16;
const LABEL = 'case-file sealed box 1';
// DER around a raw X25519 key (RFC 8410), the only form in which node:crypto takes one.
const PRIVATE_DER = Buffer.from('302e020100300506032b656e04220420', 'hex');
const PUBLIC_DER = Buffer.from('302a300506032b656e032100', 'hex');
// Each message has a key of its own, so its one nonce never comes twice.
const NONCE = Buffer.alloc(12);

/** The public half of a private key of 32 bytes. */
export const publicKeyOf = (privateKey: Uint8Array): Buffer => rawPublic(createPublicKey(privateObject(privateKey)));

/** Seals `plain` for whoever holds the private half of `publicKey` (32 bytes). */
export function sealFor(publicKey: Uint8Array, plain: Uint8Array): Buffer {
  const own = generateKeyPairSync('x25519');
  const ownPublic = rawPublic(own.publicKey);
  const key = messageKey(own.privateKey, publicObject(publicKey), ownPublic, publicKey);
  const cipher = createCipheriv('aes-256-gcm', key, NONCE);
  const sealed = Buffer.concat([ownPublic, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  wipe(key);
  return sealed;
}

/** What was sealed, or undefined when it is torn, changed or sealed for another key. */
export function openSealed(privateKey: Uint8Array, sealed: Buffer): Buffer | undefined {
  if (sealed.length < KEY_BYTES + TAG_BYTES) return undefined;
  const [theirs, body] = [sealed.subarray(0, KEY_BYTES), sealed.subarray(KEY_BYTES)];
  const own = privateObject(privateKey);
  try {
    const key = messageKey(own, publicObject(theirs), theirs, rawPublic(createPublicKey(own)));
    const decipher = createDecipheriv('aes-256-gcm', key, NONCE, { authTagLength: TAG_BYTES });
    wipe(key);
    decipher.setAuthTag(body.subarray(body.length - TAG_BYTES));
    return Buffer.concat([decipher.update(body.subarray(0, body.length - TAG_BYTES)), decipher.final()]);
  } catch {
    return undefined;
  }
}

function messageKey(own: KeyObject, theirs: KeyObject, sender: Uint8Array, receiver: Uint8Array): Uint8Array {
  const shared = diffieHellman({ privateKey: own, publicKey: theirs });
  const key = new Uint8Array(hkdfSync('sha256', shared, Buffer.concat([sender, receiver]), LABEL, KEY_BYTES));
  wipe(shared);
  return key;
}

function privateObject(raw: Uint8Array): KeyObject {
  assertUsable(raw);
  const der = Buffer.concat([PRIVATE_DER, raw]);
  const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
  wipe(der);
  return key;
}

const publicObject = (raw: Uint8Array): KeyObject =>
  createPublicKey({ key: Buffer.concat([PUBLIC_DER, raw]), format: 'der', type: 'spki' });

const rawPublic = (key: KeyObject): Buffer => key.export({ format: 'der', type: 'spki' }).subarray(PUBLIC_DER.length);
