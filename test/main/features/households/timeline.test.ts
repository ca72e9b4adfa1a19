import { expect, test } from 'vitest';
import { officeOfFile } from '../../../support/office.ts';

const office = await officeOfFile('filed', '王建国');
const { client } = office;
const file = await office.caseFile();
const householdId = file.parties[0]?.householdId ?? '';

test('holds everything of the target in one line: case, papers, exhibits, recordings, volume', async () => {
  const entries = await client.households.timeline({ householdId });
  const count = (kind: string): number => entries.filter((entry) => entry.kind === kind).length;
  const recordings = file.exhibits.filter((exhibit) => /^(audio|video)\//.test(exhibit.mime)).length;
  expect([count('案件'), count('文书'), count('音像'), count('证据'), count('案卷')]).toEqual([
    1,
    file.papers.length,
    recordings,
    file.exhibits.length - recordings,
    2,
  ]);
  expect(recordings).toBeGreaterThan(0);
});

test('stands in the order things happened, whether a moment was typed or stamped', async () => {
  const titles = (await client.households.timeline({ householdId })).map((entry) => entry.title).toReversed();
  // Filmed 08:58, the record of it issued at 16:00 of the same day.
  const inOrder = [
    '案源登记表',
    '立案审批表',
    '调查询问通知书',
    '现场检查录像（节选）',
    '现场检查笔录',
    '调查询问录音（节选）',
    '调查询问笔录',
    '行政处罚决定书',
    '结案审批表',
  ];
  expect(inOrder.map((title) => titles.indexOf(title))).toEqual(
    inOrder.map((title) => titles.indexOf(title)).toSorted((a, b) => a - b),
  );
  expect(titles).toEqual(expect.arrayContaining(inOrder));
});

test('is filtered by kind and year', async () => {
  const entries = await client.households.timeline({ householdId, kinds: ['音像', '案卷'] });
  expect(new Set(entries.map((entry) => entry.kind))).toEqual(new Set(['音像', '案卷']));
  expect(await client.households.timeline({ householdId, year: 2025 })).toEqual([]);
  expect((await client.households.timeline({ householdId, year: 2026 })).length).toBe(
    (await client.households.timeline({ householdId })).length,
  );
});

test('is read in pages without losing or doubling an entry', async () => {
  const whole = await client.households.timeline({ householdId });
  const moments = [...new Set(whole.map((entry) => entry.at))];
  const seen: string[] = [];
  for (const moment of moments) {
    const page = await client.households.timeline({ householdId, before: moment });
    seen.push(...page.slice(0, 1).map((entry) => entry.at));
    expect(page).toEqual(whole.filter((entry) => entry.at < moment));
  }
  expect(seen).toEqual(moments.slice(1));
});
