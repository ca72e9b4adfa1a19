import { existsSync, statSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import Sqlite from 'better-sqlite3-multiple-ciphers';
import { DataSource } from 'typeorm';
import { RefusalError } from '../refusal-error.ts';
import { watchWrittenRows, type WrittenRows } from './facts/written-rows.ts';
import { refusalOfDatabase } from './database-refusals.ts';
import { type Schema, schemas } from './schema.ts';
import { createUnitOfWork, type Trust, type UnitOfWork } from './unit-of-work.ts';
import { keepPrivate } from '../files.ts';

export type Row = Record<string, unknown>;

/**
 * An encrypted database. `all`/`get` read with plain SQL (lists, counts, search); `run` writes with it inside a `unit` of work, where an
 * entity would cost more than the write itself. `db` is the connection.
 */
export interface Store {
  unit: UnitOfWork;
  written: WrittenRows;
  db: Sqlite.Database;
  facts: Schema['facts'];
  all: <T = Row>(sql: string, ...params: unknown[]) => T[];
  get: <T = Row>(sql: string, ...params: unknown[]) => T | undefined;
  run: (sql: string, ...params: unknown[]) => void;
  close: () => Promise<void>;
}

/** A database file and what opens it, for a thread that reads it beside the work. */
export interface KeyedDatabase {
  file: string;
  keyHex: () => string;
}

/** Sets cipher, key and pragmas in the order the cipher needs; throws when the key does not open the file. */
export function keyConnection(db: Sqlite.Database, keyHex: string): void {
  if (!/^[0-9a-f]{64}$/.test(keyHex)) throw new Error('the database key must be 64 hex digits');
  db.pragma("cipher='aegis'");
  db.pragma(`key='raw:${keyHex}'`);
  db.prepare('select count(*) from sqlite_master').get();
  db.pragma('temp_store=MEMORY'); // temp files would be plaintext
  db.pragma('foreign_keys=ON');
}

/**
 * Opens or makes the database `file` with the raw key. A newer or damaged one is refused with its reason. `onDoubt` is called when the
 * state of a transaction can no longer be trusted; nothing is written after that.
 */
export async function openStore(
  file: string,
  keyHex: string,
  onDoubt: Trust['onDoubt'] = () => {},
  schema: Schema = schemas.content,
): Promise<Store> {
  const isNew = !existsSync(file);
  // SQLite makes its files readable to all; WAL and index take the mode of the database.
  if (isNew) await writeFile(file, '', { mode: 0o600 });
  for (const each of [file, `${file}-wal`, `${file}-shm`]) await keepPrivate(each);
  const source = new DataSource({
    type: 'better-sqlite3',
    driver: Sqlite,
    database: file,
    entities: schema.tables,
    migrations: [...schema.steps],
    migrationsTransactionMode: 'each',
    prepareDatabase: (db: Sqlite.Database) => {
      try {
        keyConnection(db, keyHex);
        db.pragma('journal_mode=WAL');
        db.pragma('synchronous=FULL');
        if (!isNew) refuseNewer(db, schema);
      } catch (error) {
        // TypeORM forgets a connection it could not prepare; while it is open, Windows lets nobody put a backup in its place.
        db.close();
        throw error;
      }
    },
  });
  try {
    await source.initialize();
    await source.runMigrations();
  } catch (error) {
    if (source.isInitialized) await source.destroy();
    throw refusalOfDatabase(error);
  }
  const db = (source.driver as unknown as { databaseConnection: Sqlite.Database }).databaseConnection;
  const written = watchWrittenRows(db, schema.facts);
  const unit = createUnitOfWork({ db, tx: source.manager, written }, { isInPlace: placeOf(file), onDoubt });
  return { ...plainSql(db), unit, written, db, facts: schema.facts, close: () => close(source, db) };
}

/** Tells whether database and WAL still lie under their names; two looks at the file system. */
function placeOf(file: string): () => boolean {
  const first = statSync(file, { bigint: true });
  return () => {
    try {
      const now = statSync(file, { bigint: true });
      return now.ino === first.ino && now.dev === first.dev && existsSync(`${file}-wal`);
    } catch {
      return false;
    }
  };
}

/** Plain SQL; each statement is prepared once. */
function plainSql(db: Sqlite.Database): Pick<Store, 'all' | 'get' | 'run'> {
  const prepared = new Map<string, Sqlite.Statement>();
  const statement = (sql: string): Sqlite.Statement => {
    const known = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, known);
    return known;
  };
  return {
    all: <T>(sql: string, ...params: unknown[]) => statement(sql).all(...params) as T[],
    get: <T>(sql: string, ...params: unknown[]) => statement(sql).get(...params) as T | undefined,
    run: (sql, ...params) => void statement(sql).run(...params),
  };
}

/** Refuses a database that a newer program made. */
export function refuseNewer(db: Sqlite.Database, { steps }: Schema = schemas.content): void {
  const has = db.prepare("select 1 from sqlite_master where name = 'migrations'").get();
  if (!has) return;
  const newest = db.prepare('select max(timestamp) as version from migrations').get() as { version: number | null };
  if ((newest.version ?? 0) > steps.length)
    throw new RefusalError({ code: 'profile-newer', theirs: newest.version ?? 0, ours: steps.length });
}

async function close(source: DataSource, db: Sqlite.Database): Promise<void> {
  if (!source.isInitialized) return;
  // Folds the WAL into the file: a damaged last WAL frame would lose the last commit without a word.
  try {
    if (!db.inTransaction) db.pragma('wal_checkpoint(TRUNCATE)');
  } finally {
    await source.destroy();
  }
}
