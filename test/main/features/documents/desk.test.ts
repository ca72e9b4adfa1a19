import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Paper } from '../../../../shared/case-file.ts';
import { officeAt, type Office, refusalOf } from '../../../support/office.ts';
import { draftOf, signedSource } from './support.ts';

/** The sample office with its 立案审批表 in approval; two officers, the head of the unit and the leader sign in this order. */
async function inApproval(): Promise<{ office: Office; paper: Paper }> {
  const office = await officeAt('begun', '李敏');
  const source = await signedSource(office);
  await office.client.documents.issue({ paperId: source.id, version: source.version });
  await office.as('王建国');
  const filled = await draftOf(office, 'J04', {
    causeName: '涉嫌违反规定延长劳动者工作时间',
    factSource: '巡查记录。',
    suspectedLaw: '《中华人民共和国劳动法》第四十一条',
  });
  return { office, paper: await office.client.documents.submit({ paperId: filled.id, version: filled.version }) };
}

const ids = (papers: readonly { paperId: string }[]): string[] => papers.map(({ paperId }) => paperId);

describe('the 审批 desk', () => {
  let office: Office;
  let paper: Paper;
  const say = async (verdict: '同意' | '退回修改' | '不同意', opinion = ''): Promise<Paper> =>
    (paper = await office.client.documents.approve({ paperId: paper.id, version: paper.version, verdict, opinion }));
  const takeBack = async (): Promise<Paper> =>
    (paper = await office.client.documents.withdrawOpinion({ paperId: paper.id, version: paper.version }));
  beforeAll(async () => ({ office, paper } = await inApproval()));
  afterAll(() => office[Symbol.asyncDispose]());

  test('shows what waits for this person, and what they said today once it is said', async () => {
    const [waiting] = (await office.client.documents.desk()).waiting;
    expect(waiting).toMatchObject({
      paperId: paper.id,
      paperName: '立案审批表',
      partyName: '辽源市福满园餐饮有限公司',
      since: '2026-03-02T01:30:00.000Z',
    });
    await say('同意');
    const after = await office.client.documents.desk();
    // It waits for the second officer now, who is not the one that signed.
    expect([after.waiting, ids(after.given)]).toEqual([[], [paper.id]]);
    expect(after.given[0]).toMatchObject({ verdict: '同意', opinion: '同意。' });
    await office.as('李敏');
    expect(ids((await office.client.documents.desk()).waiting)).toEqual([paper.id]);
    await office.as('孙伟');
    expect((await office.client.documents.desk()).waiting).toEqual([]);
    await office.as('王建国');
  });

  test('an opinion is taken back while nobody went on from it: it stays on record and counts for nothing', async () => {
    await takeBack();
    expect(paper.approvals).toEqual([expect.objectContaining({ name: '王建国', withdrawnAt: expect.any(String) })]);
    const { waiting, given } = await office.client.documents.desk();
    expect([ids(waiting), given]).toEqual([[paper.id], []]);
    const [entry] = await office.client.cases.history({ caseId: paper.caseId });
    expect(entry).toMatchObject({ who: '王建国', verb: '撤回意见', detail: { verdict: '同意', opinion: '同意。' } });
    await say('同意', '情况属实。');
  });

  test('not any more when the next one has signed, and never by somebody else', async () => {
    await office.as('李敏');
    expect(await refusalOf(takeBack())).toEqual({ code: 'opinion-used', what: '立案审批表' });
    await say('同意');
    await office.as('王建国');
    expect(await refusalOf(takeBack())).toEqual({ code: 'opinion-used', what: '立案审批表' });
  });

  test('退回 and 不同意 need their reason; a return is taken back until a word of the paper is changed', async () => {
    await office.as('张丽');
    expect(await refusalOf(say('退回修改', '　'))).toEqual({ code: 'no-opinion', verdict: '退回修改' });
    expect(await refusalOf(say('不同意'))).toEqual({ code: 'no-opinion', verdict: '不同意' });
    await say('退回修改', '请补充事实的来源。');
    expect(paper.status).toBe('draft');
    await takeBack();
    expect(paper.status).toBe('approving');
    await say('退回修改', '请补充事实的来源。');
    await office.as('王建国');
    const { documents } = office.client;
    const values = { factSource: '3月2日巡查记录、现场照片2张。' };
    ({ paper } = await documents.save({ paperId: paper.id, version: paper.version, values }));
    await office.as('张丽');
    expect(await refusalOf(takeBack())).toEqual({ code: 'opinion-used', what: '立案审批表' });
  });

  test('what was changed since the return is told by field; changed back is no change', async () => {
    await office.as('王建国');
    const { documents } = office.client;
    const fill = async (values: Record<string, string>): Promise<void> => {
      ({ paper } = await documents.save({ paperId: paper.id, version: paper.version, values }));
    };
    await fill({ causeName: '涉嫌克扣工资' });
    await fill({ causeName: '涉嫌违反规定延长劳动者工作时间' });
    paper = await documents.submit({ paperId: paper.id, version: paper.version });
    expect(await documents.changesSinceReturn({ paperId: paper.id })).toEqual([
      { key: 'factSource', before: '巡查记录。', after: '3月2日巡查记录、现场照片2张。' },
    ]);
    // A return that was taken back never was.
    for (const name of ['王建国', '李敏']) {
      await office.as(name);
      await say('同意');
    }
    await office.as('张丽');
    await say('退回修改', '再核对一次。');
    expect(await documents.changesSinceReturn({ paperId: paper.id })).toEqual([]);
    await takeBack();
    expect(await documents.changesSinceReturn({ paperId: paper.id })).toHaveLength(1);
  });

  test('the phrases are those this person uses most; the paper verifies as whole with all of it', async () => {
    await say('同意', '拟同意立案。');
    expect((await office.client.documents.desk()).phrases).toEqual(['拟同意立案。']);
    await office.as('赵强');
    const job = await office.ended((await office.client.supervision.verify()).id);
    expect(job.faults).toEqual([]);
  });

  test('法规科 may ask for words: then an empty box agrees to nothing', async () => {
    const [newest] = await office.client.regulation.ruleEditions();
    await office.client.regulation.saveRules({
      settings: { ...newest!.settings, blankOpinionAgrees: false },
      basedOn: newest!.at,
      effectiveFrom: '2026-03-02',
      reason: '意见须写明',
    });
    await office.as('孙伟');
    expect(await refusalOf(say('同意'))).toEqual({ code: 'no-opinion', verdict: '同意' });
    expect((await say('同意', '同意。')).status).toBe('approved');
  });
});

test('the day of the last opinion is asked of nobody, set with it, and gone when it is taken back', async () => {
  await using office = await officeAt('begun', '李敏');
  const { documents } = office.client;
  await office.as('王建国');
  const draft = await draftOf(office, 'J55', {
    applicant: '当事人',
    applicantName: '福满园',
    identityProof: '营业执照',
    purpose: '核对笔录。',
    mode: '查阅',
    items: [{ name: '询问笔录', media: '纸质' }],
  });
  let paper = await documents.submit({ paperId: draft.id, version: draft.version });
  const agree = async (name: string): Promise<void> => {
    await office.as(name);
    paper = await documents.approve({ paperId: paper.id, version: paper.version, verdict: '同意', opinion: '同意。' });
  };
  await agree('张丽');
  expect(paper.values['approvedAt']).toBeNull();
  await agree('孙伟');
  expect([paper.status, paper.values['approvedAt']]).toEqual(['approved', '2026-03-02']);
  paper = await documents.withdrawOpinion({ paperId: paper.id, version: paper.version });
  expect([paper.status, paper.values['approvedAt']]).toEqual(['approving', null]);
});
