import { newSigningKey } from '../../../../main/platform/vault/signing.ts';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { recordBaseline, rowsOfBaseline } from '../../../../main/platform/audit/baseline.ts';
import { type Audit, createAudit } from '../../../../main/platform/audit/chain.ts';
import { differences } from '../../../../main/platform/audit/compare-rows.ts';
import { openStore } from '../../../../main/platform/store/open.ts';
import { schemas } from '../../../../main/platform/store/schema.ts';
import { tempDir } from '../../../support/temp-dir.ts';

const UNITS = 2_345;
const folder = await tempDir();
let count = 0;

/** A database that began before entries held digests: a chain whose first entry has none, and rows no entry speaks of. */
async function oldProfile() {
  count += 1;
  const store = await openStore(join(folder, `old-${count}.db`), 'ab'.repeat(32), undefined, schemas.office);
  onTestFinished(() => store.close());
  const audit = createAudit(
    store,
    { personId: 'p', name: '李敏', signingKey: newSigningKey() },
    () => new Date('2026-03-02T09:00:00+08:00'),
  );
  await store.unit.run(async () => audit.append({ verb: '首次设置', what: '人社局' }));
  store.db.exec(
    `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${UNITS}) insert into unit select 'u' || i, '科室' || i, '', 1 from n`,
  );
  store.db.exec(`insert into person values ('p', '李敏', '[]', null, '', '', '', 1, 1)`);
  const entries = (): number => audit.head().seq;
  return {
    store,
    audit,
    entries,
    found: () => [...differences(store.db, store.facts)].map(({ sentence }) => sentence),
  };
}

test('rows from before there were digests get one, are counted, and are compared from then on', async () => {
  const { store, audit, entries, found } = await oldProfile();
  await recordBaseline(store, audit);
  expect(found()).toEqual([]);
  expect(rowsOfBaseline(store)).toBe(UNITS + 1);
  const after = entries();
  await recordBaseline(store, audit);
  expect(entries()).toBe(after);
  store.db.exec(`update unit set head = '钱生' where id = 'u7'; insert into unit values ('x', '新科', '', 1)`);
  expect(found()).toEqual([
    expect.stringMatching(/^科室“科室7”与办理记录不符：.*登记核对值.*“负责人”/),
    '科室“新科”没有任何记录登记过，是绕过程序加进来的。',
  ]);
  await recordBaseline(store, audit);
  expect(found()).toHaveLength(2);
});

test('a baseline that was cut off goes on, and gives no row two digests', async () => {
  const { store, audit, found } = await oldProfile();
  let left = 2;
  const cutOff: Audit = {
    ...audit,
    append: (act, rows) => {
      if (left === 0) throw new Error('cut off');
      left -= 1;
      return audit.append(act, rows);
    },
  };
  await expect(recordBaseline(store, cutOff)).rejects.toThrow('cut off');
  expect(found().length).toBeGreaterThan(0);
  await recordBaseline(store, audit);
  expect(found()).toEqual([]);
  expect(store.get('select count(*) as count from audit_row')).toEqual({ count: UNITS + 1 });
});

test('a profile of today needs none, even where a row was put in behind the program', async () => {
  count += 1;
  const other = await openStore(join(folder, `new-${count}.db`), 'ab'.repeat(32), undefined, schemas.office);
  onTestFinished(() => other.close());
  const audit = createAudit(other, { personId: 'p', name: '李敏', signingKey: newSigningKey() }, () => new Date());
  await other.unit.run(async () => {
    other.run(`insert into unit values ('1', '监察科', '', 1)`);
    audit.append({ verb: '首次设置', what: '人社局' });
  });
  other.db.exec(`insert into unit values ('x', '新科', '', 1)`);
  await recordBaseline(other, audit);
  expect([...differences(other.db, other.facts)].map(({ sentence }) => sentence)).toEqual([
    '科室“新科”没有任何记录登记过，是绕过程序加进来的。',
  ]);
});
