import { describe, expect, onTestFinished, test } from 'vitest';
import { schemaAt } from '../../../support/schema-at.ts';
import { caseRow, exhibitRow, paperRow } from '../../../support/schema-rows.ts';

const period = (over: object = {}): string => JSON.stringify({ duty: '本机关', kind: 'max', lapses: false, ...over });
const periodRow = (ruleId: string, warnAt: string, text: string) => ({
  caseId: 'c',
  ruleId,
  subjectId: 's',
  partyId: '',
  due: warnAt,
  warnAt,
  metAt: null,
  harm: 2,
  period: text,
});

/** A case with a paper and its periods, recorded before the step or after it. */
async function recorded(when: 'before' | 'after') {
  const schema = await schemaAt(18);
  onTestFinished(() => schema[Symbol.dispose]());
  if (when === 'after') await schema.next();
  const { db, insert } = schema;
  insert('case_record', { ...caseRow('c'), updatedAt: '2026-03-01' });
  insert('paper', { ...paperRow('p', 'J01'), updatedAt: '2026-03-05' });
  insert('period', periodRow('P1', '2026-06-01', period()));
  insert('period', periodRow('P2', '2026-04-01', period({ duty: '当事人' })));
  insert('period', periodRow('P3', '2026-04-02', period({ kind: 'min' })));
  insert('period', periodRow('P4', '2026-04-03', period({ lapses: true })));
  insert('period', periodRow('P5', '2026-04-04', 'not JSON'));
  if (when === 'before') await schema.next();
  const outlook = () => db.prepare('select "dueAt", "touchedAt", "judgedOn" from case_outlook').get();
  const judged = (): void => void db.prepare(`update case_outlook set "judgedOn" = '2026-04-01'`).run();
  return { db, insert, outlook, judged };
}

describe.each(['before', 'after'] as const)('step 19: outlooks of what was recorded %s it', (when) => {
  test('hold the nearest last day that binds the office, and when the case was last touched', async () => {
    const { outlook } = await recorded(when);
    expect(outlook()).toEqual({ dueAt: '2026-06-01', touchedAt: '2026-03-05', judgedOn: '' });
  });

  test('follow a period that begins, is met, and goes', async () => {
    const { db, insert, outlook } = await recorded(when);
    insert('period', periodRow('P6', '2026-05-01', period({ kind: 'before' })));
    expect(outlook()).toMatchObject({ dueAt: '2026-05-01' });
    db.prepare(`update period set "metAt" = '2026-04-20' where "ruleId" = 'P6'`).run();
    expect(outlook()).toMatchObject({ dueAt: '2026-06-01' });
    db.prepare(`delete from period where "ruleId" = 'P1'`).run();
    expect(outlook()).toMatchObject({ dueAt: '9999' });
  });

  test.each([
    ['the case', `update case_record set state = 'closed'`],
    ['a paper', `update paper set "updatedAt" = '2026-03-09'`],
    ['a party', `update case_party set "leftAt" = '2026-03-09'`],
    ['a new edition of a paper', `insert into template_edition values ('e', 'J01', 2, '{}', '', '', '', '')`],
    ['new rules', `insert into rule_edition values ('e', '{}', '', '', '', '')`],
  ])('are judged anew after a change of %s', async (_, change) => {
    const { db, insert, outlook, judged } = await recorded(when);
    db.pragma('foreign_keys=OFF');
    insert('case_party', { caseId: 'c', householdId: 'h', position: 0 });
    judged();
    db.prepare(change).run();
    expect(outlook()).toMatchObject({ judgedOn: '' });
  });

  test('a material taken in touches the case, what is found out about it later does not', async () => {
    const { db, insert, outlook } = await recorded(when);
    insert('exhibit', { ...exhibitRow('e'), importedAt: '2026-03-20' });
    expect(outlook()).toMatchObject({ touchedAt: '2026-03-20' });
    db.prepare(`update exhibit set sm3 = 'x'`).run();
    expect(outlook()).toMatchObject({ touchedAt: '2026-03-20' });
  });
});
