import { expect, test } from 'vitest';
import { schemaAt } from '../../../support/schema-at.ts';

test('step 7 gives a case’s papers to its party, leaves those of the whole case, and keeps every period', async () => {
  using schema = await schemaAt(6);
  const { db, insert, next } = schema;
  const paper = (id: string, templateId: string) =>
    insert('paper', {
      id,
      caseId: 'c',
      templateId,
      templateVersion: 1,
      name: templateId,
      version: 1,
      status: 'issued',
      values: '{}',
      signatures: '[]',
      approvals: '[]',
      createdAt: '',
      createdBy: '',
      updatedAt: '',
      updatedBy: '',
    });
  insert('case_record', {
    id: 'c',
    office: 'o',
    number: '',
    procedure: 'penalty.ordinary',
    causeName: '',
    state: 'open',
    officerIds: '[]',
    createdAt: '',
    createdBy: '',
    updatedAt: '',
    version: 1,
  });
  for (const id of ['first', 'second'])
    insert('household', {
      id,
      office: 'o',
      keyText: id,
      keyKind: 'uscc',
      kind: '单位',
      name: id,
      uscc: '',
      legalRep: '',
      position: '',
      idType: '',
      idNumber: '',
      address: '',
      phone: '',
      version: 1,
      createdAt: '',
      updatedAt: '',
    });
  insert('case_party', { caseId: 'c', householdId: 'second', position: 1 });
  insert('case_party', { caseId: 'c', householdId: 'first', position: 0 });
  for (const [id, templateId] of [
    ['a', 'J04'],
    ['b', 'J21'],
    ['c', 'J40'],
  ] as const)
    paper(id, templateId);
  insert('period', {
    caseId: 'c',
    ruleId: 'F60',
    subjectId: 'b',
    due: '2026-06-08',
    warnAt: '2026-06-08',
    metAt: null,
    harm: 2,
    period: '{"ruleId":"F60"}',
  });
  await next();
  expect(db.prepare('select id, partyId from paper order by id').all()).toEqual([
    { id: 'a', partyId: null },
    { id: 'b', partyId: 'first' },
    { id: 'c', partyId: 'first' },
  ]);
  expect(db.prepare('select leftAt, leftReason from case_party').all()).toEqual(
    Array.from({ length: 2 }, () => ({ leftAt: null, leftReason: null })),
  );
  expect(db.prepare('select ruleId, partyId, due, period from period').all()).toEqual([
    { ruleId: 'F60', partyId: '', due: '2026-06-08', period: '{"ruleId":"F60","partyId":null}' },
  ]);
  insert('period', {
    caseId: 'c',
    ruleId: 'F60',
    subjectId: 'b',
    partyId: 'second',
    due: null,
    warnAt: null,
    metAt: null,
    harm: 2,
    period: '{}',
  });
  expect(() => db.prepare("update paper set partyId = 'nobody' where id = 'b'").run()).toThrow(/FOREIGN KEY/);
});
