import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { schemaAt } from '../../../support/schema-at.ts';
import { caseRow, householdRow, paperRow } from '../../../support/schema-rows.ts';

const period = { caseId: 'c', ruleId: 'F60', subjectId: 'b', harm: 2 };

describe('step 7: papers and periods of a party', () => {
  let schema: Awaited<ReturnType<typeof schemaAt>>;
  /** A case of two parties, the second of them written first, with three papers and a period. */
  beforeEach(async () => {
    schema = await schemaAt(6);
    onTestFinished(() => schema[Symbol.dispose]());
    const { insert, next } = schema;
    insert('case_record', caseRow('c'));
    for (const id of ['first', 'second']) insert('household', householdRow(id));
    insert('case_party', { caseId: 'c', householdId: 'second', position: 1 });
    insert('case_party', { caseId: 'c', householdId: 'first', position: 0 });
    insert('paper', paperRow('a', 'J04'));
    insert('paper', paperRow('b', 'J21'));
    insert('paper', paperRow('c', 'J40'));
    const day = '2026-06-08';
    insert('period', { ...period, due: day, warnAt: day, metAt: null, period: '{"ruleId":"F60"}' });
    await next();
  });

  test('a case’s papers go to its first party, those of the whole case stay', () => {
    expect(schema.db.prepare('select id, partyId from paper order by id').all()).toEqual([
      { id: 'a', partyId: null },
      { id: 'b', partyId: 'first' },
      { id: 'c', partyId: 'first' },
    ]);
    expect(() => schema.db.prepare("update paper set partyId = 'nobody' where id = 'b'").run()).toThrow(/FOREIGN KEY/);
  });

  test('nobody has left a case', () => {
    expect(schema.db.prepare('select leftAt, leftReason from case_party').all()).toEqual(
      Array.from({ length: 2 }, () => ({ leftAt: null, leftReason: null })),
    );
  });

  test('every period is kept, and another party may have the same one', () => {
    expect(schema.db.prepare('select ruleId, partyId, due, period from period').all()).toEqual([
      { ruleId: 'F60', partyId: '', due: '2026-06-08', period: '{"ruleId":"F60","partyId":null}' },
    ]);
    schema.insert('period', { ...period, partyId: 'second', due: null, warnAt: null, metAt: null, period: '{}' });
    expect(schema.db.prepare('select count(*) as count from period').get()).toEqual({ count: 2 });
  });
});
