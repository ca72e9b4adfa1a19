import { AsyncLocalStorage } from 'node:async_hooks';
import type Sqlite from 'better-sqlite3-multiple-ciphers';
import type { EntityManager } from 'typeorm';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { RefusalError } from '../refusal-error.ts';
import type { WrittenRows } from './facts/written-rows.ts';

/**
 * The only way to write: what `run` resolved to is on the disk. There is one connection, so runs wait in a queue; a run inside a run
 * is a savepoint of it. A run that writes facts ends with an entry of the chain that takes them, or is undone.
 */
export interface UnitOfWork {
  /** Throws what `work` or SQLite throws, nothing of it being kept; the refusal `database-in-doubt` once a transaction cannot be trusted. */
  run: <T>(work: (tx: EntityManager) => Promise<T>) => Promise<T>;
  /** Resolves when every queued run has ended. */
  idle: () => Promise<void>;
}

/** A transaction; `depth` counts the runs inside the run. Work it started and did not wait for may ask when it is over. */
type Transaction = { depth: number; over: boolean };

/** Why nothing more may be written: SQLite and the program no longer agree on the transaction, or the file is not in its place any more. */
export type Doubt = Extract<Refusal, { code: 'database-in-doubt' }>['why'];

/** `isInPlace` tells whether the database still is the file of its name; `onDoubt` is called once. */
export interface Trust {
  isInPlace: () => boolean;
  onDoubt: (why: Doubt) => void;
}

export interface Connection {
  db: Sqlite.Database;
  tx: EntityManager;
  written: WrittenRows;
}

export function createUnitOfWork({ db, tx, written }: Connection, trust: Trust): UnitOfWork {
  const current = new AsyncLocalStorage<Transaction>();
  const { whole, part } = transactionsOf(db, written, trust);
  let tail: Promise<unknown> = Promise.resolve();

  async function outermost<T>(work: (tx: EntityManager) => Promise<T>): Promise<T> {
    const transaction: Transaction = { depth: 0, over: false };
    try {
      return await whole(() => current.run(transaction, () => work(tx)));
    } finally {
      transaction.over = true;
    }
  }

  async function nested<T>(outer: Transaction, work: (tx: EntityManager) => Promise<T>): Promise<T> {
    outer.depth += 1;
    try {
      return await part(`run_${outer.depth}`, () => work(tx));
    } finally {
      outer.depth -= 1;
    }
  }

  return {
    run: (work) => {
      const outer = current.getStore();
      if (outer && !outer.over) return nested(outer, work);
      const result = tail.then(() => outermost(work));
      tail = result.catch(() => {});
      return result;
    },
    idle: async () => {
      await tail;
    },
  };
}

/**
 * BEGIN, COMMIT and ROLLBACK on the connection itself. TypeORM counts transactions on its own: after a COMMIT and its ROLLBACK
 * failed, its count stays up, and every later save would be a savepoint in a transaction that nobody commits.
 */
function transactionsOf(db: Sqlite.Database, written: WrittenRows, { isInPlace, onDoubt }: Trust) {
  let doubt: Doubt | null = null;

  /** Runs `work` as one transaction. What it resolved to is on the disk. */
  async function whole<T>(work: () => Promise<T>): Promise<T> {
    if (doubt !== null || db.inTransaction) throw doubted('unsure');
    db.exec('begin immediate');
    written.clear();
    try {
      const result = await work();
      // SQLite ended the transaction and somebody caught the error: what was written after it was not part of any.
      if (!db.inTransaction) throw doubted('unsure');
      if (written.any()) throw new Error('facts were written that no entry of the chain has taken');
      // A system that lets go of names keeps writing into a file that was deleted or taken away; looked at again for what happens meanwhile.
      if (!isInPlace()) throw doubted('gone');
      db.exec('commit');
      if (db.inTransaction) throw doubted('unsure');
      if (!isInPlace()) throw doubted('gone');
      return result;
    } catch (error) {
      rollBack();
      throw error;
    }
  }

  /** SQLite may have rolled back by itself: it does so when the disk is full or fails. */
  function rollBack(): void {
    try {
      if (db.inTransaction) db.exec('rollback');
    } catch {
      // What counts is the state it left, and the error that led here.
    }
    if (db.inTransaction) doubted('unsure');
  }

  /** Runs `work` as a part of the open transaction that is undone alone when it fails. */
  async function part<T>(savepoint: string, work: () => Promise<T>): Promise<T> {
    const restore = written.mark();
    try {
      db.exec(`savepoint ${savepoint}`);
      const result = await work();
      db.exec(`release ${savepoint}`);
      return result;
    } catch (error) {
      undo(savepoint);
      restore();
      throw error;
    }
  }

  /** A savepoint that cannot be undone takes the whole transaction with it; whoever goes on in it is refused at its end. */
  function undo(savepoint: string): void {
    if (!db.inTransaction) return;
    try {
      db.exec(`rollback to ${savepoint}; release ${savepoint}`);
    } catch {
      rollBack();
    }
  }

  function doubted(why: Doubt): RefusalError {
    if (doubt === null) {
      doubt = why;
      onDoubt(why);
    }
    return new RefusalError({ code: 'database-in-doubt', why: doubt });
  }

  return { whole, part };
}
