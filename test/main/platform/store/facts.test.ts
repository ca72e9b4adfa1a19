import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { columnsOf } from '../../../../main/platform/store/facts/fact-rows.ts';
import { factTable, otherTables } from '../../../../main/platform/store/facts/fact-tables.ts';
import { openStore } from '../../../../main/platform/store/open.ts';
import { type Schema, schemas } from '../../../../main/platform/store/schema.ts';
import { unitTable } from '../../../../main/platform/store/tables/staff.ts';
import { tempDir } from '../../../support/temp-dir.ts';

const folder = await tempDir();
let count = 0;

async function fresh(schema: Schema = schemas.office) {
  count += 1;
  const store = await openStore(join(folder, `facts-${count}.db`), 'ab'.repeat(32), undefined, schema);
  onTestFinished(() => store.close());
  return store;
}
const unit = (id: string) => ({ id, name: id, head: '', active: true });

describe('what is compared with the chain', () => {
  test.each(['content', 'office'] as const)(
    'every table of %s is one of facts or says why it is not, and every column of facts is declared with its key',
    async (schema) => {
      const { db, facts } = await fresh(schemas[schema]);
      // Shadow tables of an index belong to it.
      const shadow = /^(household|case|paper|exhibit)_index_/;
      const names = (
        db.prepare(`select name from sqlite_master where type = 'table' and name not like 'sqlite_%'`).all() as {
          name: string;
        }[]
      ).map(({ name }) => name);
      const known = [...facts.map((table) => table.name), ...Object.keys(otherTables)];
      expect(names.filter((each) => !shadow.test(each) && !known.includes(each))).toEqual([]);
      for (const table of facts) {
        const columns = db.pragma(`table_info("${table.name}")`) as { name: string; pk: number }[];
        expect({ table: table.name, columns: columnsOf(table).toSorted() }).toEqual({
          table: table.name,
          columns: columns.map((column) => column.name).toSorted(),
        });
        expect(table.key.toSorted()).toEqual(
          columns.flatMap((column) => (column.pk > 0 ? [column.name] : [])).toSorted(),
        );
        expect(new Set(Object.values(table.columns)).size).toBe(columns.length);
      }
    },
  );

  test('a table that holds no facts is refused', () => {
    expect(() => factTable('job')).toThrow('job is no table of facts');
  });
});

describe('written rows', () => {
  test('a run that writes facts no entry takes is undone', async () => {
    const store = await fresh();
    await expect(store.unit.run((tx) => tx.insert(unitTable, unit('甲')))).rejects.toThrow('no entry of the chain');
    expect(store.all('select * from unit')).toEqual([]);
  });

  test('are heard of however they are written, once each, as they stood before', async () => {
    const store = await fresh();
    store.db.exec(`insert into unit values ('甲', '甲', '', 1), ('乙', '乙', '', 1)`);
    const taken = await store.unit.run(async (tx) => {
      await tx.update(unitTable, { id: '甲' }, { head: '张丽' });
      await tx.upsert(unitTable, unit('甲'), ['id']);
      store.run(`delete from unit where id = '乙'`);
      store.run(`insert or ignore into unit values ('甲', '', '', 0)`);
      await tx.insert(unitTable, unit('丙'));
      return store.written.take();
    });
    expect(taken.map(({ rowId, before }) => [rowId, before])).toEqual([
      ['甲', ['甲', '甲', '', 1]],
      ['乙', ['乙', '乙', '', 1]],
      ['丙', null],
    ]);
  });

  test('a savepoint that is undone gives back what its entry took', async () => {
    const store = await fresh();
    await store.unit.run(async (tx) => {
      await tx.insert(unitTable, unit('外'));
      await store.unit
        .run(async (inner) => {
          await inner.insert(unitTable, unit('内'));
          store.written.take();
          throw new Error('inner');
        })
        .catch(() => undefined);
      expect(store.written.take().map(({ rowId }) => rowId)).toEqual(['外']);
    });
  });

  test('what another connection writes is not taken for the program’s', async () => {
    const store = await fresh();
    store.db.exec(`insert into unit values ('甲', '甲', '', 1)`);
    await store.unit.run(async () => expect(store.written.any()).toBe(false));
  });
});
