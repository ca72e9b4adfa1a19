import { expect, test } from 'vitest';
import { schemaAt } from '../../../support/schema-at.ts';

test('findings of before may name anything: they are for who may read everything', async () => {
  using at = await schemaAt(14);
  const job = { id: 'j', kind: 'verify', subject: '验证', state: 'done', done: 1, total: 1, step: '', startedAt: '' };
  at.insert('job', { ...job, faults: JSON.stringify(['案卷20260001已损坏。', '第2处']) });
  at.insert('job', { ...job, id: 'k', faults: '[]' });
  await at.next();
  expect(at.db.prepare('select "caseId", faults from job order by id').all()).toEqual([
    {
      caseId: null,
      faults:
        '[{"sentence":"案卷20260001已损坏。","concern":"everything"},{"sentence":"第2处","concern":"everything"}]',
    },
    { caseId: null, faults: '[]' },
  ]);
});
