import type { WhyUnreadable } from '../files.ts';

/** What can be wrong with a sealed file; `from`/`to` are byte positions in the plaintext, `to` exclusive. */
export type Damage =
  | { kind: 'missing' }
  | { kind: 'header' }
  | { kind: 'unfinished' }
  | { kind: 'length'; expectedBytes: number; actualBytes: number }
  | { kind: 'frame'; frame: number; from: number; to: number }
  | { kind: 'other-content' }
  | { kind: 'disk'; code: string };

/** The closed list of what the vault refuses, as plain data so that it crosses threads. */
export type VaultFault =
  | { code: 'wrong-password' }
  | { code: 'password-too-short'; minimum: number }
  | { code: 'unknown-person' }
  | { code: 'person-exists' }
  | { code: 'last-person' }
  | { code: 'recovery-code-mistyped' }
  | { code: 'recovery-code-wrong' }
  | { code: 'keyring-missing' }
  | { code: 'keyring-exists' }
  | { code: 'keyring-damaged' }
  | { code: 'person-damaged'; name: string }
  | { code: 'letter-damaged' }
  | { code: 'keyring-newer'; theirs: number; ours: number }
  | { code: 'foreign-key' }
  | { code: 'key-wiped' }
  /** Only who holds the vault key can do it. */
  | { code: 'content-key-needed' }
  /** The person has to log in once, so that the entry gets keys of its own. */
  | { code: 'not-renewed'; name: string }
  | { code: 'file-changed' }
  | { code: 'file-unreadable'; reason: string }
  | { code: 'empty-file' }
  | { code: 'size-mismatch'; expectedBytes: number; receivedBytes: number }
  /** `freeBytes` is null where there seems to be room: a quota, or no place for another file. */
  | { code: 'disk-full'; neededBytes: number; freeBytes: number | null }
  /** The system does not give out a sealed file now; nothing is known to be wrong with it. */
  | { code: 'unreadable'; why: WhyUnreadable }
  | { code: 'stopped' }
  | { code: 'damaged'; damage: Damage };

/** The one error the vault throws on purpose; its message never holds a secret, a path or a name. */
export class VaultError extends Error {
  readonly fault: VaultFault;

  constructor(fault: VaultFault, options?: ErrorOptions) {
    super(fault.code === 'damaged' ? `vault: damaged (${fault.damage.kind})` : `vault: ${fault.code}`, options);
    this.name = 'VaultError';
    this.fault = fault;
  }
}

/** True when `error` is the vault refusing with this code. */
export function isVaultFault<Code extends VaultFault['code']>(
  error: unknown,
  code: Code,
): error is VaultError & { fault: { code: Code } } {
  return error instanceof VaultError && error.fault.code === code;
}

/** The error of a sealed file that is not what it should be. */
export function damaged(damage: Damage): VaultError {
  return new VaultError({ code: 'damaged', damage });
}

/** The system's code of a failed call (ENOSPC, EIO…), or undefined when the error is of another kind. */
export function systemCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** Stops work at the caller's wish. */
export function throwIfStopped(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new VaultError({ code: 'stopped' });
}
