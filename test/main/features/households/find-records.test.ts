import { expect, test } from 'vitest';
import { officeOfFile } from '../../../support/office.ts';

const office = await officeOfFile('filed', '王建国');
const { client } = office;
const file = await office.caseFile();
const householdId = file.parties[0]?.householdId ?? '';
const titlesOf = async (query: string, of = householdId): Promise<string[]> =>
  (await client.households.findRecords({ householdId: of, query })).records.map(({ title }) => title);

test('finds papers, exhibits and recordings of the household by title, each as the list shows it', async () => {
  const { records, more } = await client.households.findRecords({ householdId, query: '录' });
  expect(new Set(records.map(({ kind }) => kind))).toEqual(new Set(['文书', '证据', '音像']));
  expect(more).toBe(0);
  expect(records.map(({ at }) => at)).toEqual(
    records
      .map(({ at }) => at)
      .toSorted()
      .toReversed(),
  );
  const entries = await client.households.timeline({ householdId });
  for (const { text: _text, ranges: _ranges, ...entry } of records) expect(entries).toContainEqual(entry);
});

test('finds by text too, and shows the sentence with what was typed in it', async () => {
  const { records } = await client.households.findRecords({ householdId, query: '每月加班' });
  expect(records.length).toBeGreaterThan(0);
  for (const { text, ranges } of records)
    expect(ranges.map(([start, length]) => text.slice(start, start + length))).toContain('每月加班');
});

test('finds nothing of another household, of another party of the case, and of cases that may not be opened', async () => {
  const { legalRep, address, phone } = file.parties[0]!;
  const other = await client.households.create({ kind: '无照单位', name: '福满园分店', legalRep, address, phone });
  expect(await titlesOf('录', other.householdId)).toEqual([]);
  const begun = await client.cases.begin({
    procedure: file.case.procedure,
    householdId: other.householdId,
    causeName: '涉嫌拖欠工资',
    officerIds: file.case.officerIds,
  });
  await client.documents.create({ caseId: begun.case.id, templateId: 'J01' });
  expect(await titlesOf('案源', other.householdId)).toEqual(['案源登记表']);
  expect(await titlesOf('案源')).toEqual(['案源登记表']);
  await office.as('周静');
  expect(await titlesOf('案源', other.householdId)).toEqual([]);
  expect(await titlesOf('案源')).toEqual(['案源登记表']);
});

test('what was looked for is in 查阅记录', async () => {
  await client.households.findRecords({ householdId, query: '考勤' });
  await office.as('赵强');
  const looks = await client.supervision.looks({});
  expect(looks.find(({ kind }) => kind === '搜索')).toMatchObject({ what: '考勤' });
});
