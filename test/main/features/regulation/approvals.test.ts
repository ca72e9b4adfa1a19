import { describe, expect, test } from 'vitest';
import { paperIds } from '../../../../shared/template/paper-ids.ts';
import type { ApprovalStep } from '../../../../shared/template/template.ts';
import { papersInApproval } from '../../../support/in-approval.ts';
import { type Office, officeAt, refusalOf } from '../../../support/office.ts';

const agree = { verdict: '同意', opinion: '情况属实。' } as const;
const legalStep: ApprovalStep = { label: '法规科意见', by: '法规科', people: 1, optional: false };

/** 法规科 sets the chain of a paper, in force from today. */
async function setChain({ client }: Office, templateId: string, chain: ApprovalStep[]) {
  const [newest] = await client.regulation.ruleEditions();
  if (newest === undefined) throw new Error('no rules');
  return client.regulation.saveRules({
    settings: { ...newest.settings, approvals: { [templateId]: chain } },
    basedOn: newest.at,
    effectiveFrom: '2026-03-02',
    reason: '按局务会决定调整审批流程',
  });
}

const chainOf = async ({ client }: Office, templateId: string): Promise<ApprovalStep[]> =>
  (await client.regulation.templateRules())[templateId]?.approval ?? [];

async function approve(office: Office, paper: { id: string; version: number }, by: string) {
  await office.as(by);
  return office.client.documents.approve({ paperId: paper.id, version: paper.version, ...agree });
}

describe('审批流程, the table of 法规科', () => {
  test('notices, demands and applications to the court are approved by default', async () => {
    await using office = await officeAt('begun', '李敏');
    for (const id of [
      paperIds.priorNotice,
      paperIds.hearingRightsNotice,
      paperIds.performanceDemand,
      paperIds.enforcementApplication,
    ])
      expect(
        (await chainOf(office, id)).map(({ by }) => by),
        id,
      ).toEqual(['承办单位负责人', '分管领导']);
  });

  test('a paper under approval goes on by the chain it was put in with, one of a later case by the new one', async () => {
    await using office = await officeAt('begun', '李敏');
    let [before] = await papersInApproval(office, ['城西小吃店'], ['王建国', '李敏']);
    await office.as('赵强');
    const written = await chainOf(office, paperIds.filingApproval);
    office.at('2026-03-02T10:00');
    await setChain(office, paperIds.filingApproval, [...written.slice(0, 2), legalStep, ...written.slice(2)]);
    office.at('2026-03-02T10:30');
    await office.as('李敏');
    let [after] = await papersInApproval(office, ['城东修理部'], ['王建国', '李敏']);
    if (before === undefined || after === undefined) throw new Error('no papers');
    before = await approve(office, before, '张丽');
    before = await approve(office, before, '孙伟');
    expect(before.status).toBe('approved');
    after = await approve(office, after, '张丽');
    await office.as('孙伟');
    expect((await office.client.documents.desk()).waiting).toEqual([]);
    expect(
      await refusalOf(office.client.documents.approve({ paperId: after.id, version: after.version, ...agree })),
    ).toMatchObject({ code: 'approval-order', waitsFor: '法规科意见' });
    await office.as('赵强');
    expect((await office.client.documents.desk()).waiting.map(({ paperId }) => paperId)).toEqual([after.id]);
    after = await approve(office, after, '赵强');
    after = await approve(office, after, '孙伟');
    expect([after.status, after.approvals.map(({ label }) => label)]).toEqual([
      'approved',
      ['承办人意见', '承办人意见', '承办单位负责人意见', '法规科意见', '局领导意见'],
    ]);
  });

  test('a step by law stays, with the provision that asks for it; nothing is saved', async () => {
    await using office = await officeAt('begun', '赵强');
    const refused = await refusalOf(setChain(office, paperIds.legalReview, []));
    expect(refused).toMatchObject({
      code: 'invalid',
      problems: [
        {
          field: 'settings.approvals.J29',
          sentence: expect.stringContaining('《中华人民共和国行政处罚法》第五十八条'),
        },
      ],
    });
    expect(await refusalOf(setChain(office, 'Z77', [legalStep]))).toMatchObject({ code: 'invalid' });
    expect(await office.client.regulation.ruleEditions()).toHaveLength(1);
  });

  test('nobody but 法规科 changes it', async () => {
    await using office = await officeAt('begun', '张丽');
    expect(await refusalOf(setChain(office, paperIds.priorNotice, []))).toMatchObject({
      code: 'not-allowed',
      article: 50,
    });
  });

  test('what needs no approval any more is issued without; the record says who decided it', async () => {
    await using office = await officeAt('begun', '赵强');
    await setChain(office, paperIds.priorNotice, []);
    const { templates } = await office.client.regulation.definitions();
    expect(templates.find(({ id }) => id === paperIds.priorNotice)?.approval).toEqual([]);
    const entries = await office.client.supervision.audit({ limit: 5 });
    expect(entries.find(({ verb }) => verb === '修改规则设置')).toMatchObject({ who: '赵强' });
  });
});
