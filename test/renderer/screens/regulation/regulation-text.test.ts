import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openDefinitions } from '../../../../main/platform/definitions/compiled.ts';
import { chaptersOf } from '../../../../renderer/screens/regulation/chapters.ts';
import { checkRows } from '../../../../renderer/screens/regulation/check-rows.ts';
import { articleAsked, findInArticles } from '../../../../renderer/screens/regulation/find-in-text.ts';
import { lengthWords } from '../../../../renderer/screens/regulation/period-words.ts';
import { stepsByName } from '../../../../renderer/screens/regulation/steps-by-name.ts';
import { rowsWith } from '../../../../renderer/ui/rows-with.ts';
import { allChecks } from '../../../../shared/regulation/checks/all-checks.ts';
import { questions } from '../../../../shared/regulation/questions.ts';

const { articles } = openDefinitions(join(import.meta.dirname, '..', '..', '..', '..', 'resources')).definitions;

describe('finding in the regulation', () => {
  it('gives the places of the words, to be marked', () => {
    const hits = findInArticles(articles, ' 一户式 ');
    expect(hits.map(({ article }) => article)).toEqual([35]);
    const text = articles[34]!.text;
    expect(text.slice(hits[0]!.start, hits[0]!.start + hits[0]!.length)).toBe('一户式');
  });

  it('takes full-width and half-width punctuation and digits for the same', () => {
    expect(findInArticles(articles, '立卷、归档，并实行').map(({ article }) => article)).toEqual([35]);
    expect(findInArticles(articles, '２４小时').map(({ article }) => article)).toEqual([13, 36]);
  });

  it('finds every place in one article, and nothing for nothing', () => {
    expect(findInArticles(articles, '送达回证').map(({ article }) => article)).toEqual([30, 31, 32]);
    expect(findInArticles([articles[0]!], '行政执法').length).toBeGreaterThan(2);
    expect(findInArticles(articles, '  ')).toEqual([]);
  });

  it('understands the number of an article', () => {
    expect(['35', '第35条', '三十五', '第三十五条', '３５'].map((typed) => articleAsked(typed, articles))).toEqual([
      35, 35, 35, 35, 35,
    ]);
    expect(['52', '0', '送达', ''].map((typed) => articleAsked(typed, articles))).toEqual([null, null, null, null]);
  });
});

describe('chapters', () => {
  it('hold all 51 articles in order, with the sections of the fourth', () => {
    const chapters = chaptersOf(articles);
    expect(chapters).toHaveLength(8);
    expect(chapters.flatMap(({ parts }) => parts.flatMap((part) => part.articles.map(({ number }) => number)))).toEqual(
      articles.map(({ number }) => number),
    );
    expect(chapters[3]?.parts.map(({ section }) => section?.slice(0, 3))).toEqual([
      '第一节',
      '第二节',
      '第三节',
      '第四节',
      '第五节',
    ]);
    expect(chapters[0]?.parts).toHaveLength(1);
  });
});

describe('the table of checks', () => {
  it('has every check and every question, and says of each how it is judged', () => {
    expect(checkRows).toHaveLength(allChecks.length + questions.length);
    expect(checkRows.filter(({ how }) => how.length < 6)).toEqual([]);
    expect(checkRows.find(({ id }) => id === 'R26a')).toMatchObject({
      by: '程序',
      article: 26,
      severity: 'veto',
      how: '办理中随时核查；不改正不能出具、归档。',
    });
    expect(checkRows.find(({ id }) => id === 'R36c')).toMatchObject({
      by: '人',
      how: expect.stringContaining('设备在谁手里，程序看不到。'),
    });
  });

  it('is filtered by every typed word', () => {
    const found = rowsWith(checkRows, '程序 第二十六', (row) => [row.by, row.looksAt, row.basis]);
    expect(found.every(({ by }) => by === '程序')).toBe(true);
    expect(rowsWith(checkRows, '', () => [])).toBe(checkRows);
  });
});

describe('words of a period and of steps', () => {
  it('says how long in the way of its kind', () => {
    expect(lengthWords({ n: 30, unit: 'CD', kind: 'max' })).toBe('30日（自然日）内');
    expect(lengthWords({ n: 7, unit: 'WD', kind: 'before' })).toBe('提前7个工作日');
    expect(lengthWords({ n: 6, unit: 'M', kind: 'min' })).toBe('不少于6个月');
  });

  it('puts steps of one name on one line, each procedure once', () => {
    const step = (procedure: string, stepId: string, name: string) => ({ procedure, stepId, name });
    expect(
      stepsByName([step('a', '1', '送达'), step('b', '1', '送达'), step('a', '2', '送达'), step('a', '3', '归档')]),
    ).toEqual([
      {
        name: '送达',
        places: [
          { procedure: 'a', stepId: '1' },
          { procedure: 'b', stepId: '1' },
        ],
      },
      { name: '归档', places: [{ procedure: 'a', stepId: '3' }] },
    ]);
  });
});
