import { expect, test } from 'vitest';
import { schemaAt } from '../../../support/schema-at.ts';
import { caseRow, exhibitRow } from '../../../support/schema-rows.ts';

test('step 10 keeps every SM3 and lets one be unknown', async () => {
  using schema = await schemaAt(9);
  const { db, insert, next } = schema;
  insert('case_record', caseRow('c'));
  insert('exhibit', { ...exhibitRow('before'), sm3: '66c7f0f4' });
  await next();
  insert('exhibit', { ...exhibitRow('after'), sm3: null });
  expect(db.prepare('select id, sm3, title from exhibit order by id').all()).toEqual([
    { id: 'after', sm3: null, title: 'after' },
    { id: 'before', sm3: '66c7f0f4', title: 'before' },
  ]);
});
