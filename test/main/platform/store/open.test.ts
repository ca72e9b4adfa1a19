import { open, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { RefusalError } from '../../../../main/platform/refusal-error.ts';
import { contentSteps } from '../../../../main/platform/store/migrations/index.ts';
import { openStore } from '../../../../main/platform/store/open.ts';
import { schemas } from '../../../../main/platform/store/schema.ts';
import { contentTables, officeTables } from '../../../../main/platform/store/tables/index.ts';
import { formDraftTable } from '../../../../main/platform/store/tables/staff.ts';
import { tempDir } from '../../../support/temp-dir.ts';

const folder = await tempDir();
const keyHex = '0123456789abcdef'.repeat(4);
const marker = '某某餐饮有限公司拖欠工资';

const refusalOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'opened',
    (error: unknown) => (error instanceof RefusalError ? error.refusal : error),
  );

describe('openStore', () => {
  test('keeps what was written, and no plaintext in database, WAL or shared memory', async () => {
    const file = join(folder, 'plain.db');
    const store = await openStore(file, keyHex);
    await store.unit.run((tx) =>
      tx.insert(formDraftTable, { personId: 'p', key: 'k', value: marker, at: '2026-11-22' }),
    );
    for (const suffix of ['', '-wal', '-shm']) {
      const bytes = await readFile(file + suffix);
      expect(bytes.length).toBeGreaterThan(0);
      expect(bytes.includes(Buffer.from(marker))).toBe(false);
      expect(bytes.includes(Buffer.from('SQLite format 3'))).toBe(false);
    }
    await store.close();
    const again = await openStore(file, keyHex);
    expect(again.get<{ value: string }>('select value from form_draft where key = ?', 'k')?.value).toBe(marker);
    expect(again.db.pragma('synchronous', { simple: true })).toBe(2);
    expect(again.db.pragma('temp_store', { simple: true })).toBe(2);
    await again.close();
  });

  test.each([
    ['content', contentTables],
    ['office', officeTables],
  ] as const)('every mapped table and column exists in the schema the steps make: %s', async (name, tables) => {
    const store = await openStore(join(folder, `${name}.db`), keyHex, undefined, schemas[name]);
    for (const { options } of tables) {
      const columns = (store.db.pragma(`table_info(${options.name})`) as { name: string }[]).map(
        (column) => column.name,
      );
      expect({ table: options.name, columns: columns.toSorted() }).toEqual({
        table: options.name,
        columns: Object.keys(options.columns).toSorted(),
      });
    }
    await store.close();
  });

  test('refuses a database from a newer program', async () => {
    const file = join(folder, 'newer.db');
    const store = await openStore(file, keyHex);
    store.db
      .prepare('insert into migrations (timestamp, name) values (?, ?)')
      .run(contentSteps.length + 1, `Later${String(contentSteps.length + 1).padStart(13, '0')}`);
    await store.close();
    expect(await refusalOf(openStore(file, keyHex))).toEqual({
      code: 'profile-newer',
      theirs: contentSteps.length + 1,
      ours: contentSteps.length,
    });
  });

  test.each([
    [
      'a flipped byte in the first page',
      async (file: string) => {
        const handle = await open(file, 'r+');
        await handle.write(Buffer.from([0xff, 0x00, 0xff]), 0, 3, 600);
        await handle.close();
      },
    ],
    ['a file that is something else', (file: string) => writeFile(file, 'not a database at all'.repeat(500))],
    [
      'a cut tail',
      async (file: string) => {
        const handle = await open(file, 'r+');
        await handle.truncate(5_000);
        await handle.close();
      },
    ],
  ])('says that it is damaged: %s', async (name, damage) => {
    const file = join(folder, `${name.replaceAll(' ', '-')}.db`);
    await (await openStore(file, keyHex)).close();
    await damage(file);
    expect(await refusalOf(openStore(file, keyHex))).toEqual({ code: 'profile-damaged', what: 'database' });
  });

  test('a wrong key opens nothing', async () => {
    const file = join(folder, 'key.db');
    await (await openStore(file, keyHex)).close();
    expect(await refusalOf(openStore(file, 'f'.repeat(64)))).toEqual({ code: 'profile-damaged', what: 'database' });
    expect(String(await refusalOf(openStore(file, 'short')))).toContain('64 hex digits');
  });
});
