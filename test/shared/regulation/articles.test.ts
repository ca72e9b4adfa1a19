import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { articleName } from '../../../shared/chinese/article-name.ts';
import { Regulation } from '../../../shared/regulation/article.ts';

const regulation = Regulation.parse(parse(readFileSync('resources/regulation/articles.yaml', 'utf8')));

describe('the regulation', () => {
  it('has its 51 articles in order, each in its chapter', () => {
    expect(regulation.articles.map((article) => article.number)).toEqual(Array.from({ length: 51 }, (_, i) => i + 1));
    expect(new Set(regulation.articles.map((article) => article.chapter)).size).toBe(8);
    expect(
      regulation.articles.filter((article) => article.section !== undefined).map((article) => article.number),
    ).toEqual(Array.from({ length: 26 }, (_, i) => i + 9));
  });

  it('keeps the items of articles 26 and 48 as lines of their own', () => {
    const lines = (number: number) => regulation.articles[number - 1]?.text.split('\n').length;
    expect([lines(26), lines(48), lines(35), lines(13)]).toEqual([9, 7, 2, 1]);
  });

  it('is word for word the text that was issued', () => {
    const text = regulation.articles.map((article) => `${articleName(article.number)} ${article.text}`).join('\n');
    expect(createHash('sha256').update(text).digest('hex')).toBe(
      'f127c3d88e2b5855fbcdaf4469096af2a75b95b0951a762ecc6a0d8cdc85cd9d',
    );
  });
});
