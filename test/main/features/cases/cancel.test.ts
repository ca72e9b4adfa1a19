// 撤销登记: a case registered by mistake leaves the lists, 今日 and the periods, never the record, and comes back as it was.
import { beforeAll, describe, expect, test } from 'vitest';
import { plain } from '../../../../shared/contract/sentences.ts';
import { officeOfFile, refusalOf } from '../../../support/office.ts';
import { sourceValues } from '../../../support/source-values.ts';
import { verifyClean } from '../../../support/verify-clean.ts';

const office = await officeOfFile('begun', '李敏');
const { client } = office;
const cause = '涉嫌拖欠工资（登记错了）';
let caseId = '';
let householdId = '';

const opened = async () => client.cases.open({ caseId });
const version = async (): Promise<number> => (await opened()).file.case.version;
const causes = async (ask: Parameters<typeof client.cases.list>[0] = {}): Promise<string[]> =>
  (await client.cases.list(ask)).map(({ causeName }) => causeName);

beforeAll(async () => {
  householdId = (await client.households.create({ kind: '单位', name: '登记错的面馆' })).householdId;
  const begun = await client.cases.begin({
    procedure: 'penalty.ordinary',
    householdId,
    causeName: cause,
    officerIds: [await office.personId('王建国'), await office.personId('李敏')],
  });
  caseId = begun.case.id;
  const draft = await client.documents.create({ caseId, templateId: 'J01' });
  const { paper } = await client.documents.save({
    paperId: draft.id,
    version: draft.version,
    values: { ...sourceValues, partyName: '登记错的面馆' },
  });
  const signed = await client.documents.sign({
    paperId: paper.id,
    version: paper.version,
    signatures: [{ role: '登记人', name: '李敏', mode: '签名', at: '2026-03-02T09:30' }],
  });
  await client.documents.issue({ paperId: signed.id, version: signed.version });
});

describe('撤销登记', () => {
  test('asks for a reason, and is not for somebody who has nothing to do with the case', async () => {
    expect(await refusalOf(client.cases.cancel({ caseId, version: await version(), reason: '错' }))).toMatchObject({
      code: 'invalid',
    });
    const now = await version();
    await office.as('赵强');
    expect(await refusalOf(client.cases.cancel({ caseId, version: now, reason: '登记了两次' }))).toMatchObject({
      code: 'not-allowed',
    });
    await office.as('李敏');
    expect(await refusalOf(client.cases.cancel({ caseId, version: now + 1, reason: '登记了两次' }))).toMatchObject({
      code: 'stale',
    });
  });

  test('leaves lists, 今日, periods and figures', async () => {
    expect((await opened()).periods.length).toBeGreaterThan(0);
    const after = await client.cases.cancel({ caseId, version: await version(), reason: '同一投诉登记了两次' });
    expect(after.case).toMatchObject({ state: 'cancelled', cancelReason: '同一投诉登记了两次' });
    expect(await causes()).not.toContain(cause);
    expect(await causes({ state: 'running' })).not.toContain(cause);
    expect(await causes({ query: '登记错' })).not.toContain(cause);
    const { todo, waiting, later } = await client.inbox.list();
    expect(JSON.stringify([todo, waiting, later])).not.toContain(caseId);
    expect((await opened()).periods).toEqual([]);
    expect((await client.households.overview({ householdId })).cases).toBe(0);
    expect((await client.households.find({ query: '登记错的面馆' })).map(({ cases }) => cases)).toEqual([0]);
  });

  test('never the record: F3, 一户式, the list that asks for it, the chain', async () => {
    const { hits } = await client.households.search({ query: '登记错了', kinds: ['case'] });
    expect(hits.map(({ id, state }) => [id, state])).toEqual([[caseId, 'cancelled']]);
    const { cases } = await client.households.open({ householdId });
    expect(cases.map(({ id, state }) => [id, state])).toEqual([[caseId, 'cancelled']]);
    expect(await causes({ state: 'cancelled' })).toEqual([cause]);
    const [entry] = await client.cases.history({ caseId, limit: 1 });
    expect(entry).toMatchObject({
      verb: '撤销登记',
      who: '李敏',
      detail: { reason: '同一投诉登记了两次', before: { state: '已登记' }, after: { state: '登记已撤销' } },
    });
  });

  test('nothing is done in it meanwhile', async () => {
    const { case: now, papers } = (await opened()).file;
    const [paper] = papers;
    const acts: (() => Promise<unknown>)[] = [
      () => client.documents.create({ caseId, templateId: 'J04' }),
      () => client.documents.void({ paperId: paper?.id ?? '', version: paper?.version ?? 0, reason: '作废看看' }),
      () => client.cases.update({ caseId, version: now.version, causeName: '涉嫌另一件事' }),
      () =>
        client.cases.assign({
          caseId,
          version: now.version,
          unitId: now.unitId,
          officerIds: now.officerIds,
          reason: '请假',
        }),
      () => client.cases.addParty({ caseId, version: now.version, householdId }),
      () => client.cases.answer({ caseId, questionId: 'V05', answer: '是', note: '' }),
    ];
    for (const act of acts) {
      const refusal = await refusalOf(act());
      expect(refusal).toMatchObject({ code: 'wrong-status', is: '登记已撤销' });
      expect(plain(refusal)).toContain('现为“登记已撤销”');
    }
    const again = client.cases.cancel({ caseId, version: now.version, reason: '再撤销一次' });
    expect(await refusalOf(again)).toMatchObject({ code: 'not-yet' });
    expect((await opened()).file.papers).toEqual(papers);
  });
});

test('恢复登记 brings it back as it was, with its number and periods', async () => {
  const { case: cancelled } = (await opened()).file;
  const after = await client.cases.restore({ caseId, version: cancelled.version, reason: '查明不是同一投诉' });
  expect(after.case).toMatchObject({ state: 'source', cancelReason: null, number: cancelled.number });
  expect(cancelled.number).not.toBe('');
  expect(await causes()).toContain(cause);
  expect((await opened()).periods.length).toBeGreaterThan(0);
  expect(
    await refusalOf(client.cases.restore({ caseId, version: after.case.version, reason: '再来一次' })),
  ).toMatchObject({
    code: 'wrong-status',
  });
  await verifyClean(office);
});
