import { expect, test, vi } from 'vitest';
import { createAudit } from '../../../../main/platform/audit/chain.ts';
import { createLooks, differencesOfLooks, type Looked } from '../../../../main/platform/audit/looks.ts';
import { newSigningKey } from '../../../../main/platform/vault/signing.ts';
import { openStore } from '../../../../main/platform/store/open.ts';
import { tempDir } from '../../../support/temp-dir.ts';

const who = { personId: 'p', name: '李敏', signingKey: newSigningKey() };
const aPaper: Looked = { kind: '文书', what: '立案审批表', subjectId: 'x', caseId: 'c' };
const search = (what: string): Looked => ({ kind: '搜索', what, subjectId: '', caseId: '' });

async function opened() {
  const store = await openStore(`${await tempDir()}/database.db`, 'ab'.repeat(32));
  let now = new Date('2026-03-02T01:00:00Z');
  const audit = createAudit(store, who, () => now);
  const looks = createLooks({
    store,
    audit,
    who,
    now: () => now,
    onFault: (error) => expect.unreachable(String(error)),
  });
  const after = (minutes: number): void => {
    now = new Date(now.getTime() + minutes * 60_000);
  };
  const seen = (caseId?: string): string[] =>
    looks
      .list({ ...(caseId === undefined ? {} : { caseId }), before: null, limit: 100 })
      .map(({ what }) => what)
      .toReversed();
  return { store, audit, looks, after, seen };
}

test('one thing opened many times within half an hour is one look, and one search for what is being typed', async () => {
  const { looks, after, seen, store } = await opened();
  for (let n = 0; n < 5; n += 1) looks.note(aPaper);
  after(29);
  looks.note(aPaper);
  for (const what of ['福', '福满', '福满园', '陈']) looks.note(search(what));
  after(2);
  looks.note(aPaper);
  await looks.close();
  expect(seen()).toEqual(['立案审批表', '福满园', '陈', '立案审批表']);
  expect(seen('c')).toEqual(['立案审批表', '立案审批表']);
  await store.close();
});

test('a look is on the disk within a second or so, and no entry of its own', async () => {
  const { looks, seen, audit, store } = await opened();
  looks.note(aPaper);
  expect(seen()).toEqual([]);
  await vi.waitFor(() => expect(seen()).toEqual(['立案审批表']), { timeout: 3_000 });
  expect(audit.head().seq).toBe(0);
  await looks.close();
  expect(audit.entries({ before: null, limit: 9 })).toMatchObject([
    { verb: '登记查阅', what: '1次', detail: { from: 1, to: 1 } },
  ]);
  await store.close();
});

test.each([
  ['changed', "update look set who = '王建国' where seq = 1"],
  ['removed', 'delete from look where seq = 2'],
  ['put in', `insert into look values (0, '', '', '', '', '', '', '')`],
])('a look that was %s behind the program is told', async (_, sql) => {
  const { looks, store } = await opened();
  looks.note(aPaper);
  looks.note(search('福满园'));
  await looks.close();
  expect([...differencesOfLooks(store.db)]).toEqual([]);
  store.db.exec('drop trigger look_no_update; drop trigger look_no_delete');
  store.db.exec(sql);
  const told = [...differencesOfLooks(store.db)].map(({ sentence }) => sentence);
  expect(told).toEqual([expect.stringMatching(/^第\d条至第\d条查阅记录/)]);
  await store.close();
});

test('looks that a full disk refused are written with the next one', async () => {
  const { looks, seen, store } = await opened();
  looks.note(aPaper);
  store.db.pragma('query_only=ON');
  await expect(looks.close()).rejects.toThrow();
  store.db.pragma('query_only=OFF');
  looks.note(search('福满园'));
  await looks.close();
  expect(seen()).toEqual(['立案审批表', '福满园']);
  await store.close();
});
