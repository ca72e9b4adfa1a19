// One target registered twice: the two files are read as one, nothing of either is rewritten, and each has its own again when they are parted.
import { beforeAll, describe, expect, test } from 'vitest';
import { officeOfFile, refusalOf } from '../../../support/office.ts';
import { verifyClean } from '../../../support/verify-clean.ts';

const office = await officeOfFile('approved', '王建国');
const { client } = office;
const restaurant = '辽源市福满园餐饮有限公司';
const again = '福满园饭店';
const reason = '查到营业执照，是同一家';
let intoId = '';
let fromId = '';
let caseId = '';

const kinds = async (householdId: string): Promise<number> =>
  (await client.households.timeline({ householdId, limit: 500 })).length;
const found = async (query: string) =>
  (await client.households.find({ query })).map(({ householdId, cases }) => [householdId, cases]);

beforeAll(async () => {
  intoId = (await client.households.find({ query: restaurant }))[0]?.householdId ?? '';
  fromId = (await client.households.create({ kind: '单位', name: again, phone: '13900001111', legalRep: '陈福来' }))
    .householdId;
  const begun = await client.cases.begin({
    procedure: 'penalty.ordinary',
    householdId: fromId,
    causeName: '涉嫌拖欠工资',
    officerIds: [await office.personId('王建国')],
  });
  caseId = begun.case.id;
  await client.documents.create({ caseId, templateId: 'J01' });
});

describe('what cannot be merged is refused with the sentence why', () => {
  const merge = (from: string, into: string) => client.households.merge({ fromId: from, intoId: into, reason });
  const sentence = async (work: Promise<unknown>): Promise<string> => {
    const refusal = await refusalOf(work);
    return refusal.code === 'invalid' ? (refusal.problems[0]?.sentence ?? '') : refusal.code;
  };

  test('a file with itself, the one with the number into the one without, without a reason', async () => {
    expect(await sentence(merge(intoId, intoId))).toBe('请选另一份档案。');
    expect(await sentence(merge(intoId, fromId))).toContain('请以有号码的“辽源市福满园餐饮有限公司”为准');
    expect(await sentence(client.households.merge({ fromId, intoId, reason: '同' }))).not.toBe('');
    expect(await sentence(client.households.separate({ fromId, reason }))).toContain('没有并入别的档案');
  });

  test('two respondents of one running case', async () => {
    const { version } = (await client.cases.open({ caseId })).file.case;
    const both = await client.cases.addParty({ caseId, version, householdId: intoId });
    expect(await sentence(merge(fromId, intoId))).toContain('案件“涉嫌拖欠工资”同时以两者为当事人');
    await client.cases.dropParty({ caseId, version: both.case.version, householdId: intoId, reason: '追加错了' });
  });
});

test('merged, they are one file: cases, papers, names, codes, relations', async () => {
  const before = await Promise.all([kinds(intoId), kinds(fromId)]);
  const rowsBefore = (await client.cases.open({ caseId })).file.papers;
  await client.households.merge({ fromId, intoId, reason });
  for (const id of [intoId, fromId]) {
    const opened = await client.households.open({ householdId: id });
    expect(opened.party).toMatchObject({ householdId: intoId, name: restaurant, uscc: '91350100M000100Y43' });
    expect(opened.merged).toMatchObject([
      { householdId: fromId, name: again, key: '信用代码待查', reason, by: '王建国' },
    ]);
    expect(opened.cases.map(({ causeName }) => causeName)).toContain('涉嫌拖欠工资');
    expect(opened.cases).toHaveLength(2);
    expect(await kinds(id)).toBeGreaterThanOrEqual(Math.max(...before));
    const overview = await client.households.overview({ householdId: id });
    expect(overview).toMatchObject({ cases: 2, related: [] });
  }
  expect(await found(again)).toEqual([[intoId, 2]]);
  expect(await found('福满园')).toEqual([[intoId, 2]]);
  const { hits } = await client.households.search({ query: again, kinds: ['household'] });
  expect(hits.map(({ id, title }) => [id, title])).toEqual([[intoId, restaurant]]);
  const { records } = await client.households.findRecords({ householdId: intoId, query: '登记' });
  expect(records.some((record) => record.caseId === caseId)).toBe(true);
  // The party of the case is known by the file that stands; the draft has what is known of it, what it is about stays its own.
  const { file } = await client.cases.open({ caseId });
  expect(file.parties).toMatchObject([{ householdId: fromId, name: restaurant }]);
  expect(file.papers[0]?.values).toMatchObject({ partyName: restaurant, partyUscc: '91350100M000100Y43' });
  expect(file.papers.map(({ id }) => id)).toEqual(rowsBefore.map(({ id }) => id));
  const [newest] = await client.cases.list({ order: 'begun', descending: true, limit: 1 });
  expect(newest?.partyNames).toEqual([restaurant]);
});

test('a new case for either is one of the file that stands, and another file with the same code is refused for it', async () => {
  const begun = await client.cases.begin({
    procedure: 'penalty.ordinary',
    householdId: fromId,
    causeName: '涉嫌另一件',
  });
  expect(begun.parties.map(({ householdId }) => householdId)).toEqual([intoId]);
  expect(await refusalOf(client.households.create({ kind: '单位', name: again, phone: '13900001111' }))).toMatchObject({
    code: 'duplicate',
    householdId: intoId,
    name: restaurant,
  });
  expect(await client.households.similar({ kind: '单位', name: again })).toMatchObject([{ householdId: intoId }]);
  const third = await client.households.create({ kind: '单位', name: '又一家' });
  const refused = async (from: string, into: string) =>
    refusalOf(client.households.merge({ fromId: from, intoId: into, reason }));
  expect(JSON.stringify(await refused(fromId, third.householdId))).toContain('已经并入别的档案');
  expect(JSON.stringify(await refused(intoId, third.householdId))).toContain('里已经并入过别的档案');
});

test('parted, each has again what is its own', async () => {
  await client.households.separate({ fromId, reason: '查明是两家' });
  expect(await client.households.open({ householdId: fromId })).toMatchObject({ party: { name: again }, merged: [] });
  expect((await client.households.open({ householdId: fromId })).cases.map(({ id }) => id)).toEqual([caseId]);
  expect(await found(again)).toEqual([[fromId, 1]]);
  const { file } = await client.cases.open({ caseId });
  expect(file.parties).toMatchObject([{ householdId: fromId, name: again, uscc: '' }]);
  expect(file.papers[0]?.values).toMatchObject({ partyName: again, partyUscc: null });
  const verbs = (await client.cases.history({ caseId, limit: 3 })).map(({ verb }) => verb);
  expect(verbs).toContain('带入当事人信息');
});

test('merging is not for everybody, and the rows are as the chain left them', async () => {
  await office.as('周静');
  expect(await refusalOf(client.households.merge({ fromId, intoId, reason }))).toMatchObject({ code: 'not-allowed' });
  await verifyClean(office);
});
