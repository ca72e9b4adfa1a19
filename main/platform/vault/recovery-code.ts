import { createHash } from 'node:crypto';
import { VaultError } from './errors.ts';

/** 25 bytes (200 bits) are 40 characters of five bits each: eight groups, and a ninth to catch mistakes of the pen. */
export const RECOVERY_BYTES = 25;
// Crockford's alphabet: no I, L, O, U, so that a handwritten code has one reading.
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUP = 5;
const SYMBOLS = (RECOVERY_BYTES * 8) / 5 + GROUP;
const LOOKALIKES: Record<string, string> = { O: '0', I: '1', L: '1' };

/** Writes the random bytes as `XXXXX-…` in nine groups, the last of which checks the others. */
export function formatRecoveryCode(bytes: Uint8Array): string {
  const text = toBase32(bytes) + checkGroup(bytes);
  return (text.match(/.{5}/g) ?? []).join('-');
}

/**
 * Reads a code as typed: any case, spacing and full-width letters, O for 0, I or L for 1.
 * @throws VaultError recovery-code-mistyped
 */
export function parseRecoveryCode(typed: string): Uint8Array {
  const symbols = typed
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\p{Pd}]/gu, '')
    .replace(/[OIL]/g, (letter) => LOOKALIKES[letter] ?? letter);
  const bytes = symbols.length === SYMBOLS ? fromBase32(symbols.slice(0, -GROUP)) : undefined;
  if (!bytes || checkGroup(bytes) !== symbols.slice(-GROUP)) {
    throw new VaultError({ code: 'recovery-code-mistyped' });
  }
  return bytes;
}

function checkGroup(bytes: Uint8Array): string {
  return toBase32(createHash('sha256').update('recovery code check').update(bytes).digest()).slice(0, GROUP);
}

function toBase32(bytes: Uint8Array): string {
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return (bits.match(/.{5}/g) ?? []).map((five) => ALPHABET[parseInt(five, 2)]).join('');
}

function fromBase32(text: string): Uint8Array | undefined {
  const values = Array.from(text, (symbol) => ALPHABET.indexOf(symbol));
  if (values.includes(-1)) return undefined;
  const bits = values.map((value) => value.toString(2).padStart(5, '0')).join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (eight) => parseInt(eight, 2));
}
