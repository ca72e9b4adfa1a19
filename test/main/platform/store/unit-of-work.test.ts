import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { openStore, type Store } from '../../../../main/platform/store/open.ts';
import { unitTable } from '../../../../main/platform/store/tables/staff.ts';
import { tempDir } from '../../../support/temp-dir.ts';

const folder = await tempDir();
const keyHex = 'ab'.repeat(32);
let count = 0;
const fresh = (): Promise<Store> => openStore(join(folder, `unit-${count++}.db`), keyHex);
const names = (store: Store): string[] =>
  store.all<{ name: string }>('select name from unit order by name').map((row) => row.name);
const unit = (name: string) => ({ id: name, name, head: '', active: true });

describe('UnitOfWork', () => {
  test('a failing run loses its own rows and nobody else’s', async () => {
    const store = await fresh();
    const slow = store.unit.run(async (tx) => {
      await tx.insert(unitTable, unit('甲'));
      await new Promise((resolve) => setTimeout(resolve, 20));
      throw new Error('falls');
    });
    const other = store.unit.run((tx) => tx.insert(unitTable, unit('乙')));
    await expect(slow).rejects.toThrow('falls');
    await other;
    expect(names(store)).toEqual(['乙']);
    await store.close();
  });

  test('a run inside a run is a savepoint: its failure alone is undone', async () => {
    const store = await fresh();
    await store.unit.run(async (tx) => {
      await tx.insert(unitTable, unit('外'));
      await store.unit
        .run(async (inner) => {
          await inner.insert(unitTable, unit('内'));
          throw new Error('inner');
        })
        .catch(() => undefined);
    });
    expect(names(store)).toEqual(['外']);
    await store.close();
  });
});
