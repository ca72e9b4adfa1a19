import { beforeAll, describe, expect, test } from 'vitest';
import type { Paper } from '../../../../shared/case-file.ts';
import { officeAt, officeOfFile, refusalOf } from '../../../support/office.ts';

const office = await officeOfFile('approved', '王建国');
const { client } = office;
const {
  case: { id: caseId },
} = await office.caseFile();
let approval: Paper;

/** An issued 案件有关事项审批表, with its whole approval chain. */
async function issueApproval(): Promise<Paper> {
  let paper = await client.documents.create({ caseId, templateId: 'J46' });
  const values = {
    matter: '延长调查',
    reason: '证据尚需补充核实。',
    basis: '《劳动保障监察条例》第十七条',
    oldDeadline: '2026-05-29',
    newDeadline: '2026-06-26',
  };
  ({ paper } = await client.documents.save({ paperId: paper.id, version: paper.version, values }));
  paper = await client.documents.submit({ paperId: paper.id, version: paper.version });
  for (const name of ['王建国', '李敏', '张丽', '孙伟']) {
    await office.as(name);
    paper = await client.documents.approve({
      paperId: paper.id,
      version: paper.version,
      verdict: '同意',
      opinion: '同意。',
    });
  }
  await office.as('王建国');
  return client.documents.issue({ paperId: paper.id, version: paper.version });
}

const extension = { caseId, ruleId: 'J60', kind: 'extension' as const, n: 20, from: null, basis: '情况复杂' };
const dueOf = async (ruleId: string): Promise<string | null> =>
  (await client.cases.open({ caseId })).periods.find((period) => period.ruleId === ruleId)?.due ?? null;

beforeAll(async () => {
  approval = await issueApproval();
});

describe('periods', () => {
  test('an approved extension moves the end and is on record', async () => {
    const before = await dueOf('J60');
    const file = await client.cases.changePeriod({ ...extension, paperId: approval.id });
    expect(file.periodChanges).toEqual([
      expect.objectContaining({ ruleId: 'J60', kind: 'extension', n: 20, basis: `情况复杂（${approval.number}）` }),
    ]);
    expect(Date.parse((await dueOf('J60')) ?? '') - Date.parse(before ?? '')).toBeGreaterThanOrEqual(20 * 86_400_000);
    const [entry] = await client.cases.history({ caseId });
    expect(entry).toMatchObject({ verb: '延长期限', detail: { n: 20 } });
  });

  test('no more than the law gives, all extensions together', async () => {
    expect(await refusalOf(client.cases.changePeriod({ ...extension, n: 11, paperId: approval.id }))).toMatchObject({
      code: 'invalid',
      problems: [{ field: 'n' }],
    });
  });

  test('not without an issued approval', async () => {
    const draft = (await office.caseFile()).papers.find((paper) => paper.templateId === 'J06');
    expect(await refusalOf(client.cases.changePeriod({ ...extension, n: 1, paperId: draft?.id ?? '' }))).toMatchObject({
      code: 'invalid',
      problems: [{ field: 'paperId', article: 13 }],
    });
  });

  test('no suspension, and nothing to resume, where no law gives one', async () => {
    expect(
      await refusalOf(
        client.cases.changePeriod({
          ...extension,
          kind: 'suspension',
          n: null,
          from: '2026-04-03',
          paperId: approval.id,
        }),
      ),
    ).toMatchObject({ code: 'invalid', problems: [{ field: 'ruleId' }] });
    expect(
      await refusalOf(client.cases.endSuspension({ caseId, ruleId: 'J60', to: '2026-04-04', basis: '恢复' })),
    ).toMatchObject({ code: 'invalid', problems: [{ field: 'ruleId' }] });
  });
});

describe('respondents', () => {
  test('another one is linked to the case and finds it in its own file; twice is refused', async () => {
    const other = await client.households.create({
      kind: '个人',
      name: '陈福来',
      idType: '居民身份证',
      idNumber: '440524188001010014',
      address: '辽源市龙山区东吉街5号',
    });
    const {
      case: { version },
    } = await office.caseFile();
    const file = await client.cases.addParty({ caseId, version, householdId: other.householdId });
    expect(file.parties.map((party) => party.name)).toEqual(['辽源市福满园餐饮有限公司', '陈福来']);
    expect((await client.households.open({ householdId: other.householdId })).cases.map((item) => item.id)).toEqual([
      caseId,
    ]);
    expect(
      await refusalOf(client.cases.addParty({ caseId, version: file.case.version, householdId: other.householdId })),
    ).toMatchObject({ code: 'invalid', problems: [{ field: 'householdId' }] });
  });
});

describe('questions', () => {
  test('the last answer counts, both stay on record; 否 needs a note', async () => {
    await client.cases.answer({ caseId, questionId: 'V04', answer: '是', note: '' });
    expect(await refusalOf(client.cases.answer({ caseId, questionId: 'V04', answer: '否', note: '' }))).toMatchObject({
      code: 'invalid',
      problems: [{ field: 'note' }],
    });
    const file = await client.cases.answer({ caseId, questionId: 'V04', answer: '否', note: '还缺一份证言。' });
    expect(file.answers).toEqual([expect.objectContaining({ questionId: 'V04', answer: '否', by: '王建国' })]);
    const history = await client.cases.history({ caseId, limit: 5 });
    expect(history.filter((entry) => entry.verb === '回答核查问题')).toHaveLength(2);
  });

  test('of facts and law are not answered by the archive, whoever asks', async () => {
    await using entry = await officeAt('closed', '周静');
    const closed = (await entry.caseFile()).case.id;
    const answer = (questionId: string) =>
      entry.client.cases.answer({ caseId: closed, questionId, answer: '是', note: '' });
    for (const questionId of ['V04', 'V05', 'V09', 'A01'])
      expect(await refusalOf(answer(questionId))).toMatchObject({
        code: 'not-allowed',
        roles: ['承办人', '承办单位负责人', '法规科'],
      });
    expect((await answer('A06')).answers.at(-1)).toMatchObject({ questionId: 'A06', by: '周静' });
  });
});
