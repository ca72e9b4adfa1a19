import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { grams, phraseOf } from '../../../../main/platform/store/grams.ts';
import { openStore } from '../../../../main/platform/store/open.ts';
import { createSearch, rangesOf, type SearchEntry } from '../../../../main/platform/store/search.ts';
import { tempDir } from '../../../support/temp-dir.ts';

const store = await openStore(join(await tempDir(), 'search.db'), '11'.repeat(32));
afterAll(store.close);
const search = createSearch(store);
const entry = (kind: SearchEntry['kind'], refId: string, title: string, body: string): SearchEntry => ({
  kind,
  refId,
  caseId: null,
  householdId: null,
  title,
  body,
  at: '2026-01-01',
});
search.put(entry('household', 'h1', '东丰县张三餐饮有限公司', '91220421MA0Y1234X5\n13804371234\ndfxzs'));
search.put(entry('household', 'h2', '李四', '220402199001011234\nls'));
search.put(entry('paper', 'p1', '调查询问笔录', '问：张三是否按月支付工资？答：没有。四月起停发。'));
search.put(entry('paper', 'p2', '送达回证', '王五签收'));
const kinds = ['household', 'paper'] as const;
const ids = (query: string): string[] =>
  kinds.flatMap((kind) => search.find(kind, query, { limit: 10 }).entries.map(({ refId }) => refId));

describe('search', () => {
  test.each([
    ['张三', ['h1', 'p1']],
    ['三', ['h1', 'p1']],
    ['四', ['h2', 'p1']],
    ['餐饮有限', ['h1']],
    ['91220421ma0y', ['h1']],
    ['1380437', ['h1']],
    ['zs', ['h1']],
    ['ls', ['h2']],
    ['五签', ['p2']],
    ['张三 工资', ['p1']],
    ['付工资答', []],
    ['赵六', []],
    ['“”', []],
  ])('finds %s', (query, expected) => {
    expect(ids(query).toSorted()).toEqual(expected);
  });

  test('a changed text is found by its new words only', () => {
    search.put(entry('paper', 'p2', '送达回证', '赵六签收'));
    expect(ids('赵六')).toEqual(['p2']);
    expect(ids('王五')).toEqual([]);
  });

  test('the query cannot break out of its expression', () => {
    for (const query of ['"', "' or 1=1", 'a" OR "b', '*', 'NEAR(', '张三"*']) expect(() => ids(query)).not.toThrow();
  });

  test('grams overlap and end with the last character alone', () => {
    expect(grams('张三丰。A1')).toBe('张三 三丰 丰 a1 1');
    expect(phraseOf('张')).toBe('"张" *');
    expect(phraseOf('张三丰')).toBe('"张三 三丰"');
    expect(phraseOf('zsf')).toBe('("zs sf" OR "zsf" *)');
    expect(phraseOf('  ')).toBeUndefined();
  });

  test('ranges mark every match', () => {
    expect(rangesOf('张三和张三丰', '张三')).toEqual([
      [0, 2],
      [3, 2],
    ]);
    expect(rangesOf('由阿依古丽•买买提领取', '阿依古丽·买买提')).toEqual([[1, 8]]);
  });

  test.each(['·', '•', '・', '．', '‧', '･', '⋅', '.', ''])('one name with “%s” is one person', (dot) => {
    const spellings = ['·', '•', '・', '．', '‧', '･', '⋅', '.', ''];
    search.put(entry('household', `dot ${dot}`, `阿依古丽${dot}买买提`, ''));
    for (const typed of spellings)
      expect([typed, search.ids('household', `阿依古丽${typed}买买提`, 99)]).toEqual([
        typed,
        expect.arrayContaining([`dot ${dot}`]),
      ]);
  });
});
