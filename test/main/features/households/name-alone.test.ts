// A complaint about a unit of which the name alone is known: registered at once, the code is asked for at 立案 and follows into what is not finished.
import { beforeAll, expect, test } from 'vitest';
import type { CaseFile, Paper } from '../../../../shared/case-file.ts';
import { verifyClean } from '../../../support/verify-clean.ts';
import { officeAt, officeOfFile, type Office, refusalOf } from '../../../support/office.ts';

const office = await officeOfFile('begun', '王建国');
const { client } = office;
const code = '91220101MA14H8XK2C';

const complaint = {
  sourceType: '投诉',
  channel: '来访',
  informantName: '刘芳',
  informantPhone: '13904370000',
  facts: '三月份的工资没有发。',
  demand: '要求支付三月份工资。',
  within2Years: '是',
  jurisdiction: '是',
  handling: '立案',
  reason: '属于劳动保障监察范围。',
};

let caseId = '';
const fileNow = async (): Promise<CaseFile> => (await client.cases.open({ caseId })).file;
const paperNow = async (templateId: string): Promise<Paper | undefined> =>
  (await fileNow()).papers.find((paper) => paper.templateId === templateId);

beforeAll(async () => {
  const { householdId } = await client.households.create({ kind: '单位', name: '城东面馆' });
  const begun = await client.cases.begin({
    procedure: 'penalty.ordinary',
    householdId,
    causeName: '涉嫌拖欠劳动者工资',
    officerIds: [await office.personId('王建国'), await office.personId('李敏')],
  });
  caseId = begun.case.id;
});

test('its household says that the code is still to be looked up', async () => {
  expect((await client.households.find({ query: '城东面馆' })).map(({ key }) => key)).toEqual(['信用代码待查']);
  expect(await refusalOf(client.households.create({ kind: '单位', name: '城东 面馆' }))).toMatchObject({
    code: 'duplicate',
    name: '城东面馆',
  });
});

test('the complaint is registered and issued without the code, and knows who registered it', async () => {
  const draft = await client.documents.create({ caseId, templateId: 'J01' });
  expect(draft.values).toMatchObject({ partyName: '城东面馆', registrar: '王建国' });
  const { paper } = await client.documents.save({ paperId: draft.id, version: draft.version, values: complaint });
  const signed = await client.documents.sign({
    paperId: paper.id,
    version: paper.version,
    signatures: [{ role: '登记人', name: '王建国', mode: '签名', at: '2026-03-02T09:30' }],
  });
  expect((await client.documents.issue({ paperId: signed.id, version: signed.version })).status).toBe('issued');
});

test('立案 asks for the code; once it is in the household the draft has it, and what was typed by hand stays', async () => {
  const draft = await client.documents.create({ caseId, templateId: 'J04' });
  const { paper } = await client.documents.save({
    paperId: draft.id,
    version: draft.version,
    values: { factSource: '投诉人陈述。', suspectedLaw: '《劳动法》第五十条', partyAddress: '投诉人说在城东市场' },
  });
  const asked = await refusalOf(client.documents.issue({ paperId: paper.id, version: paper.version }));
  expect(asked).toMatchObject({
    code: 'not-yet',
    obstacles: expect.arrayContaining([expect.objectContaining({ field: 'partyUscc' })]),
  });
  const [party] = (await fileNow()).parties;
  if (party === undefined) throw new Error('the case has no party');
  await client.households.update({
    ...party,
    name: '辽源市城东面馆有限公司',
    uscc: code,
    legalRep: '赵城东',
    address: '龙山区东市场2号',
    reason: '查到营业执照',
  });
  expect((await paperNow('J04'))?.values).toMatchObject({
    partyName: '辽源市城东面馆有限公司',
    partyUscc: code,
    partyLegalRep: '赵城东',
    partyAddress: '投诉人说在城东市场',
  });
  // What was issued is what was issued.
  expect((await paperNow('J01'))?.values).toMatchObject({ partyName: '城东面馆' });
  const [entry] = await client.cases.history({ caseId, limit: 1 });
  expect(entry).toMatchObject({
    verb: '带入当事人信息',
    detail: { before: { partyUscc: null }, after: { partyUscc: code } },
  });
  expect((await client.households.find({ query: '城东面馆' })).map(({ key }) => key)).toEqual([code]);
  await verifyClean(office);
});

test('what is typed at 立案 instead is known by the household afterwards; a number another household has stays out', async () => {
  await using other = await officeAt('begun', '王建国');
  for (const [name, uscc, key] of [
    ['城南面馆', code, code],
    ['城北面馆', code, '信用代码待查'],
  ] as const) {
    const { householdId } = await other.client.households.create({ kind: '单位', name });
    await startCase(other, householdId, uscc);
    const { party } = await other.client.households.open({ householdId });
    expect(party).toMatchObject({ legalRep: '赵城南', address: '龙山区南市场3号', idType: '' });
    expect((await other.client.households.find({ query: name })).map((hit) => hit.key)).toEqual([key]);
  }
  await verifyClean(other);
});

/** A case of the household whose 立案审批表 says what it does not know yet, issued. */
async function startCase(at: Office, householdId: string, uscc: string): Promise<void> {
  const { cases, documents } = at.client;
  await at.as('王建国');
  const { case: begun } = await cases.begin({
    procedure: 'penalty.ordinary',
    householdId,
    causeName: '涉嫌拖欠劳动者工资',
    officerIds: [await at.personId('王建国'), await at.personId('李敏')],
  });
  const filled = async (templateId: string, values: Paper['values']): Promise<Paper> => {
    const draft = await documents.create({ caseId: begun.id, templateId });
    return (await documents.save({ paperId: draft.id, version: draft.version, values })).paper;
  };
  const now = ({ id, version }: Paper) => ({ paperId: id, version });
  const source = await documents.sign({
    ...now(await filled('J01', complaint)),
    signatures: [{ role: '登记人', name: '王建国', mode: '签名', at: '2026-03-02T09:30' }],
  });
  await documents.issue(now(source));
  let filing = await filled('J04', {
    factSource: '投诉人陈述。',
    suspectedLaw: '《劳动法》第五十条',
    partyUscc: uscc,
    partyLegalRep: '赵城南',
    partyAddress: '龙山区南市场3号',
  });
  filing = await documents.submit(now(filing));
  for (const name of ['王建国', '李敏', '张丽', '孙伟']) {
    await at.as(name);
    filing = await documents.approve({ ...now(filing), verdict: '同意', opinion: '同意。' });
  }
  await at.as('王建国');
  await documents.issue(now(filing));
}
