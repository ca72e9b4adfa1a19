// The way of a case may be changed until 立案: what was written stays, what the new way does not know is named.
import { beforeAll, expect, test } from 'vitest';
import { officeAt, officeOfFile, refusalOf } from '../../../support/office.ts';
import { sourceValues } from '../../../support/source-values.ts';
import { verifyClean } from '../../../support/verify-clean.ts';

const office = await officeOfFile('begun', '李敏');
const { client } = office;
const reason = '登记时选错了流程';
let caseId = '';
const opened = async () => (await client.cases.open({ caseId })).file;

beforeAll(async () => {
  const { householdId } = await client.households.create({ kind: '单位', name: '城西面馆' });
  const begun = await client.cases.begin({ procedure: 'penalty.ordinary', householdId, causeName: '涉嫌拖欠工资' });
  caseId = begun.case.id;
  const draft = await client.documents.create({ caseId, templateId: 'J01' });
  await client.documents.save({ paperId: draft.id, version: draft.version, values: sourceValues });
});

const change = async (procedure: string, over: { version?: number; reason?: string } = {}) =>
  client.cases.changeProcedure({
    caseId,
    version: (await opened()).case.version,
    procedure,
    causeName: '涉嫌拖欠劳动者工资',
    reason,
    ...over,
  });

test('is refused without a reason, to where it is, on an older version, to what there is not', async () => {
  expect(await refusalOf(change('handling', { reason: '错' }))).toMatchObject({ code: 'invalid' });
  expect(await refusalOf(change('penalty.ordinary'))).toMatchObject({
    code: 'invalid',
    problems: [{ field: 'procedure' }],
  });
  expect(await refusalOf(change('handling', { version: 99 }))).toMatchObject({ code: 'stale' });
  expect(await refusalOf(change('penalty.none'))).toMatchObject({ code: 'not-found' });
});

test('the draft that fits is gone on with', async () => {
  const before = (await opened()).papers;
  const after = await change('handling');
  expect(after.case).toMatchObject({ procedure: 'handling', causeName: '涉嫌拖欠劳动者工资', state: 'source' });
  expect(after.papers).toEqual(before);
  const [entry] = await client.cases.history({ caseId, limit: 1 });
  expect(entry).toMatchObject({ verb: '变更办案流程', detail: { reason, kept: [] } });
});

test('what does not fit is kept and named, and comes into its own when the case goes back', async () => {
  await client.documents.create({ caseId, templateId: 'J04' });
  const after = await change('inspection');
  expect(after.papers.map(({ templateId, status }) => [templateId, status])).toEqual([
    ['J01', 'draft'],
    ['J04', 'draft'],
  ]);
  const [entry] = await client.cases.history({ caseId, limit: 1 });
  expect(entry?.detail).toMatchObject({
    before: { procedure: expect.any(String) },
    after: { procedure: expect.any(String) },
    kept: ['案源登记表', '立案审批表'],
  });
  const notice = await client.documents.create({ caseId, templateId: 'J09' });
  expect(notice.status).toBe('draft');
  const back = await change('penalty.ordinary');
  expect(back.papers).toHaveLength(3);
  const [newest] = await client.cases.list({
    order: 'begun',
    descending: true,
    procedure: 'penalty.ordinary',
    limit: 1,
  });
  expect(newest).toMatchObject({ id: caseId, next: expect.stringContaining('案源登记表') });
});

test('the rows are as the chain left them', () => verifyClean(office));

test('is refused after 立案', async () => {
  await using approved = await officeAt('approved', '王建国');
  const { case: item } = await approved.caseFile();
  const { id, version, causeName } = item;
  expect(
    await refusalOf(
      approved.client.cases.changeProcedure({ caseId: id, version, procedure: 'handling', causeName, reason }),
    ),
  ).toMatchObject({ code: 'not-yet', act: '变更办案流程' });
  expect(await refusalOf(approved.client.cases.cancel({ caseId: id, version, reason }))).toMatchObject({
    code: 'not-yet',
    obstacles: [{ sentence: expect.stringContaining('已经立案') }],
  });
});
