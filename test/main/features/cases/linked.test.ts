import { expect, test } from 'vitest';
import type { Period } from '../../../../shared/periods/rule.ts';
import { samplePassword } from '../../../../main/sample/sample.ts';
import { officeOfFile, refusalOf } from '../../../support/office.ts';
import { confirmedBy } from '../../../support/confirmed.ts';

const office = await officeOfFile('closed', '王建国');
const { client } = office;
const penalty = await office.caseFile();
const householdId = penalty.parties[0]?.householdId ?? '';
const decision = penalty.papers.find(({ templateId, status }) => templateId === 'J32' && status === 'issued');
const officers = [await office.personId('王建国'), await office.personId('李敏')];

const begin = async (
  procedure: string,
  causeName: string,
  followsId: string | null = penalty.case.id,
): Promise<string> =>
  (await client.cases.begin({ procedure, householdId, causeName, officerIds: officers, followsId })).case.id;
const periodsOf = async (caseId: string, ruleId: string): Promise<Period[]> =>
  (await client.cases.open({ caseId })).periods.filter((period) => period.ruleId === ruleId);
const onBoard = async (ruleId: string): Promise<string[]> =>
  (await client.inbox.list()).todo.filter(({ period }) => period?.ruleId === ruleId).map(({ caseId }) => caseId ?? '');

/** Takes back what says that the decision was performed. */
async function leaveUnpaid(): Promise<void> {
  for (const templateId of ['J45', 'J39']) {
    const { papers } = (await client.cases.open({ caseId: penalty.case.id })).file;
    for (const paper of papers.filter(
      (candidate) => candidate.templateId === templateId && candidate.status === 'issued',
    )) {
      await client.documents.void({ paperId: paper.id, version: paper.version, reason: '误录，当事人没有缴纳。' });
    }
  }
}

test('a case that enforces a decision knows it, and its time to apply runs from the decision’s own service', async () => {
  await leaveUnpaid();
  const enforcing = await begin('enforcement', '申请强制执行罚款');
  const demand = await client.documents.create({ caseId: enforcing, templateId: 'J43' });
  expect(demand.values).toMatchObject({
    decisionRef: decision?.number,
    decidedAt: '2026-04-03',
    servedAt: '2026-04-07',
  });
  const { file } = await client.cases.open({ caseId: enforcing });
  expect(file.linked.map(({ id, stands }) => [id, stands])).toEqual([[penalty.case.id, 'earlier']]);
  expect(file.linked[0]?.papers.map(({ templateId }) => templateId)).not.toContain('J01');
  expect(
    (await client.cases.open({ caseId: penalty.case.id })).file.linked.map(({ id, stands }) => [id, stands]),
  ).toEqual([[enforcing, 'later']]);

  expect(await periodsOf(enforcing, 'Q3M')).toEqual([]);
  office.at('2026-10-09T09:00');
  await office.as('王建国');
  expect(await periodsOf(enforcing, 'Q3M')).toEqual([
    expect.objectContaining({ subjectId: decision?.id, from: '2026-10-08', statutory: '2027-01-08', metAt: null }),
  ]);
  // Both cases count it; the board tells it once, where it is acted on.
  expect(await periodsOf(penalty.case.id, 'Q3M')).toHaveLength(1);
  expect(await onBoard('Q3M')).toEqual([enforcing]);
  const [charge] = await periodsOf(penalty.case.id, 'P3pct');
  expect(charge?.note).toMatch(/^加处罚款截至今日[\d,.]+元（\d+日），上限[\d,.]+元/);

  const suit = await begin('remedy.litigation', '不服行政处罚决定');
  const answer = await client.documents.create({ caseId: suit, templateId: 'F02' });
  await client.documents.save({ paperId: answer.id, version: answer.version, values: { recvAt: '2026-09-28' } });
  expect((await client.cases.open({ caseId: suit })).file.linked.map(({ stands }) => stands)).toEqual([
    'earlier',
    'beside',
  ]);
  expect(await periodsOf(penalty.case.id, 'F6M')).toEqual([expect.objectContaining({ metAt: '2026-09-28' })]);
  expect(await onBoard('Q3M')).toEqual([]);
  expect(await periodsOf(enforcing, 'Q3M')).toEqual([]);
});

test('who may open a case sees nothing of another about the same decision that they may not open (第四十二条)', async () => {
  const caseId = await begin('enforcement', '申请强制执行加处罚款');
  const before = await client.cases.open({ caseId });
  await office.as('吴管理');
  await client.staff.add({
    name: '外科室',
    roles: ['承办人'],
    unitId: null,
    certNo: '22040100091',
    certFrom: '2023-05-01',
    certTo: '2028-04-30',
    password: samplePassword,
    ...(await confirmedBy(client)),
  });
  await office.as('外科室');
  expect(await refusalOf(client.cases.open({ caseId: penalty.case.id }))).toMatchObject({
    code: 'not-allowed',
    article: 42,
  });
  const { file, periods } = await client.cases.open({ caseId });
  expect(file.linked.map(({ procedure, stands }) => [procedure, stands])).toEqual([
    ['enforcement', 'beside'],
    ['remedy.litigation', 'beside'],
  ]);
  // Its days go on counting, and the link it was given stays.
  expect(periods).toEqual(before.periods);
  const renamed = await client.cases.update({
    caseId: file.case.id,
    version: file.case.version,
    causeName: '申请强制执行罚款决定',
    followsId: file.case.followsId,
  });
  expect([renamed.case.followsId, renamed.linked.map(({ stands }) => stands)]).toEqual([
    penalty.case.id,
    ['beside', 'beside'],
  ]);
  const demand = await client.documents.create({ caseId: file.case.id, templateId: 'J43' });
  expect(demand.values).not.toHaveProperty('decisionRef');
  expect(await refusalOf(client.supervision.running({ kind: 'volume', caseId: penalty.case.id }))).toMatchObject({
    code: 'not-allowed',
    article: 42,
  });
  await office.as('王建国');
  expect((await client.cases.open({ caseId: file.case.id })).file.linked.map(({ stands }) => stands)).toEqual([
    'earlier',
    'beside',
    'beside',
  ]);
});

test('the link can be mended; a case follows neither itself nor what follows on it', async () => {
  const newest = await client.cases.list({ order: 'begun', descending: true });
  const enforcing = newest.find(({ procedure }) => procedure === 'enforcement');
  const { file } = await client.cases.open({ caseId: enforcing?.id ?? '' });
  const update = (caseId: string, version: number, followsId: string | null) =>
    client.cases.update({ caseId, version, causeName: '申请强制执行罚款', followsId });
  const now = (await client.cases.open({ caseId: penalty.case.id })).file.case.version;
  expect(await refusalOf(update(penalty.case.id, now, enforcing?.id ?? ''))).toMatchObject({
    code: 'invalid',
    problems: [{ field: 'followsId' }],
  });
  expect(await refusalOf(update(file.case.id, file.case.version, file.case.id))).toMatchObject({
    code: 'invalid',
    problems: [{ field: 'followsId' }],
  });
  expect((await update(file.case.id, file.case.version, null)).linked).toEqual([]);
  expect((await client.cases.open({ caseId: penalty.case.id })).file.linked.map(({ procedure }) => procedure)).toEqual([
    'enforcement',
    'remedy.litigation',
  ]);
});
