import { randomInt } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { factsOf } from '../../shared/faults/facts-of.ts';
import {
  type FaultFacts,
  faultIdLength,
  faultIdSymbols,
  type FaultRecord,
  type FaultSource,
} from '../../shared/faults/fault.ts';
import { RefusalError } from '../platform/refusal-error.ts';
import { deriveKey, deriveOfficeKey, type OfficeKey, wipe } from '../platform/vault/keys.ts';
import type { RotatingFileOptions } from '../platform/vault/rotating-file.ts';
import { createSealedLog, type SealedLog } from '../platform/vault/sealed-log.ts';
import type { ContentKeys, OpeningKeys } from '../platform/vault/unlocked-keys.ts';

/** Puts an unexpected fault on record and returns the id that the clerk is shown. Never throws. */
export type Report = (thrown: unknown, source: FaultSource, call?: string | null) => string;

export interface ErrorLog {
  report: Report;
  /** The same for what the page reports of itself; refuses (busy) a page that reports without end. */
  reportPage: (facts: FaultFacts) => string;
  /** To be called at log-in: from then on entries can be written, whether locked or not. */
  unlocked: (officeKey: OfficeKey) => Promise<void>;
  /** Seals the entries for the keys of another epoch. */
  changeKey: (from: ContentKeys, to: ContentKeys) => Promise<void>;
  /** The newest entries that are wanted, at most `most`. */
  read: (
    keys: OpeningKeys,
    choice: { most: number; wanted: (entry: FaultRecord) => boolean },
  ) => Promise<FaultRecord[]>;
}

export interface ErrorLogOptions extends RotatingFileOptions {
  /** The terminal gets the same facts: why a start failed can be read there without a password. */
  print?: (line: string) => void;
}

/** The same fault again within this time keeps its id: one that comes with every key pressed must not push the others out. */
const sameFaultMs = 60_000;
/** Different faults a page may report in that time. */
const mostOfPage = 30;
/** Before the first start there is no key to seal for; this many faults wait for it. */
const mostWaiting = 100;

// Two folders below the root in the sources (main/app) as in what is built (out/main).
const root = new URL('../../', import.meta.url);
const roots = [root.href, fileURLToPath(root)];

/**
 * The error log (故障记录) of a profile, in `error-log/`: ids, moments and places in the code, never a message. Entries are
 * sealed for a key derived from the office key, so that a fault before the log-in, at the lock or while the program ends is
 * kept like any other, and reading needs somebody logged in.
 */
export function createErrorLog(
  profileDir: string,
  { print = toTerminal, ...rotation }: ErrorLogOptions = {},
): ErrorLog {
  const log = createSealedLog(join(profileDir, 'error-log'), rotation);
  const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8')) as { version: string };
  const recent = createRecent();
  let waiting: FaultRecord[] = [];

  function record(facts: FaultFacts, source: FaultSource, call: string | null): string {
    const fault = { source, call, ...facts };
    const known = recent.idOf(fault);
    if (known !== undefined) return known;
    const id = newId();
    recent.add(fault, id);
    print([id, source, call, facts.kind, facts.code, ...facts.places].filter((part) => part !== null).join(' | '));
    waiting = [...waiting, { id, moment: new Date().toISOString(), ...fault, version }].slice(-mostWaiting);
    flush();
    return id;
  }

  /** What cannot be written now (no key yet, a full disk) goes with the next one that can. */
  function flush(): void {
    try {
      for (const entry of waiting) {
        log.append(Buffer.from(JSON.stringify(entry)));
        waiting = waiting.slice(1);
      }
    } catch {
      // The terminal has it; a log that cannot be written must not be one more fault.
    }
  }

  return {
    report: (thrown, source, call = null) => record(factsOf(thrown, roots), source, call),
    reportPage: (facts) => {
      if (recent.countOf('page') >= mostOfPage) throw new RefusalError({ code: 'busy', what: '故障登记' });
      return record(facts, 'page', null);
    },
    unlocked: async (officeKey) => {
      const privateKey = deriveOfficeKey(officeKey, 'error-log');
      await log.putPublicKey(privateKey).catch(() => undefined);
      wipe(privateKey);
      flush();
    },
    changeKey: (from, to) =>
      withPrivateKeys(from, (former) =>
        withPrivateKeys({ officeKey: to.officeKey, vaultKey: null }, async ([next]) => {
          if (next !== undefined) await log.reseal(former, next);
        }),
      ),
    read: (keys, choice) => withPrivateKeys(keys, (privateKeys) => chosen(log, privateKeys, choice)),
  };
}

/** Before the office key opened the log, it was sealed for a key of the vault. */
async function withPrivateKeys<T>(
  { officeKey, vaultKey }: OpeningKeys,
  work: (privateKeys: readonly Uint8Array[]) => Promise<T>,
): Promise<T> {
  const privateKeys = [
    deriveOfficeKey(officeKey, 'error-log'),
    ...(vaultKey === null ? [] : [deriveKey(vaultKey, 'error-log')]),
  ];
  try {
    return await work(privateKeys);
  } finally {
    wipe(...privateKeys);
  }
}

async function chosen(
  log: SealedLog,
  privateKeys: readonly Uint8Array[],
  { most, wanted }: { most: number; wanted: (entry: FaultRecord) => boolean },
): Promise<FaultRecord[]> {
  const found: FaultRecord[] = [];
  for await (const plain of log.newestFirst(privateKeys)) {
    const entry = JSON.parse(plain.toString()) as FaultRecord;
    if (wanted(entry)) found.push(entry);
    if (found.length === most) break;
  }
  return found;
}

/** The faults of the last minute with their ids. */
function createRecent() {
  const known = new Map<string, { id: string; source: FaultSource; seenAt: number }>();
  const keyOf = (fault: object): string => JSON.stringify(fault);
  const forgetOld = (): void => {
    for (const [key, { seenAt }] of known) if (performance.now() - seenAt > sameFaultMs) known.delete(key);
  };
  return {
    idOf: (fault: object): string | undefined => {
      forgetOld();
      return known.get(keyOf(fault))?.id;
    },
    countOf: (source: FaultSource): number => {
      forgetOld();
      return [...known.values()].filter((fault) => fault.source === source).length;
    },
    add: (fault: FaultFacts & { source: FaultSource }, id: string): void =>
      void known.set(keyOf(fault), { id, source: fault.source, seenAt: performance.now() }),
  };
}

function newId(): string {
  const symbols = Array.from({ length: faultIdLength }, () => faultIdSymbols[randomInt(faultIdSymbols.length)]);
  return [symbols.slice(0, 4), symbols.slice(4)].map((group) => group.join('')).join('-');
}

const toTerminal = (line: string): void => void process.stderr.write(`${line}\n`);
