import { expect, test } from 'vitest';
import { schemaAt } from '../../../support/schema-at.ts';
import { caseRow } from '../../../support/schema-rows.ts';

test('step 8 has every unmet period looked at once its last day is over, and finds them by an index', async () => {
  using schema = await schemaAt(7);
  const { db, insert, next } = schema;
  insert('case_record', caseRow('c'));
  const period = (ruleId: string, due: string | null, metAt: string | null) =>
    insert('period', {
      caseId: 'c',
      ruleId,
      subjectId: 's',
      partyId: '',
      due,
      warnAt: due,
      metAt,
      harm: 1,
      period: '{}',
    });
  period('met', '2026-06-08', '2026-06-01');
  period('open', '2026-06-08', null);
  period('endless', null, null);
  await next();
  expect(db.prepare('select ruleId, lapsesAt from period order by ruleId').all()).toEqual([
    { ruleId: 'endless', lapsesAt: null },
    { ruleId: 'met', lapsesAt: null },
    { ruleId: 'open', lapsesAt: '2026-06-08' },
  ]);
  const plan = db
    .prepare('explain query plan select distinct caseId from period indexed by period_lapses where lapsesAt < ?')
    .all('2026-06-09');
  expect(JSON.stringify(plan)).toContain('period_lapses');
});
