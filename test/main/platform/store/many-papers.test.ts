import { expect, test } from 'vitest';
import { schemaAt } from '../../../support/schema-at.ts';
import { caseRow } from '../../../support/schema-rows.ts';

test('step 9 knows since when each officer has a case, and lists them by an index', async () => {
  using schema = await schemaAt(8);
  const { db, insert, next } = schema;
  for (const [id, createdAt] of [
    ['old', '2019-03-01T01:00:00.000Z'],
    ['new', '2026-03-01T01:00:00.000Z'],
  ] as const) {
    insert('case_record', { ...caseRow(id), officerIds: '["p"]', createdAt, updatedAt: createdAt });
    insert('case_officer', { caseId: id, personId: 'p' });
  }
  await next();
  const mine = 'select caseId, begunAt from case_officer where personId = ? order by begunAt desc';
  expect(db.prepare(mine).all('p')).toEqual([
    { caseId: 'new', begunAt: '2026-03-01T01:00:00.000Z' },
    { caseId: 'old', begunAt: '2019-03-01T01:00:00.000Z' },
  ]);
  const planOf = (sql: string): string => JSON.stringify(db.prepare(`explain query plan ${sql}`).all('p'));
  expect(planOf(mine)).toContain('case_officer_begun');
  expect(planOf(mine)).not.toContain('TEMP B-TREE');
});
