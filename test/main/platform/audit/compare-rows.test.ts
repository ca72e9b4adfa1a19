import { registerSigningKey } from '../../../../main/features/staff/signing-keys.ts';
import { newSigningKey } from '../../../../main/platform/vault/signing.ts';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { createAudit } from '../../../../main/platform/audit/chain.ts';
import { faultsOfCaseEntries, strayDigests } from '../../../../main/platform/audit/check-entries.ts';
import { differences, differencesOfCase } from '../../../../main/platform/audit/compare-rows.ts';
import type { FactTable } from '../../../../main/platform/store/facts/fact-table.ts';
import { columnsOf } from '../../../../main/platform/store/facts/fact-rows.ts';
import { contentFacts, factTable, officeFacts } from '../../../../main/platform/store/facts/fact-tables.ts';
import { openStore } from '../../../../main/platform/store/open.ts';
import { type Schema, schemas } from '../../../../main/platform/store/schema.ts';
import { insertFact } from '../../../support/fact-row.ts';
import { tempDir } from '../../../support/temp-dir.ts';

const folder = await tempDir();
let count = 0;

/** A database with one row in a table, put there by an act, and a hand that changes it without one. */
async function withFact(
  table: FactTable,
  schema: Schema = contentFacts.includes(table) ? schemas.content : schemas.office,
) {
  count += 1;
  const store = await openStore(join(folder, `facts-${count}.db`), 'ab'.repeat(32), undefined, schema);
  onTestFinished(() => store.close());
  store.db.pragma('foreign_keys=OFF');
  const signingKey = newSigningKey();
  const audit = createAudit(
    store,
    { personId: 'p', name: '李敏', signingKey },
    () => new Date('2026-03-02T09:00:00+08:00'),
  );
  const act = (verb: string, work: () => unknown): Promise<void> =>
    store.unit.run(async () => {
      work();
      audit.append({ verb, what: table.label });
    });
  await act('登记', () => insertFact(store.db, table, 1));
  const found = (): string[] => [...differences(store.db, store.facts)].map(({ sentence }) => sentence);
  return { store, audit, signingKey, act, found, behind: (sql: string) => void store.db.exec(sql) };
}

const allFacts = new Set([...contentFacts, ...officeFacts]);

describe.each([...allFacts].map((table) => [table.label, table] as const))('%s', (_, table) => {
  const own = columnsOf(table).filter((column) => !table.key.includes(column) && column !== table.caseColumn);

  test('agrees with the chain as an act left it, changed it and took it away', async () => {
    const { store, act, found } = await withFact(table);
    expect(found()).toEqual([]);
    await act('修改', () => store.db.exec(`update "${table.name}" set "${own[0]}" = '9'`));
    expect(found()).toEqual([]);
    await act('撤去', () => store.db.exec(`delete from "${table.name}"`));
    expect(found()).toEqual([]);
  });

  test('a change of any column behind the program is named', async () => {
    const { store, behind, found } = await withFact(table);
    for (const column of own) {
      store.db.exec('begin');
      behind(`update "${table.name}" set "${column}" = 77`);
      const [sentence, ...others] = found();
      expect(sentence).toContain(
        `与办理记录不符：第1条记录（2026-03-02 李敏 登记“${table.label}”）登记以后，“${table.columns[column]}”绕过程序改动过。`,
      );
      expect(sentence).toContain(table.label);
      expect(others).toEqual([]);
      store.db.exec('rollback');
    }
  });

  test('a row that was taken away, put in, or put back behind the program is named', async () => {
    const { store, act, behind, found } = await withFact(table);
    insertFact(store.db, table, 2);
    expect(found()).toEqual([expect.stringMatching(/没有任何记录登记过，是绕过程序加进来的。$/)]);
    behind(`delete from "${table.name}"`);
    expect(found()).toEqual([
      expect.stringMatching(/不见了：第1条记录（2026-03-02 李敏 登记“.+”）登记过，是绕过程序删去的。$/),
    ]);
    insertFact(store.db, table, 1);
    await act('撤去', () => store.db.exec(`delete from "${table.name}"`));
    insertFact(store.db, table, 1);
    expect(found()).toEqual([
      expect.stringMatching(/已由第2条记录（2026-03-02 李敏 撤去“.+”）撤去，又绕过程序加了回来。$/),
    ]);
  });

  test('is told for the case it belongs to, and for no other', async () => {
    const { behind, store } = await withFact(table);
    if (table.caseColumn === null) return;
    const { caseId } = store.get<{ caseId: string }>(`select "${table.caseColumn}" as caseId from "${table.name}"`) ?? {
      caseId: '',
    };
    behind(`delete from "${table.name}"`);
    expect([...differencesOfCase(store.db, caseId)]).toMatchObject([
      { sentence: expect.stringContaining('不见了'), concern: caseId },
    ]);
    expect([...differencesOfCase(store.db, 'another')]).toEqual([]);
  });
});

test('a row that was changed behind the program and written over is still told', async () => {
  const { act, behind, found, store } = await withFact(factTable('unit'));
  behind(`update unit set head = '钱生'`);
  await act('修改', () => store.db.exec(`update unit set name = '监察科'`));
  expect(found()).toEqual(['科室“监察科”在第2条记录以前绕过程序改动过，改动以后又登记过。']);
});

test('a period that was changed is put right by the next count, and nothing is left to tell', async () => {
  const { act, behind, found, store } = await withFact(factTable('period'));
  behind('update period set harm = 9');
  expect(found()).toEqual([expect.stringContaining('“逾期后果”')]);
  await act('填写文书', () => store.db.exec('update period set harm = 1'));
  expect(found()).toEqual([]);
});

test('digests changed with their row are told by the entry that held them', async () => {
  const { audit, behind, store, signingKey } = await withFact(factTable('case_answer'));
  const { caseId } = store.get<{ caseId: string }>('select caseId from case_answer') ?? { caseId: '' };
  await store.unit.run(async () => audit.append({ verb: '登录', what: '李敏' }));
  await store.unit.run(async (tx) => {
    await registerSigningKey({ store, audit }, tx, { personId: 'p', ...signingKey });
    audit.append({ verb: '启用签名密钥', what: '李敏' });
  });
  expect(faultsOfCaseEntries(store.db, caseId)).toEqual([]);
  behind(`drop trigger audit_row_no_update; update audit_row set digest = 'ab'`);
  expect(faultsOfCaseEntries(store.db, caseId)).toEqual(['记录链第1条（2026-03-02 李敏 登记）被改动过。']);
  behind(`insert into audit_row values (2, 'unit', 'x', '', 'ab', '')`);
  expect(strayDigests(store.db)).toBe('有1个核对值不属于任何一条记录，是绕过程序加进来的。');
});
