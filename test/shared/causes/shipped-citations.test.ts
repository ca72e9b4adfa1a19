import { expect, test } from 'vitest';
import { citationsIn } from '../../../shared/causes/citations.ts';
import { type Law, lawNamed, versionOn } from '../../../shared/causes/law.ts';
import { type Cited, citationFault, provisionWords } from '../../../shared/causes/provision.ts';
import { allChecks } from '../../../shared/regulation/checks/all-checks.ts';
import { definitions } from '../../support/judgement.ts';

const { laws, templates, procedures, periodRules, causes, phrases } = definitions;
/** A paper made by this program is dated by a day no earlier. */
const today = '2026-12-01';

/** All texts of a piece of data. */
const textsOf = (data: unknown): string[] =>
  typeof data === 'string'
    ? [data]
    : typeof data === 'object' && data !== null
      ? Object.values(data).flatMap(textsOf)
      : [];

const citing = {
  templates: [...templates.values()],
  procedures: [...procedures.values()],
  causes: causes.map(({ correction, questions, discretion }) => ({ correction, questions, discretion })),
  phrases,
  checks: allChecks.map(({ title, basis }) => ({ title, basis })),
};

test.each(Object.entries(citing))('what %s cite is in a version in force', (_, data) => {
  const cited = textsOf(data).flatMap((text) => citationsIn(text, laws));
  expect(new Set(cited.flatMap((citation) => citationFault(citation, laws, today) ?? []))).toEqual(new Set());
});

// The 制度 of the bureau itself, whose articles are data of their own (resources/regulation/articles.yaml).
test('of what is cited only the 制度 is not in the table', () => {
  const cited = textsOf(citing).flatMap((text) => citationsIn(text, laws));
  const unknown = cited.flatMap(({ law }) => (lawNamed(laws, law) === undefined ? [law] : []));
  expect([...new Set(unknown)]).toEqual(['行政执法全过程记录制度']);
});

/** 处罚法64(1),85 of a period: articles by figures, after the short name. */
function periodCitations(basis: string): Cited[] {
  return [...basis.matchAll(/([一-龥《》〈〉]{2,40}?)(\d+(?:\(\d+\))?(?:,\d+(?:\(\d+\))?)*)/g)].flatMap(
    ([, law, places]) =>
      (places ?? '').split(',').map((place) => {
        const [, article, item] = /(\d+)(?:\((\d+)\))?/.exec(place) ?? [];
        return { law: law ?? '', article: Number(article), ...(item !== undefined && { item: Number(item) }) };
      }),
  );
}

test('what periods rest on is in a version in force', () => {
  const cited = periodRules.flatMap(({ basis }) => periodCitations(basis));
  expect(cited.length).toBeGreaterThan(50);
  expect(cited.flatMap((citation) => citationFault(citation, laws, today) ?? [])).toEqual([]);
  const unknown = cited.flatMap(({ law }) => (lawNamed(laws, law) === undefined ? [law] : []));
  expect([...new Set(unknown)].toSorted()).toEqual([]);
});

test('every provision of a 案由 exists in each version in force while it applied', () => {
  const all = causes.flatMap(({ violated, penal }) => [...violated, ...penal]);
  const faults = all.flatMap((provision) => {
    const versions = lawNamed(laws, provision.law)?.versions ?? [];
    const days = versions.map(({ from }) => from).filter((from) => from >= (provision.from ?? ''));
    return days
      .filter((day) => provision.until === undefined || day < provision.until)
      .flatMap((day) => citationFault(provision, laws, day) ?? []);
  });
  expect(faults).toEqual([]);
});

test('counted versions say how many; those without a text say nothing they do not know', () => {
  const counted = laws.flatMap((law) => law.versions.filter(({ text }) => text !== ''));
  expect(laws.length).toBeGreaterThanOrEqual(70);
  expect(counted.length).toBeGreaterThanOrEqual(68);
  for (const { articles, paragraphs } of counted) expect(paragraphs).toHaveLength(articles ?? 0);
});

test.each<[string, string, number | null]>([
  ['行政复议法', '2023-12-31', 43],
  ['行政复议法', '2024-01-01', 90],
  ['民事诉讼法', '2023-12-31', 291],
  ['民事诉讼法', '2024-01-01', 306],
  ['工伤保险条例', '2010-12-31', 64],
  ['工伤保险条例', '2011-01-01', 67],
  ['妇女权益保障法', '2022-12-31', 61],
  ['妇女权益保障法', '2023-01-01', 86],
  ['行政执法监督条例', '2026-02-01', 44],
  ['档案法', '1999-01-01', null],
])('%s on %s has %s articles', (name, day, articles) => {
  expect(versionOn(lawNamed(laws, name) as Law, day)?.articles).toBe(articles);
});

test('every law is found by each of its names', () => {
  for (const law of laws)
    for (const name of [law.name, law.title, ...law.also]) expect(lawNamed(laws, name)?.name, name).toBe(law.name);
});

test('what is said in words is read back', () => {
  const [law] = laws.filter(({ name }) => name === '刑法');
  const cited = { law: '刑法', article: 276, inserted: 1, paragraph: 1 };
  expect(provisionWords([cited], laws)).toBe(`《${law?.title}》第二百七十六条之一第一款`);
  expect(citationsIn(provisionWords([cited], laws), laws)).toMatchObject([{ ...cited, law: law?.title }]);
});
