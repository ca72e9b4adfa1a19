import { expect, test } from 'vitest';
import { schemaAt } from '../../../support/schema-at.ts';

test('step 6 keeps every case, which follows none, and lets one follow another that is there', async () => {
  using schema = await schemaAt(5);
  const { db, next } = schema;
  const insert = db.prepare(
    `insert into case_record (id, office, number, procedure, causeName, state, officerIds, createdAt, createdBy, updatedAt, version) values (?, '', '', ?, '', 'open', '[]', '', '', '', 1)`,
  );
  insert.run('penalty', 'penalty.ordinary');
  await next();
  insert.run('enforcing', 'enforcement');
  const follow = db.prepare('update case_record set "followsId" = ? where id = ?');
  follow.run('penalty', 'enforcing');
  expect(() => follow.run('nobody', 'enforcing')).toThrow(/FOREIGN KEY/);
  expect(db.prepare('select id, "followsId" from case_record order by id').all()).toEqual([
    { id: 'enforcing', followsId: 'penalty' },
    { id: 'penalty', followsId: null },
  ]);
});
