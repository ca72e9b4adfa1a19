import { expect, test } from 'vitest';
import { schemaAt } from '../../../support/schema-at.ts';

test('step 4 keeps every number, and forms that are out count as taken on the day they were reserved', async () => {
  using schema = await schemaAt(3);
  const { db, next } = schema;
  const insert = db.prepare(
    `insert into paper_number (number, code, letters, year, seq, "paperId", "templateId", "paperName", status, reason, at) values (?, '某人社', '监当罚', 2026, ?, null, 'J34', '当场行政处罚决定书', ?, ?, ?)`,
  );
  insert.run('一', 1, 'reserved', '', '2026-03-02');
  insert.run('二', 2, 'void', '污损', '2026-03-03');
  await next();
  expect(
    db.prepare('select number, status, reason, at, holder, "takenAt", "by" from paper_number order by seq').all(),
  ).toEqual([
    { number: '一', status: 'reserved', reason: '', at: '2026-03-02', holder: '', takenAt: '2026-03-02', by: '' },
    { number: '二', status: 'void', reason: '污损', at: '2026-03-03', holder: '', takenAt: null, by: '' },
  ]);
});
