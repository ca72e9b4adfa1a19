import { expect, test } from 'vitest';
import { hasSeamSeal } from '../../../../shared/template/seam-seal.ts';
import { print } from './print-job.ts';
import { jobs } from './sample-jobs.ts';
import { check, textOf } from './support.ts';

const letter = jobs.letter();

/** What stands on each page, with 骑缝章 or without. */
async function pagesOf(changes: Partial<typeof letter>): Promise<boolean[]> {
  const printed = await print({ ...letter, ...changes });
  check(printed.pdf);
  return Array.from({ length: printed.pages }, (_, page) =>
    textOf(printed.pdf, page + 1).includes(`骑缝章${page + 1}/${printed.pages}`),
  );
}

test('every page of a sealed paper of several bears the mark for the seal across them', async () => {
  expect(await pagesOf({})).toEqual([true, true]);
});

test.each([
  ['a draft', { state: 'draft' as const }],
  ['a paper whose template says so', { template: { ...letter.template, seamSeal: false } }],
  ['a paper that nobody seals', { template: { ...letter.template, seal: undefined } }],
])('%s does not', async (_, changes) => {
  const pages = await pagesOf(changes);
  expect(pages.length).toBeGreaterThan(1);
  expect(pages).not.toContain(true);
});

test('one page needs none', async () => {
  const { body: _, ...short } = letter.template;
  expect(await pagesOf({ template: short, remedy: [] })).toEqual([false]);
});

test.each<[boolean, Parameters<typeof hasSeamSeal>[0]]>([
  [true, { seal: { kind: '行政机关印章', place: 'date' } }],
  [false, { seal: { kind: '行政机关印章', place: 'date', by: '被稽核单位' } }],
  [false, { seal: { kind: '申请人章', place: 'box' } }],
  [false, {}],
  [true, { seamSeal: true }],
  [false, { seal: { kind: '行政机关印章', place: 'date' }, seamSeal: false }],
])('sealed across its sheets: %s for %o', (expected, template) => {
  expect(hasSeamSeal(template)).toBe(expected);
});
