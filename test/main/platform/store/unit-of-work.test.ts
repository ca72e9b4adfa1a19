import { rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3-multiple-ciphers';
import { describe, expect, test, vi } from 'vitest';
import { refusalOfDatabase } from '../../../../main/platform/store/database-refusals.ts';
import { openStore, type Store } from '../../../../main/platform/store/open.ts';
import type { Doubt } from '../../../../main/platform/store/unit-of-work.ts';
import { formDraftTable } from '../../../../main/platform/store/tables/staff.ts';
import { tempDir } from '../../../support/temp-dir.ts';

const folder = await tempDir();
const keyHex = 'ab'.repeat(32);
let count = 0;
const fresh = (onDoubt?: (why: Doubt) => void): Promise<Store> =>
  openStore(join(folder, `unit-${count++}.db`), keyHex, onDoubt);
const names = (store: Store): string[] =>
  store.all<{ key: string }>('select key from form_draft order by key').map((row) => row.key);
/** No fact, so that it needs no entry of the chain. */
const draft = (key: string) => ({ personId: 'p', key, value: '', at: '' });

// Windows lets nobody move or delete a file that is open.
describe.runIf(process.platform !== 'win32')('a database that is taken away while it is open', () => {
  test.each([
    ['deleted', (file: string) => rm(file)],
    ['moved', (file: string) => rename(file, `${file}.away`)],
    ['replaced by another file', (file: string) => rename(file, `${file}.away`).then(() => writeFile(file, ''))],
    ['without its WAL', (file: string) => rm(`${file}-wal`)],
  ])('acknowledges nothing any more when %s', async (_, takeAway) => {
    const doubts: Doubt[] = [];
    const file = join(folder, `unit-${count++}.db`);
    const store = await openStore(file, keyHex, (why) => doubts.push(why));
    await store.unit.run((tx) => tx.insert(formDraftTable, draft('甲')));
    await takeAway(file);
    for (const name of ['乙', '丙'])
      await expect(store.unit.run((tx) => tx.insert(formDraftTable, draft(name)))).rejects.toMatchObject({
        refusal: { code: 'database-in-doubt', why: 'gone' },
      });
    expect(doubts).toEqual(['gone']);
    await store.close().catch(() => undefined);
  });
});

describe('UnitOfWork', () => {
  test('a failing run loses its own rows and nobody else’s', async () => {
    const store = await fresh();
    const slow = store.unit.run(async (tx) => {
      await tx.insert(formDraftTable, draft('甲'));
      await new Promise((resolve) => setTimeout(resolve, 20));
      throw new Error('falls');
    });
    const other = store.unit.run((tx) => tx.insert(formDraftTable, draft('乙')));
    await expect(slow).rejects.toThrow('falls');
    await other;
    expect(names(store)).toEqual(['乙']);
    await store.close();
  });

  test('a run inside a run is a savepoint: its failure alone is undone', async () => {
    const store = await fresh();
    await store.unit.run(async (tx) => {
      await tx.insert(formDraftTable, draft('外'));
      await store.unit
        .run(async (inner) => {
          await inner.insert(formDraftTable, draft('内'));
          throw new Error('inner');
        })
        .catch(() => undefined);
    });
    expect(names(store)).toEqual(['外']);
    await store.close();
  });

  test('work that a run started and did not wait for is no part of it once the run is over', async () => {
    const store = await fresh();
    const over = Promise.withResolvers<void>();
    let later: Promise<unknown> = Promise.resolve();
    await store.unit.run(async (tx) => {
      later = over.promise.then(() => store.unit.run((own) => own.insert(formDraftTable, draft('后'))));
      await tx.insert(formDraftTable, draft('前'));
    });
    const failing = store.unit.run(async () => {
      over.resolve();
      await new Promise((resolve) => setTimeout(resolve, 20));
      throw new Error('falls');
    });
    await expect(failing).rejects.toThrow('falls');
    await later;
    expect(names(store)).toEqual(['前', '后']);
    await store.close();
  });
});

/** Makes the next statement of that text fail, once, as SQLite does: with the transaction still open, or rolled back by itself. */
function failNext(store: Store, sql: string, code: string, { rolledBack = false } = {}): void {
  const exec = store.db.exec.bind(store.db);
  const spy = vi.spyOn(store.db, 'exec').mockImplementation((text) => {
    if (text !== sql) return exec(text);
    spy.mockRestore();
    if (rolledBack) exec('rollback');
    throw new Sqlite.SqliteError('injected', code);
  });
}

describe('a disk that fails', () => {
  test.each([
    ['the transaction still open', false],
    ['the transaction rolled back by SQLite', true],
  ])('a COMMIT that fails, %s, is refused, and every later save is on the disk', async (_state, rolledBack) => {
    const store = await fresh();
    for (const name of ['一', '二']) {
      failNext(store, 'commit', 'SQLITE_FULL', { rolledBack });
      await expect(store.unit.run((tx) => tx.insert(formDraftTable, draft(name)))).rejects.toThrow('injected');
    }
    await store.unit.run((tx) => tx.insert(formDraftTable, draft('三')));
    expect(store.db.inTransaction).toBe(false);
    const reader = await openStore(join(folder, `unit-${count - 1}.db`), keyHex);
    expect(names(reader)).toEqual(['三']);
    await reader.close();
    await store.close();
  });

  test('when a failed COMMIT cannot be rolled back either, nothing more is said to be saved', async () => {
    const doubt = vi.fn<() => void>();
    const store = await fresh(doubt);
    const exec = store.db.exec.bind(store.db);
    const spy = vi.spyOn(store.db, 'exec').mockImplementation((text) => {
      if (text === 'commit' || text === 'rollback') throw new Sqlite.SqliteError('injected', 'SQLITE_IOERR_FSYNC');
      return exec(text);
    });
    await expect(store.unit.run((tx) => tx.insert(formDraftTable, draft('一')))).rejects.toThrow('injected');
    spy.mockRestore();
    for (const name of ['二', '三'])
      await expect(store.unit.run((tx) => tx.insert(formDraftTable, draft(name)))).rejects.toMatchObject({
        refusal: { code: 'database-in-doubt' },
      });
    expect(doubt).toHaveBeenCalledTimes(1);
    await store.close();
  });

  test('a transaction SQLite ended by itself is refused, though whoever met the error went on', async () => {
    const doubt = vi.fn<() => void>();
    const store = await fresh(doubt);
    const run = store.unit.run(async (tx) => {
      await tx.insert(formDraftTable, draft('一'));
      store.db.exec('rollback');
    });
    await expect(run).rejects.toMatchObject({ refusal: { code: 'database-in-doubt' } });
    expect(doubt).toHaveBeenCalledTimes(1);
    await store.close();
  });

  test('a run inside a run that cannot be undone takes the whole run with it', async () => {
    const store = await fresh();
    const run = store.unit.run(async (tx) => {
      await tx.insert(formDraftTable, draft('外'));
      await store.unit
        .run(async () => {
          failNext(store, 'rollback to run_1; release run_1', 'SQLITE_IOERR_WRITE');
          throw new Error('inner');
        })
        .catch(() => undefined);
    });
    await expect(run).rejects.toMatchObject({ refusal: { code: 'database-in-doubt' } });
    expect(names(store)).toEqual([]);
    await store.close();
  });

  test.each([
    ['SQLITE_FULL', { code: 'not-saved', why: 'full' }],
    ['SQLITE_IOERR_WRITE', { code: 'not-saved', why: 'disk' }],
    ['SQLITE_IOERR_FSYNC', { code: 'not-saved', why: 'disk' }],
    ['SQLITE_READONLY_DBMOVED', { code: 'not-saved', why: 'read-only' }],
    ['SQLITE_BUSY', { code: 'not-saved', why: 'in-use' }],
    ['SQLITE_IOERR_SHORT_READ', { code: 'profile-damaged', what: 'database' }],
    ['SQLITE_CORRUPT_INDEX', { code: 'profile-damaged', what: 'database' }],
  ])('%s is told as what it is', (code, refusal) => {
    expect(refusalOfDatabase(new Sqlite.SqliteError('injected', code))).toMatchObject({ refusal });
  });
});
