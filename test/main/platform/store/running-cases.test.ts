import { describe, expect, onTestFinished, test } from 'vitest';
import { schemaAt } from '../../../support/schema-at.ts';
import { caseRow } from '../../../support/schema-rows.ts';

describe.each(['before', 'after'])('step 13: running cases of what was recorded %s it', (when) => {
  /** `new` was registered by the window and is handled by two officers, `old` is closed, `own` is handled by who registered it. */
  async function recorded() {
    const schema = await schemaAt(12);
    onTestFinished(() => schema[Symbol.dispose]());
    if (when === 'after') await schema.next();
    const { db, insert } = schema;
    for (const [id, state, createdBy, officers] of [
      ['old', 'closed', 'window', ['a']],
      ['own', 'open', 'a', ['a']],
      ['new', 'source', 'window', ['a', 'b']],
    ] as const) {
      insert('case_record', { ...caseRow(id), state, createdBy, createdAt: `of ${id}` });
      for (const personId of officers) insert('case_officer', { caseId: id, personId, begunAt: '' });
    }
    if (when === 'before') await schema.next();
    const of = (personId: string): unknown[] =>
      db.prepare('select "caseId" from running_case where "personId" = ? order by "caseId"').pluck().all(personId);
    return { db, of };
  }

  test('each person has those they registered or handle', async () => {
    const { of } = await recorded();
    expect([of('window'), of('a'), of('b')]).toEqual([['new'], ['new', 'own'], ['new']]);
  });

  test('a closed case goes from every desk, and comes back when the closing is taken back', async () => {
    const { db, of } = await recorded();
    const become = db.prepare("update case_record set state = ? where id = 'new'");
    become.run('closed');
    expect([of('window'), of('a'), of('b')]).toEqual([[], ['own'], []]);
    become.run('open');
    expect([of('window'), of('a'), of('b')]).toEqual([['new'], ['new', 'own'], ['new']]);
  });

  test('who no longer handles a case keeps only what they registered', async () => {
    const { db, of } = await recorded();
    db.prepare('delete from case_officer').run();
    expect([of('window'), of('a'), of('b')]).toEqual([['new'], ['own'], []]);
  });
});
