import { AsyncLocalStorage } from 'node:async_hooks';
import type Sqlite from 'better-sqlite3-multiple-ciphers';
import type { EntityManager } from 'typeorm';
import { RefusalError } from '../refusal-error.ts';

/**
 * The only way to write: what `run` resolved to is on the disk. There is one connection, so runs wait in a queue; a run inside a run
 * is a savepoint of it.
 */
export interface UnitOfWork {
  /** Throws what `work` or SQLite throws, nothing of it being kept; the refusal `database-in-doubt` once a transaction cannot be trusted. */
  run: <T>(work: (tx: EntityManager) => Promise<T>) => Promise<T>;
  /** Resolves when every queued run has ended. */
  idle: () => Promise<void>;
}

/** A transaction; `depth` counts the runs inside the run. Work it started and did not wait for may ask when it is over. */
type Transaction = { depth: number; over: boolean };

/** `onDoubt` is called once, when SQLite and the program no longer agree whether a transaction is open. */
export function createUnitOfWork(db: Sqlite.Database, tx: EntityManager, onDoubt: () => void): UnitOfWork {
  const current = new AsyncLocalStorage<Transaction>();
  const { whole, part } = transactionsOf(db, onDoubt);
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
function transactionsOf(db: Sqlite.Database, onDoubt: () => void) {
  let inDoubt = false;

  /** Runs `work` as one transaction. What it resolved to is on the disk. */
  async function whole<T>(work: () => Promise<T>): Promise<T> {
    if (inDoubt || db.inTransaction) throw doubted();
    db.exec('begin immediate');
    try {
      const result = await work();
      // SQLite ended the transaction and somebody caught the error: what was written after it was not part of any.
      if (!db.inTransaction) throw doubted();
      db.exec('commit');
      if (db.inTransaction) throw doubted();
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
    if (db.inTransaction) doubted();
  }

  /** Runs `work` as a part of the open transaction that is undone alone when it fails. */
  async function part<T>(savepoint: string, work: () => Promise<T>): Promise<T> {
    try {
      db.exec(`savepoint ${savepoint}`);
      const result = await work();
      db.exec(`release ${savepoint}`);
      return result;
    } catch (error) {
      undo(savepoint);
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

  function doubted(): RefusalError {
    if (!inDoubt) {
      inDoubt = true;
      onDoubt();
    }
    return new RefusalError({ code: 'database-in-doubt' });
  }

  return { whole, part };
}
