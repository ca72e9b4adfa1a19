import type Sqlite from 'better-sqlite3-multiple-ciphers';

/** What a database keeps under `key`, as it was written; null where there is nothing. */
export function readSetting<T>(db: Sqlite.Database, key: string): T | null {
  const row = db.prepare('select value from setting where key = ?').get(key) as { value: string } | undefined;
  return row ? (JSON.parse(row.value) as T) : null;
}
