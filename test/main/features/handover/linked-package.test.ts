import { expect, test } from 'vitest';
import { officeOfFile, refusalOf } from '../../../support/office.ts';

const office = await officeOfFile('filed', '王建国');
const { client } = office;
const penalty = await office.caseFile();
const householdId = penalty.parties[0]?.householdId ?? '';
const { officerIds } = penalty.case;

test('应诉 works from the case whose decision is sued over: its papers, evidence and services are offered', async () => {
  const suit = await client.cases.beginFrom({
    caseId: penalty.case.id,
    leadId: 'litigation',
    causeName: '不服行政处罚决定',
    householdIds: [householdId],
    officerIds,
  });
  const answer = await client.documents.create({ caseId: suit.case.id, templateId: 'F02' });
  const decision = penalty.papers.find(({ templateId, status }) => templateId === 'J32' && status === 'issued');
  expect(answer.values).toMatchObject({ decisionRef: decision?.number, facts: decision?.values.facts });

  const plan = await client.handover.plan({ caseId: suit.case.id, kind: 'court', receivedAt: '2026-06-10' });
  expect(plan.evidenceCaseId).toBe(penalty.case.id);
  expect(plan.obstacles).toEqual([]);
  expect(plan.items.map(({ paperId }) => paperId)).toContain(decision?.id);
  expect(new Set(plan.items.map(({ group }) => group))).toEqual(new Set(['主体', '程序', '事实', '送达', '其他']));
  expect(plan.items.map(({ title }) => title).join()).not.toContain('答辩状');
});

test('nothing goes out without evidence: a case that names no decision says what is missing', async () => {
  const suit = await client.cases.begin({
    procedure: 'remedy.litigation',
    householdId,
    causeName: '不服多年前的决定',
    officerIds,
    followsId: null,
  });
  const asked = { caseId: suit.case.id, kind: 'court' as const, receivedAt: '2026-06-10' };
  const { items, obstacles } = await client.handover.plan(asked);
  expect(items).toEqual([]);
  expect(obstacles.map(({ sentence }) => sentence)).toEqual([expect.stringContaining('没有选定作出决定的案件')]);
  const made = client.handover.make({
    ...asked,
    recipient: '辽源市龙山区人民法院',
    opponents: ['某某公司'],
    answer: '请求驳回原告的诉讼请求。',
    keys: ['paper:none'],
    form: 'folder',
    folderTicket: 'none',
  });
  expect(await refusalOf(made)).toMatchObject({ code: 'not-yet', obstacles });
});
