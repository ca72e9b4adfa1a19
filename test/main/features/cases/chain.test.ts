import { expect, test } from 'vitest';
import { samplePassword } from '../../../../main/sample/sample.ts';
import { confirmedBy } from '../../../support/confirmed.ts';
import { judgedAgainst } from '../../../support/judged.ts';
import { officeOfFile, refusalOf } from '../../../support/office.ts';

const office = await officeOfFile('closed', '王建国');
const { client } = office;
const penalty = await office.caseFile();
const caseId = penalty.case.id;
const householdId = penalty.parties[0]?.householdId ?? '';
const officerIds = penalty.case.officerIds;
const opened = async (id: string) => (await client.cases.open({ caseId: id })).file;

const otherEmployer = async (name: string): Promise<string> =>
  (await client.households.create({ kind: '无照单位', name, address: '龙山区某路1号' })).householdId;

test('a complaint about two employers: the second case takes over source, facts, officers and the chosen evidence, by reference', async () => {
  const other = await otherEmployer('城西小吃店');
  const begun = await client.cases.beginFrom({
    caseId,
    leadId: 'same-source',
    causeName: '涉嫌违反规定延长劳动者工作时间',
    householdIds: [other],
    officerIds,
  });
  expect(begun.case).toMatchObject({
    procedure: 'penalty.ordinary',
    state: 'source',
    originId: caseId,
    originLead: 'same-source',
    followsId: null,
    officerIds,
  });
  expect(begun.parties.map(({ name }) => name)).toEqual(['城西小吃店']);
  expect(begun.linked).toEqual([]);

  const [photo, record] = [penalty.exhibits[0]!, penalty.papers.find(({ templateId }) => templateId === 'J07')!];
  const asked = { caseId: begun.case.id, exhibitIds: [photo.id], paperIds: [record.id] };
  await client.evidence.takeOver(asked);
  // Twice is once.
  expect(await client.evidence.takeOver(asked)).toEqual([]);
  const { exhibits } = await opened(begun.case.id);
  expect(exhibits).toHaveLength(2);
  expect(exhibits.find(({ fromId }) => fromId === photo.id)).toMatchObject({
    title: photo.title,
    sha256: photo.sha256,
    importedAt: photo.importedAt,
    importedBy: photo.importedBy,
    fromCaseId: caseId,
    paperId: null,
  });
  expect(exhibits.find(({ fromId }) => fromId === record.id)).toMatchObject({
    kind: '当事人陈述',
    mime: 'application/pdf',
    sha256: record.sha256,
    source: `${penalty.case.causeName}案（${penalty.case.number}）`,
  });
  // The very file: nothing was copied, and it opens in the new case.
  const served = await office.get(`/exhibits/${exhibits.find(({ fromId }) => fromId === record.id)?.id ?? ''}`);
  expect(served.status).toBe(200);
  expect((await served.arrayBuffer()).byteLength).toBeGreaterThan(1000);

  const source = await client.documents.create({ caseId: begun.case.id, templateId: 'J01' });
  const before = penalty.papers.find(({ templateId }) => templateId === 'J01')!;
  expect(source.values).toMatchObject({
    sourceType: before.values.sourceType,
    facts: before.values.facts,
    partyName: '城西小吃店',
  });
});

test('the link is shown on both sides, and stands in the record of both', async () => {
  const old = await opened(caseId);
  const [link] = old.chain;
  expect(link).toMatchObject({ stands: 'begun', lead: 'same-source' });
  const begun = await opened(link?.id ?? '');
  expect(begun.chain).toEqual([
    expect.objectContaining({
      id: caseId,
      stands: 'origin',
      number: penalty.case.number,
      causeName: penalty.case.causeName,
    }),
  ]);
  for (const id of [caseId, begun.case.id])
    expect((await client.cases.history({ caseId: id })).map(({ verb }) => verb)).toContain('由本案另立案件');
  // A case begun from another is about a decision of its own: no period and no paper of the other counts in it.
  expect(begun.linked).toEqual([]);
  expect(old.linked.map(({ id }) => id)).not.toContain(begun.case.id);
});

test('an inspection that found something: the 案源登记表 knows where the case comes from', async () => {
  const inspection = await client.cases.begin({
    procedure: 'inspection',
    householdId,
    causeName: '工资支付情况检查',
    officerIds,
  });
  const begun = await client.cases.beginFrom({
    caseId: inspection.case.id,
    leadId: 'penalty',
    causeName: '涉嫌拖欠劳动者工资',
    householdIds: [householdId],
    officerIds,
  });
  const source = await client.documents.create({ caseId: begun.case.id, templateId: 'J01' });
  expect(source.values).toMatchObject({ sourceType: '行政检查发现', sourceRef: '工资支付情况检查案' });
});

test('what is about the decision itself is linked to it and takes over no evidence of its own', async () => {
  const suit = await client.cases.beginFrom({
    caseId,
    leadId: 'litigation',
    causeName: '不服行政处罚决定',
    householdIds: [householdId],
    officerIds,
  });
  expect(suit.case).toMatchObject({ procedure: 'remedy.litigation', followsId: caseId, originId: null });
  expect(suit.linked).toMatchObject([{ id: caseId, stands: 'earlier' }]);
  expect(
    await refusalOf(client.evidence.takeOver({ caseId: suit.case.id, exhibitIds: [penalty.exhibits[0]!.id] })),
  ).toMatchObject({ code: 'not-found' });
});

test('who may not open the other case is told only that there is one (第四十二条)', async () => {
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
  const [begunId] = (await office.client.cases.list({ query: '城西小吃店' })).map(({ id }) => id);
  const begun = await opened(begunId ?? '');
  expect([begun.chain, begun.unseenCases]).toEqual([[], 1]);
  // Neither can more be taken over, nor another case be begun from what may not be opened.
  const more = penalty.exhibits[1]!.id;
  expect(await refusalOf(client.evidence.takeOver({ caseId: begun.case.id, exhibitIds: [more] }))).toMatchObject({
    code: 'not-allowed',
  });
  expect(
    await refusalOf(
      client.cases.beginFrom({ caseId, leadId: 'same-source', causeName: '另案', householdIds: [householdId] }),
    ),
  ).toMatchObject({ code: 'not-allowed', article: 42 });
  await office.as('周静');
  expect(
    await refusalOf(
      client.cases.beginFrom({ caseId, leadId: 'same-source', causeName: '另案', householdIds: [householdId] }),
    ),
  ).toMatchObject({ code: 'not-allowed', article: 14 });
});

test('撤销并责令重新作出: the new case is begun from the old one, and the case that defended it knows it is done', async () => {
  await office.as('王建国');
  const suitId = await judgedAgainst(office, penalty);
  expect((await opened(caseId)).linked.flatMap(({ papers }) => papers.map(({ templateId }) => templateId))).toContain(
    'F08',
  );

  const anew = await client.cases.beginFrom({
    caseId,
    leadId: 'remake',
    causeName: penalty.case.causeName,
    householdIds: [householdId],
    officerIds,
  });
  expect(anew.case).toMatchObject({ originId: caseId, originLead: 'remake' });
  expect((await opened(suitId)).chain).toEqual([
    expect.objectContaining({ id: anew.case.id, stands: 'redone', lead: 'remake' }),
  ]);
});
