import Sqlite from 'better-sqlite3-multiple-ciphers';
import type { QueryRunner } from 'typeorm';
import { afterAll, expect, test } from 'vitest';
import { migrations } from '../../../main/store/migrations/index.ts';

const db = new Sqlite(':memory:');
db.pragma('foreign_keys=ON');
afterAll(() => db.close());
const runner = { query: async (sql: string) => db.exec(sql) } as unknown as QueryRunner;

test('step 6 keeps every case, which follows none, and lets one follow another that is there', async () => {
  for (const step of migrations.slice(0, 5)) await new step().up(runner);
  const insert = db.prepare(`insert into case_record (id, office, number, procedure, causeName, state, officerIds, createdAt, createdBy, updatedAt, version) values (?, '', '', ?, '', 'open', '[]', '', '', '', 1)`);
  insert.run('penalty', 'penalty.ordinary');
  await new migrations[5]!().up(runner);
  insert.run('enforcing', 'enforcement');
  const follow = db.prepare('update case_record set "followsId" = ? where id = ?');
  follow.run('penalty', 'enforcing');
  expect(() => follow.run('nobody', 'enforcing')).toThrow(/FOREIGN KEY/);
  expect(db.prepare('select id, "followsId" from case_record order by id').all()).toEqual([{ id: 'enforcing', followsId: 'penalty' }, { id: 'penalty', followsId: null }]);
});
