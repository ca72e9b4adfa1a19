import { hkdfSync, timingSafeEqual } from 'node:crypto';
import { hashRaw } from '@node-rs/argon2';
import type { Kdf, PersonEntry, RecoveryEntry } from './keyring-file.ts';
import { KEY_BYTES, wipe } from './keys.ts';

const CHECK_BYTES = 16;

/** What a password or code gives: the key that wraps, and a value that tells whether it is the right one. */
export interface Secrets {
  wrapping: Uint8Array;
  check: Uint8Array;
}

/** Argon2id, off the host thread. NFKC, so that a full-width letter from an input method is the same password. */
export async function fromPassword(password: string, kdf: Kdf): Promise<Secrets> {
  const derived = await hashRaw(password.normalize('NFKC'), {
    algorithm: 2, // Argon2id
    memoryCost: kdf.memoryKiB,
    timeCost: kdf.passes,
    parallelism: kdf.lanes,
    salt: Buffer.from(kdf.salt, 'base64'),
    outputLen: KEY_BYTES + CHECK_BYTES,
  });
  return splitSecrets(derived);
}

/** 200 random bits need no slow hash. */
export function fromRecovery(secret: Uint8Array, salt: Uint8Array): Secrets {
  return splitSecrets(
    new Uint8Array(hkdfSync('sha256', secret, salt, 'case-file vault 1: recovery', KEY_BYTES + CHECK_BYTES)),
  );
}

function splitSecrets(derived: Uint8Array): Secrets {
  const secrets = {
    wrapping: Uint8Array.from(derived.subarray(0, KEY_BYTES)),
    check: Uint8Array.from(derived.subarray(KEY_BYTES)),
  };
  wipe(derived);
  return secrets;
}

/** Whether password or code is the right one; if not, what it gave is wiped. */
export function passes({ wrapping, check }: Secrets, entry: PersonEntry | RecoveryEntry): boolean {
  const right = sameBytes(check, Buffer.from(entry.check, 'base64'));
  if (!right) wipe(wrapping);
  return right;
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && timingSafeEqual(left, right);
}
