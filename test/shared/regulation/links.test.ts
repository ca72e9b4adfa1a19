import { describe, expect, it } from 'vitest';
import { articleLinks } from '../../../shared/regulation/links.ts';
import { definitions } from '../../support/judgement.ts';

const links = articleLinks(definitions);

describe('articles and what serves them', () => {
  it('links each of the 51 articles to something', () => {
    expect([...links.keys()]).toEqual(Array.from({ length: 51 }, (_, index) => index + 1));
    expect(
      [...links]
        .filter(([, entry]) => Object.values(entry).every((list: unknown[]) => list.length === 0))
        .map(([article]) => article),
    ).toEqual([]);
  });

  it('names papers by their own article, that of a field, or that of a rule between fields', () => {
    const papers = (article: number): string[] => links.get(article)?.papers.map((paper) => paper.id) ?? [];
    expect(papers(22)).toEqual(expect.arrayContaining(['J21', 'J22', 'J33']));
    expect(definitions.templates.get('J33')?.articles).not.toContain(22);
    expect(papers(14)).toContain('J45');
    const own = papers(26).map((id) => definitions.templates.get(id)!.articles.includes(26));
    expect(own).toEqual(own.toSorted((a, b) => Number(b) - Number(a)));
    expect(own).toEqual(expect.arrayContaining([true, false]));
    for (const [, entry] of links)
      expect(new Set(entry.papers.map((paper) => paper.id)).size).toBe(entry.papers.length);
  });

  it('names steps, periods, checks and questions', () => {
    expect(links.get(13)?.steps).toContainEqual({
      procedure: 'handling',
      stepId: 'approve-urgent',
      name: '紧急启动报告和补办批准',
    });
    expect(links.get(36)?.periods.map((period) => period.id)).toEqual(['S36', 'S36a', 'S36b']);
    expect(links.get(22)?.checks.map((check) => check.id)).toEqual(expect.arrayContaining(['R22a', 'R22b', 'R22c']));
    expect(links.get(47)?.questions.map((question) => question.id)).toEqual(['R47a']);
    expect(links.get(1)?.checks.map((check) => check.id)).toEqual(['R01a']);
  });
});
