// 并案: several complaints against one employer in one case; nothing of either is rewritten, and it is parted again while nothing was decided.
import { beforeAll, describe, expect, test } from 'vitest';
import { plain } from '../../../../shared/contract/sentences.ts';
import { papersOf } from '../../../../shared/case-file.ts';
import { officeOfFile, refusalOf } from '../../../support/office.ts';
import { sourceValues } from '../../../support/source-values.ts';
import { verifyClean } from '../../../support/verify-clean.ts';

const office = await officeOfFile('begun', '王建国');
const { client } = office;
const employer = '并案的食品厂';
let householdId = '';
let [intoId, fromId] = ['', ''];

const opened = (caseId: string) => client.cases.open({ caseId });
const versionOf = async (caseId: string): Promise<number> => (await opened(caseId)).file.case.version;

/** A complaint of one worker, registered. */
async function complaint(informantName: string, party = householdId): Promise<string> {
  const { case: begun } = await client.cases.begin({
    procedure: 'penalty.ordinary',
    householdId: party,
    causeName: `涉嫌拖欠工资（${informantName}）`,
    officerIds: [await office.personId('王建国'), await office.personId('李敏')],
  });
  const draft = await client.documents.create({ caseId: begun.id, templateId: 'J01' });
  const { paper } = await client.documents.save({
    paperId: draft.id,
    version: draft.version,
    values: {
      ...sourceValues,
      sourceType: '投诉',
      channel: '电话',
      informantName,
      informantPhone: '13904370000',
      demand: '支付工资',
    },
  });
  const signed = await client.documents.sign({
    paperId: paper.id,
    version: paper.version,
    signatures: [{ role: '登记人', name: '李敏', mode: '签名', at: '2026-03-02T09:30' }],
  });
  await client.documents.issue({ paperId: signed.id, version: signed.version });
  return begun.id;
}

beforeAll(async () => {
  householdId = (await client.households.create({ kind: '单位', name: employer })).householdId;
  [intoId, fromId] = [await complaint('甲某'), await complaint('乙某')];
});

const join = async (reason = '同一用人单位同一时期拖欠工资') =>
  client.cases.join({ caseId: intoId, version: await versionOf(intoId), otherId: fromId, reason });
const part = async (reason = '查明是两个用工主体') =>
  client.cases.part({ caseId: intoId, version: await versionOf(intoId), otherId: fromId, reason });

describe('并案', () => {
  test('offers the running cases of the same parties, and says why one cannot be joined', async () => {
    const other = (await client.households.create({ kind: '单位', name: '另一家食品厂' })).householdId;
    const elsewhere = await complaint('丙某', other);
    const offered = await client.cases.joinable({ caseId: intoId });
    expect(offered.map(({ id, obstacles }) => [id, obstacles])).toEqual([[fromId, []]]);
    const refusal = await refusalOf(
      client.cases.join({
        caseId: intoId,
        version: await versionOf(intoId),
        otherId: elsewhere,
        reason: '看错了单位名称',
      }),
    );
    expect(refusal).toMatchObject({ code: 'not-yet', act: '并案' });
    expect(plain(refusal)).toContain('另一家食品厂不是本案当事人');
  });

  test('what is under way in it is ended first, and a reason is asked', async () => {
    const draft = await client.documents.create({ caseId: fromId, templateId: 'J04' });
    const { paper } = await client.documents.save({
      paperId: draft.id,
      version: draft.version,
      values: { startReason: '投诉属实', knownFacts: '据反映拖欠工资', factSource: '投诉人陈述', suspectedLaw: '条例' },
    });
    expect(await refusalOf(join('错'))).toMatchObject({ code: 'invalid' });
    await client.documents.void({ paperId: paper.id, version: paper.version, reason: '并案不再需要' });
  });

  test('the joined case leaves the lists; its papers, people and periods go on in the case that stands', async () => {
    const before = (await opened(fromId)).periods.find(({ ruleId }) => ruleId === 'J05W');
    const after = await join();
    expect(after.joined).toMatchObject([{ id: fromId, stands: 'from', by: '王建国', paperId: null }]);
    expect(papersOf(after, 'J01').map(({ values }) => values['informantName'])).toEqual(['乙某', '甲某']);
    expect(after.people.map(({ name }) => name).toSorted()).toEqual(['乙某', '甲某']);
    const [standing, joined] = [await opened(intoId), await opened(fromId)];
    expect(joined.file.case.state).toBe('joined');
    expect(joined.file.joined).toMatchObject([{ id: intoId, stands: 'into' }]);
    expect(joined.periods).toEqual([]);
    // The answer to the second complainant is due on the same day as before, in the case that stands.
    const answers = standing.periods.filter(({ ruleId }) => ruleId === 'J05W');
    expect(answers).toHaveLength(2);
    expect(answers).toContainEqual(expect.objectContaining({ subjectId: before?.subjectId, due: before?.due }));
    const listed = (await client.cases.list({ query: employer })).map(({ id }) => id);
    expect(listed).toContain(intoId);
    expect(listed).not.toContain(fromId);
    const { todo, waiting } = await client.inbox.list();
    expect(JSON.stringify([todo, waiting])).not.toContain(fromId);
    const { cases } = await client.households.open({ householdId });
    expect(cases.map(({ id, state }) => [id, state])).toContainEqual([fromId, 'joined']);
  });

  test('nothing is done in the joined case meanwhile; both records tell of it', async () => {
    const refusal = await refusalOf(client.documents.create({ caseId: fromId, templateId: 'J04' }));
    expect(refusal).toMatchObject({ code: 'wrong-status', is: '已并入另案' });
    expect((await client.cases.history({ caseId: fromId, limit: 1 }))[0]).toMatchObject({ verb: '并入另案' });
    const [entry] = (await client.cases.history({ caseId: intoId })).filter(({ verb }) => verb === '并案');
    expect(entry?.detail).toMatchObject({ reason: '同一用人单位同一时期拖欠工资', people: ['乙某'] });
    expect(await refusalOf(join())).toMatchObject({ code: 'not-yet' });
    await verifyClean(office);
    await office.as('王建国');
  });
});

test('分案 takes it back: each has again what is its own', async () => {
  const after = await part();
  expect(after.joined).toEqual([]);
  expect(papersOf(after, 'J01').map(({ values }) => values['informantName'])).toEqual(['甲某']);
  const { file, periods } = await opened(fromId);
  expect(file.case.state).toBe('source');
  expect(periods.some(({ ruleId, metAt }) => ruleId === 'J05W' && metAt === null)).toBe(true);
  expect((await client.cases.list({ query: employer })).map(({ id }) => id)).toContain(fromId);
  expect(await refusalOf(part())).toMatchObject({ code: 'not-found' });
});

test('who handles the case that stands may read what was joined to it, and only then', async () => {
  await join('再次并案办理');
  await office.as('周静');
  expect(await refusalOf(office.client.cases.open({ caseId: fromId }))).toMatchObject({ code: 'not-allowed' });
  await office.as('赵强');
  expect(
    await refusalOf(office.client.cases.part({ caseId: intoId, version: 1, otherId: fromId, reason: '不应当能办' })),
  ).toMatchObject({
    code: 'not-allowed',
  });
  await office.as('王建国');
  await part('查明是两个用工主体');
});
