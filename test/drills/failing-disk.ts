import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import Sqlite from 'better-sqlite3-multiple-ciphers';

/** The ways a statement is made to fail; `fileLimit` and `pageLimit` are real faults of the file system and of SQLite. */
export const faults = ['full', 'ioerr', 'ioerr-rolled-back', 'busy', 'fileLimit', 'pageLimit'] as const;
export type Fault = (typeof faults)[number];

const bareExec = Sqlite.prototype.exec;
type Statement = Sqlite.Statement & { database: Sqlite.Database };

/**
 * Lets the n-th statement of a save fail, in this process. Call `arm` before a save, `disarm` after it, which answers how many
 * statements failed. Ordinary statements and COMMIT, SAVEPOINT and ROLLBACK count alike.
 */
export function failingDisk(databaseFile: string) {
  let fault: Fault = 'full';
  let before = 0;
  let left = 0;
  let met = 0;
  let lift: (() => void) | null = null;

  function meet(db: Sqlite.Database): void {
    if (left === 0) return;
    if (before > 0) return void (before -= 1);
    left -= 1;
    met += 1;
    lift ??= strike(db, fault, databaseFile);
  }

  Sqlite.prototype.exec = function struck(this: Sqlite.Database, sql: string) {
    meet(this);
    return bareExec.call(this, sql);
  };
  const prototype = Object.getPrototypeOf(new Sqlite(':memory:').prepare('select 1')) as Statement;
  const { run } = prototype;
  prototype.run = function struck(this: Statement, ...params: unknown[]) {
    meet(this.database);
    return run.apply(this, params);
  } as Statement['run'];

  return {
    /** `times` statements fail one after the other, so that a failed COMMIT is followed by a failing ROLLBACK. */
    arm(next: Fault, statement: number, times: number): void {
      fault = next;
      before = statement;
      left = times;
      met = 0;
    },
    disarm(): number {
      left = 0;
      lift?.();
      lift = null;
      return met;
    },
  };
}

/** Throws as SQLite would, or sets the limit that makes it fail by itself; the answer lifts that limit. */
function strike(db: Sqlite.Database, fault: Fault, databaseFile: string): () => void {
  switch (fault) {
    case 'full':
      throw new Sqlite.SqliteError('injected: database or disk is full', 'SQLITE_FULL');
    case 'busy':
      throw new Sqlite.SqliteError('injected: database is locked', 'SQLITE_BUSY');
    case 'ioerr':
      throw new Sqlite.SqliteError('injected: disk I/O error', 'SQLITE_IOERR_WRITE');
    case 'ioerr-rolled-back':
      if (db.inTransaction) bareExec.call(db, 'rollback');
      throw new Sqlite.SqliteError('injected: disk I/O error', 'SQLITE_IOERR_FSYNC');
    case 'pageLimit': {
      db.pragma(`max_page_count=${db.pragma('page_count', { simple: true }) as number}`);
      return () => db.pragma('max_page_count=1073741823');
    }
    case 'fileLimit':
      limitFiles(statSync(`${databaseFile}-wal`).size);
      return () => limitFiles('unlimited');
  }
}

/** No file of this process may grow past `bytes`: writing to the WAL fails as on a full disk (RLIMIT_FSIZE). */
function limitFiles(bytes: number | 'unlimited'): void {
  const { status, stderr } = spawnSync('prlimit', ['--pid', String(process.pid), `--fsize=${bytes}:`], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`prlimit: ${stderr}`);
}
