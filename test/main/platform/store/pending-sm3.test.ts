import { expect, test } from 'vitest';
import { schemaAt } from '../../../support/schema-at.ts';

test('step 10 keeps every SM3 and lets one be unknown', async () => {
  using schema = await schemaAt(9);
  const { db, insert, next } = schema;
  const text = (...names: string[]) => Object.fromEntries(names.map((name) => [name, name]));
  insert('case_record', {
    ...text('office', 'number', 'procedure', 'causeName', 'createdAt', 'createdBy', 'updatedAt'),
    id: 'case',
    state: 'open',
    officerIds: '[]',
    version: 1,
  });
  const exhibit = {
    ...text('title', 'kind', 'source', 'maker', 'proves', 'originality', 'place', 'device', 'startAt', 'endAt'),
    ...text('transcript', 'fileName', 'mime', 'sha256', 'importedAt', 'importedBy'),
    caseId: 'case',
    noticeSpoken: 0,
    bytes: 1,
  };
  insert('exhibit', { ...exhibit, id: 'before', sm3: '66c7f0f4' });
  await next();
  insert('exhibit', { ...exhibit, id: 'after', sm3: null });
  expect(db.prepare('select id, sm3, title from exhibit order by id').all()).toEqual([
    { id: 'after', sm3: null, title: 'title' },
    { id: 'before', sm3: '66c7f0f4', title: 'title' },
  ]);
});
