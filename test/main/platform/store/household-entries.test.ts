import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { schemaAt } from '../../../support/schema-at.ts';
import { caseRow, exhibitRow, householdRow, paperRow } from '../../../support/schema-rows.ts';

const moment = (day: number): string => `2026-03-${String(day).padStart(2, '0')}T01:00:00.000Z`;

describe.each(['before', 'after'])('step 12: the entries of what was recorded %s it', (when) => {
  let schema: Awaited<ReturnType<typeof schemaAt>>;
  /** A case of two parties: a paper of the case, one of each party, a film and a photo; a hand-over and a volume. */
  beforeEach(async () => {
    schema = await schemaAt(11);
    onTestFinished(() => schema[Symbol.dispose]());
    if (when === 'after') await schema.next();
    const { insert } = schema;
    insert('case_record', { ...caseRow('c'), createdAt: moment(1) });
    for (const id of ['first', 'second']) insert('household', householdRow(id));
    insert('case_party', { caseId: 'c', householdId: 'first', position: 0 });
    for (const [id, day, partyId] of [
      ['of-case', 2, null],
      ['of-first', 3, 'first'],
    ] as const)
      insert('paper', { ...paperRow(id, 'J04'), updatedAt: moment(day), partyId });
    insert('exhibit', {
      ...exhibitRow('film'),
      mime: 'video/webm',
      startAt: '2026-03-05T09:30',
      importedAt: moment(9),
    });
    insert('exhibit', { ...exhibitRow('photo'), mime: 'image/jpeg', importedAt: moment(6) });
    insert('case_party', { caseId: 'c', householdId: 'second', position: 1 });
    insert('paper', { ...paperRow('of-second', 'J04'), updatedAt: moment(4), partyId: 'second' });
    if (when === 'before') await schema.next();
  });
  const idsOf = (householdId: string): unknown[] =>
    schema.db
      .prepare('select "refId" from household_entry where "householdId" = ? order by at')
      .pluck()
      .all(householdId);

  test('each household lists the case, what is of the whole case and what is its own, by the moment', () => {
    expect(idsOf('first')).toEqual(['c', 'of-case', 'of-first', 'film', 'photo']);
    expect(idsOf('second')).toEqual(['c', 'of-case', 'of-second', 'film', 'photo']);
    expect(schema.db.prepare(`select at, kind from household_entry where "refId" = 'film'`).all()).toEqual(
      Array.from({ length: 2 }, () => ({ at: '2026-03-05T01:30:00.000Z', kind: '音像' })),
    );
  });

  test('a paper stands at its issue, and goes to the other file with its party', () => {
    schema.db
      .prepare(`update paper set "issuedAt" = ?, "updatedAt" = ? where id = 'of-first'`)
      .run(moment(8), moment(20));
    schema.db.prepare(`update paper set "partyId" = 'first' where id = 'of-second'`).run();
    expect(idsOf('first')).toEqual(['c', 'of-case', 'of-second', 'film', 'photo', 'of-first']);
    expect(idsOf('second')).toEqual(['c', 'of-case', 'film', 'photo']);
  });

  test('an exhibit moves with the moment it was made, and goes when it is withdrawn', () => {
    schema.db.prepare(`update exhibit set "startAt" = '2026-03-01T10:00:00+08:00' where id = 'photo'`).run();
    schema.db.prepare(`update exhibit set "withdrawnReason" = '登记错误' where id = 'film'`).run();
    expect(idsOf('first')).toEqual(['c', 'photo', 'of-case', 'of-first']);
  });

  test('volumes and hand-overs are entries too', () => {
    const text = (...names: string[]) => Object.fromEntries(names.map((name) => [name, name]));
    schema.insert('volume', {
      ...text('filedAt', 'filer', 'inspector', 'retention', 'archiveNo', 'sha256', 'rows', 'situation'),
      id: 'volume',
      caseId: 'c',
      items: 1,
      pages: 1,
      createdAt: moment(10),
    });
    schema.insert('handover', {
      ...text('kind', 'recipient', 'state', 'form', 'folder', 'manifestSha256', 'manifestSm3', 'anchor', 'createdBy'),
      id: 'handover',
      caseId: 'c',
      itemCount: 1,
      bytes: 1,
      items: '[]',
      request: '{}',
      createdAt: moment(11),
    });
    expect(idsOf('second').slice(-2)).toEqual(['volume', 'handover']);
  });

  test('a page is read in order from one index', () => {
    const plan = schema.db
      .prepare('explain query plan select * from household_entry where "householdId" = ? and at < ? order by at desc')
      .all('first', moment(30));
    expect(JSON.stringify(plan)).toContain('SEARCH household_entry USING PRIMARY KEY');
    expect(JSON.stringify(plan)).not.toContain('TEMP B-TREE');
  });
});
