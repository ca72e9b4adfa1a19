import { expect, test } from 'vitest';
import { phraseOf, runs } from '../../../../main/platform/store/grams.ts';
import { schemaAt } from '../../../support/schema-at.ts';

/** The index of an earlier program: a dot ended a word. */
const gramsBefore = (text: string): string =>
  runs(text)
    .flatMap((run) => [...run].map((character, index) => character + ([...run][index + 1] ?? '')))
    .join(' ');

test('names that an earlier program indexed with their dot are found without it, by their sound too', async () => {
  using schema = await schemaAt(35);
  const { db, insert, next } = schema;
  const put = (rowid: number, kind: string, title: string, body: string): void => {
    insert('search_text', { rowid, kind, refId: `${kind}${rowid}`, title, body, at: '2026-03-01' });
    insert(`${kind}_index`, { rowid, grams: gramsBefore(`${title}\n${body}`) });
  };
  put(1, 'household', '阿依古丽·买买提', '');
  put(2, 'paper', '询问笔录', '问：阿依古丽．买买提的工资？答：1.5万元。');
  put(3, 'exhibit', '欠条', '今欠阿依古丽•买买提五千元。');
  put(4, 'paper', '送达回证', '第3.2条');
  db.pragma('foreign_keys=OFF');
  insert('former_name', { id: 'f', householdId: 'household1', name: '古丽・买买提酒楼', until: '2025-01-01' });
  await next();
  const found = (kind: string, query: string): unknown[] =>
    db.prepare(`select rowid from ${kind}_index where ${kind}_index match ?`).pluck().all(phraseOf(query));
  for (const query of ['阿依古丽买买提', '阿依古丽·买买提', '阿依古丽.买买提', 'aygl', 'ayigulimaimaiti'])
    expect([query, found('household', query)]).toEqual([query, [1]]);
  for (const query of ['阿依古丽买买提', '阿依古丽•买买提', '1.5'])
    expect([query, found('paper', query)]).toEqual([query, [2]]);
  expect(found('exhibit', '古丽买买')).toEqual([3]);
  expect(found('paper', '3.2')).toEqual([4]);
});
