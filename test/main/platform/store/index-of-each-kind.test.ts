import { expect, test } from 'vitest';
import { grams, phraseOf } from '../../../../main/platform/store/grams.ts';
import { schemaAt } from '../../../support/schema-at.ts';

test('what was found in one index is found in that of its kind, and parties by their full pinyin too', async () => {
  using schema = await schemaAt(22);
  const { db, insert, next } = schema;
  const put = (rowid: number, kind: string, title: string): void => {
    insert('search_text', { rowid, kind, refId: `${kind}${rowid}`, title, body: '', at: '2026-03-01' });
    const index = kind === 'household' ? 'household_index' : 'search_index';
    insert(index, { rowid, grams: grams(title) });
  };
  put(1, 'household', '福满园餐饮');
  put(2, 'case', '拖欠工资');
  put(3, 'paper', '拖欠工资情况');
  put(4, 'exhibit', '工资表');
  db.pragma('foreign_keys=OFF');
  insert('former_name', { id: 'f', householdId: 'household1', name: '张三酒楼', until: '2025-01-01' });
  await next();
  const found = (index: string, query: string): unknown[] =>
    db.prepare(`select rowid from ${index} where ${index} match ?`).pluck().all(phraseOf(query));
  expect(found('case_index', '工资')).toEqual([2]);
  expect(found('paper_index', '工资')).toEqual([3]);
  expect(found('exhibit_index', '工资')).toEqual([4]);
  for (const query of ['福满', 'fmy', 'fumanyuan', 'zhangsan', 'zsjl', 'jiulou'])
    expect([query, found('household_index', query)]).toEqual([query, [1]]);
});
