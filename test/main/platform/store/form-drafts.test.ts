import { expect, test } from 'vitest';
import { schemaAt } from '../../../support/schema-at.ts';

test('step 5 leaves people and their settings as they are, and keeps one form of one person under one key', async () => {
  using schema = await schemaAt(4);
  const { db, insert, next } = schema;
  insert('setting', { key: 'office', value: '{"name":"某市人社局"}', updatedAt: '' });
  await next();
  expect(db.prepare('select key, value from setting').all()).toEqual([
    { key: 'office', value: '{"name":"某市人社局"}' },
  ]);
  const draft = { personId: 'wang', key: 'handover c', value: '{}', at: '2026-04-01' };
  insert('kept_draft', draft);
  insert('kept_draft', { ...draft, personId: 'li' });
  expect(() => insert('kept_draft', draft)).toThrow(/UNIQUE/);
});

test('step 11 calls the table form_draft, with all that was kept in it', async () => {
  using schema = await schemaAt(10);
  const { db, insert, next } = schema;
  const draft = { personId: 'wang', key: 'handover c', value: '{"recipient":"某区法院"}', at: '2026-04-01' };
  insert('kept_draft', draft);
  await next();
  expect(db.prepare('select * from form_draft').all()).toEqual([draft]);
  expect(() => insert('form_draft', draft)).toThrow(/UNIQUE/);
});
