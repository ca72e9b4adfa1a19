import type { Store } from '../store/open.ts';
import type { AnchorFile } from './anchor.ts';
import type { Audit } from './chain.ts';

/** What a power cut takes after an anchor was written stays untold, so it is written this soon after a change. */
const EVERY_MS = 1_000;

export interface AnchorKeeper {
  /** Anchors the head of a session that is being locked. Throws when it cannot be written. */
  lock: () => Promise<void>;
  /** Ends without anchoring; resolves when nothing is being written any more. */
  stop: () => Promise<void>;
}

export interface AnchorKeeperOptions {
  file: Pick<AnchorFile, 'write'>;
  audit: Pick<Audit, 'head'>;
  db: Pick<Store['db'], 'inTransaction'>;
  now: () => Date;
  /** An anchor that could not be written is tried again the next time. */
  onFault: (error: unknown) => void;
  everyMs?: number;
}

/** Anchors the head of the chain within a second, or within `everyMs`, of every change. */
export function keepAnchored({ file, audit, db, now, onFault, everyMs = EVERY_MS }: AnchorKeeperOptions): AnchorKeeper {
  let anchoredSeq = -1;
  let writing: Promise<void> = Promise.resolve();

  async function anchor(locked: boolean): Promise<void> {
    // What a transaction has not committed may still be undone.
    if (db.inTransaction) return;
    const head = audit.head();
    if (head.seq === anchoredSeq && !locked) return;
    await file.write({ ...head, moment: now().toISOString(), locked });
    anchoredSeq = head.seq;
  }

  const inTurn = (locked: boolean): Promise<void> =>
    (writing = writing.catch(() => undefined).then(() => anchor(locked)));
  const timer = setInterval(() => void inTurn(false).catch(onFault), everyMs).unref();

  async function stop(): Promise<void> {
    clearInterval(timer);
    await writing.catch(() => undefined);
  }

  async function lock(): Promise<void> {
    await stop();
    await anchor(true);
  }

  return { lock, stop };
}
