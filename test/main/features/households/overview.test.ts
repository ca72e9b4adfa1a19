import { expect, test } from 'vitest';
import { officeOfFile, refusalOf } from '../../../support/office.ts';

const office = await officeOfFile('filed', '王建国');
const { client } = office;
const file = await office.caseFile();
const householdId = file.parties[0]?.householdId ?? '';

test('tells the figures of the target from what was issued, and the line of years with its marks', async () => {
  const { lane, ...figures } = await client.households.overview({ householdId });
  expect(figures).toMatchObject({
    cases: 1,
    running: 0,
    penalties: 1,
    fines: 3_600,
    overdueDuties: 0,
    recordings: file.exhibits.filter(({ mime }) => /^(audio|video)\//.test(mime)).length,
    sameCause: null,
    related: [],
  });
  const [own] = lane;
  expect(own).toMatchObject({ caseId: file.case.id, state: 'filed', to: expect.stringMatching(/^2026-/) });
  expect(new Set(own?.marks.map(({ kind }) => kind))).toEqual(new Set(['决定', '送达', '音像']));
  expect(own?.marks.filter(({ kind }) => kind === '决定').map(({ name }) => name)).toEqual(['行政处罚决定书']);
});

test('another case for the same 案由 counts, and who shares head, address or phone is named once', async () => {
  const { legalRep, address, phone } = file.parties[0]!;
  const other = await client.households.create({ kind: '无照单位', name: '福满园分店', legalRep, address, phone });
  await client.cases.begin({
    procedure: file.case.procedure,
    householdId,
    causeName: file.case.causeName,
    officerIds: file.case.officerIds,
  });
  const { cases, running, sameCause, related, lane } = await client.households.overview({ householdId });
  expect([cases, running, sameCause]).toEqual([2, 1, { causeName: file.case.causeName, count: 2 }]);
  expect(related).toEqual([{ householdId: other.householdId, name: '福满园分店', by: '法定代表人' }]);
  expect(lane.map(({ to }) => to === null)).toEqual([false, true]);
});

test('counts no case that may not be opened; the records of one case can be asked for alone', async () => {
  const [own] = (await client.households.overview({ householdId })).lane;
  const ofCase = await client.households.timeline({ householdId, caseId: own?.caseId ?? '' });
  expect(ofCase.length).toBeGreaterThan(10);
  expect(new Set(ofCase.map(({ caseId }) => caseId))).toEqual(new Set([own?.caseId]));
  await office.as('周静');
  expect(await client.households.overview({ householdId })).toMatchObject({ cases: 1, running: 0 });
  expect(await refusalOf(client.households.overview({ householdId: file.case.id }))).toMatchObject({
    code: 'not-found',
  });
});
