import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, EntityManager } from 'typeorm';

/**
 * The only way to write. TypeORM shares one connection, so two transactions at once would lose each other's rows: runs
 * wait in a queue, and a run inside a run becomes a savepoint.
 */
export interface UnitOfWork {
  run: <T>(work: (tx: EntityManager) => Promise<T>) => Promise<T>;
  /** Resolves when every queued run has ended. */
  idle: () => Promise<void>;
}

export function createUnitOfWork(source: DataSource): UnitOfWork {
  const current = new AsyncLocalStorage<EntityManager>();
  let tail: Promise<unknown> = Promise.resolve();
  return {
    run: (work) => {
      const outer = current.getStore();
      if (outer) return outer.transaction((tx) => current.run(tx, () => work(tx)));
      const result = tail.then(() => source.transaction((tx) => current.run(tx, () => work(tx))));
      tail = result.catch(() => {});
      return result;
    },
    idle: async () => {
      await tail;
    },
  };
}
