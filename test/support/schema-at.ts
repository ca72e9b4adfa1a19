import Sqlite from 'better-sqlite3-multiple-ciphers';
import { runnerOn } from '../../main/platform/store/schema-faults.ts';
import { contentSteps } from '../../main/platform/store/migrations/index.ts';

/** A database in memory as the program left it after this many steps of the schema, and the way to the next step. */
export async function schemaAt(steps: number) {
  const db = new Sqlite(':memory:');
  db.pragma('foreign_keys=ON');
  const runner = runnerOn(db);
  for (const Step of contentSteps.slice(0, steps)) await new Step().up(runner);
  const next = async (): Promise<void> => {
    const Step = contentSteps[steps];
    if (Step === undefined) throw new Error(`there is no step ${steps + 1}`);
    await new Step().up(runner);
  };
  const insert = (table: string, row: Record<string, unknown>): unknown =>
    db
      .prepare(
        `insert into ${table} (${Object.keys(row)
          .map((key) => `"${key}"`)
          .join()}) values (${Object.keys(row)
          .map(() => '?')
          .join()})`,
      )
      .run(...Object.values(row));
  return { db, insert, next, [Symbol.dispose]: () => void db.close() };
}
