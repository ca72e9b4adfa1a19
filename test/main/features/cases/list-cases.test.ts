import { expect, test } from 'vitest';
import type { CaseLine } from '../../../../shared/contract/cases.ts';
import { officeAt, type Office } from '../../../support/office.ts';

type Ask = Parameters<Office['client']['cases']['list']>[0];

/** 王建国's office with the sample's case, whose decision is due on 13 April, and five sources, two of them inspections. */
async function withSources(): Promise<Office> {
  const office = await officeAt('approved', '王建国');
  const { case: item, parties } = await office.caseFile();
  for (let n = 0; n < 5; n += 1) {
    office.at(`2026-04-0${n + 3}T10:00`);
    await office.client.cases.begin({
      procedure: n < 3 ? 'penalty.ordinary' : 'inspection',
      householdId: parties[0]?.householdId ?? '',
      causeName: `涉嫌${'甲乙丙丁戊'[n]}_${n}`,
      officerIds: n === 0 ? [] : item.officerIds,
    });
  }
  office.at('2026-04-08T09:00');
  return office;
}

const causes = (lines: readonly CaseLine[]): string[] => lines.map(({ causeName }) => causeName.slice(0, 3));

/** Every line of an order, read in pages of two. */
async function inPages({ client }: Office, ask: Ask): Promise<CaseLine[]> {
  const lines: CaseLine[] = [];
  for (let after: Ask['after'] = null; ;) {
    const page = await client.cases.list({ ...ask, after, limit: 2 });
    lines.push(...page);
    const last = page.at(-1);
    if (page.length < 2 || last === undefined) return lines;
    after = { place: last.place, id: last.id };
  }
}

test('a line says what comes next, until when, who handles it and how long it has stood still', async () => {
  await using office = await withSources();
  const [first, second] = await office.client.cases.list({});
  expect(first).toMatchObject({
    causeName: '涉嫌违反规定延长劳动者工作时间',
    next: '下一步：作出行政处罚决定',
    stage: '决定',
    period: { statutory: '2026-04-13' },
    officers: expect.arrayContaining(['王建国', '李敏']),
    idleDays: 3,
  });
  expect(second).toMatchObject({ period: null, next: expect.stringContaining('下一步：') });
});

test('what was done a moment ago is in the next step', async () => {
  await using office = await withSources();
  const [before] = await office.client.cases.list({});
  const paper = await office.client.documents.create({ caseId: before?.id ?? '', templateId: 'J32' });
  const [line] = await office.client.cases.list({});
  expect(line?.next).toMatch(/^填写行政处罚决定书，缺\d+项$/);
  expect(line?.paperId).toBe(paper.id);
});

test.each([
  ['the last day, what has none behind it', { order: 'due' }, '涉嫌违'],
  ['the last day, backwards', { order: 'due', descending: true }, null],
  ['the last act, the longest untouched first', { order: 'touched' }, '涉嫌违'],
  ['the last act, backwards', { order: 'touched', descending: true }, '涉嫌戊'],
  ['the day it was registered, the newest first', { order: 'begun', descending: true }, '涉嫌戊'],
] as const)('by %s: pages hold every case once and in the order of the whole', async (_, ask, first) => {
  await using office = await withSources();
  const whole = await office.client.cases.list(ask);
  expect(whole).toHaveLength(6);
  expect(await inPages(office, ask)).toEqual(whole);
  if (first !== null) expect(causes(whole)[0]).toBe(first);
  if (ask.order === 'due' && 'descending' in ask) expect(causes(whole).at(-1)).toBe('涉嫌违');
});

test('is cut to a state, a procedure, a stage, an officer, and to what holds a text', async () => {
  await using office = await withSources();
  const count = async (ask: Ask): Promise<number> => (await office.client.cases.list(ask)).length;
  expect(await count({ state: 'running' })).toBe(6);
  expect(await count({ state: 'source' })).toBe(5);
  expect(await count({ state: 'filed' })).toBe(0);
  expect(await count({ procedure: 'inspection' })).toBe(2);
  expect(await count({ stage: '决定' })).toBe(1);
  expect(await count({ officerId: await office.personId('李敏') })).toBe(5);
  expect(await count({ query: '福满园' })).toBe(6);
  expect(await count({ query: '第001号' })).toBe(1);
  expect(await count({ query: '丙_2' })).toBe(1);
  // Marks count for nothing, alone they hold nothing to look for.
  expect(await count({ query: '丙%2' })).toBe(1);
  expect(await count({ query: '%' })).toBe(0);
  expect(await count({ query: '丙%9' })).toBe(0);
});

test('nobody sees a case that is not theirs to open (第四十二条), however it is ordered', async () => {
  await using office = await withSources();
  await office.as('周静');
  for (const order of ['due', 'touched', 'begun'] as const)
    expect(await office.client.cases.list({ order })).toEqual([]);
});
