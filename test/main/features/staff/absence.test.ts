import { describe, expect, test } from 'vitest';
import { samplePassword } from '../../../../main/sample/sample.ts';
import { confirmedBy } from '../../../support/confirmed.ts';
import { papersInApproval } from '../../../support/in-approval.ts';
import { type Office, officeAt, refusalOf } from '../../../support/office.ts';

/** An officer of the same unit who has nothing to do with the cases. */
async function addColleague(office: Office, called: string): Promise<string> {
  await office.as('吴管理');
  const { units } = await office.client.staff.list();
  const { personId } = await office.client.staff.add({
    name: called,
    roles: ['承办人'],
    unitId: units.find(({ name }) => name === '劳动保障监察支队')?.id ?? null,
    certNo: '22040100061',
    certFrom: '2023-05-01',
    certTo: '2028-04-30',
    password: samplePassword,
    ...(await confirmedBy(office.client)),
  });
  return personId;
}

const awayWith = (standInId: string | null) => ({ from: '2026-03-02', to: '2026-03-05', standInId });
const titles = async ({ client }: Office): Promise<string[]> =>
  (await client.inbox.list()).todo.map(({ title }) => title);

describe('请假', () => {
  test('who stands in has what waits on the own desk, signs under the own name for who is away, and only meanwhile', async () => {
    await using office = await officeAt('begun');
    const standIn = await addColleague(office, '郑强');
    await office.as('李敏');
    const [paper, other] = await papersInApproval(office, ['城西小吃店', '城东修理部'], ['王建国', '李敏']);
    if (paper === undefined || other === undefined) throw new Error('no papers');
    const give = ({ id, version }: typeof paper) =>
      office.client.documents.approve({ paperId: id, version, verdict: '同意', opinion: '情况属实。' });
    await office.as('郑强');
    expect((await office.client.documents.desk()).waiting).toEqual([]);

    await office.as('张丽');
    const head = await office.personId('张丽');
    await office.client.staff.setAbsence({ personId: head, absence: awayWith(standIn) });
    await office.as('郑强');
    expect(
      (await office.client.documents.desk()).waiting.map(({ paperId, standsInFor }) => [paperId, standsInFor]),
    ).toEqual([paper, other].map(({ id }) => [id, '张丽']));
    expect(await titles(office)).toContain('立案审批表　等您代张丽签批');
    expect((await office.client.cases.open({ caseId: paper.caseId })).file.case.id).toBe(paper.caseId);
    expect((await give(paper)).approvals.at(-1)).toMatchObject({ name: '郑强', standsInFor: '张丽' });
    const [entry] = await office.client.cases.history({ caseId: paper.caseId });
    expect(entry).toMatchObject({ who: '郑强', verb: '审批同意', detail: { standsInFor: '张丽' } });

    office.at('2026-03-06T09:00');
    await office.as('郑强');
    expect((await office.client.documents.desk()).waiting).toEqual([]);
    expect(await refusalOf(give(other))).toMatchObject({ code: 'not-allowed', article: 13 });
    await office.as('张丽');
    expect((await office.client.documents.desk()).waiting.map(({ paperId }) => paperId)).toEqual([other.id]);
  });

  test('the running cases of an officer who is away are in 今日 of who stands in', async () => {
    await using office = await officeAt('approved');
    const standIn = await addColleague(office, '冯远');
    await office.as('王建国');
    await office.client.staff.setAbsence({
      personId: await office.personId('王建国'),
      absence: { from: '2026-04-03', to: '2026-04-10', standInId: standIn },
    });
    await office.as('冯远');
    expect((await titles(office)).filter((title) => title.startsWith('代王建国：'))).not.toEqual([]);
    const [{ id: caseId } = { id: '' }] = await office.client.cases.list({});
    const open = () => office.client.cases.open({ caseId });
    expect((await open()).file.case.id).toBe(caseId);
    await office.as('王建国');
    await office.client.staff.setAbsence({ personId: await office.personId('王建国'), absence: null });
    await office.as('冯远');
    expect((await titles(office)).filter((title) => title.startsWith('代王建国：'))).toEqual([]);
    expect(await refusalOf(open())).toMatchObject({ code: 'not-allowed', article: 42 });
  });

  test('is entered by the person, the head or 分管领导, and no stand-in may be who reads no case', async () => {
    await using office = await officeAt('begun', '李敏');
    const enter = async (name: string, standInId: string | null) =>
      office.client.staff.setAbsence({ personId: await office.personId(name), absence: awayWith(standInId) });
    expect(await refusalOf(enter('王建国', null))).toMatchObject({
      code: 'invalid',
      problems: [{ sentence: '王建国的请假由本人、承办单位负责人或者分管领导登记。' }],
    });
    expect(await refusalOf(enter('李敏', await office.personId('吴管理')))).toMatchObject({
      code: 'invalid',
      problems: [{ sentence: expect.stringContaining('不能代理（第四十二条）') }],
    });
    await office.as('张丽');
    expect((await enter('王建国', await office.personId('李敏'))).absence).toEqual(
      awayWith(await office.personId('李敏')),
    );
    await office.as('赵强');
    const [entry] = await office.client.supervision.audit({ of: 'office', limit: 5 });
    expect(entry).toMatchObject({ who: expect.any(String) });
  });
});

describe('离岗', () => {
  test('each open case of an officer who left is in 今日 of the head until somebody takes it over', async () => {
    await using office = await officeAt('approved');
    await office.as('吴管理');
    const wang = (await office.client.staff.list()).people.find(({ name }) => name === '王建国');
    if (wang === undefined) throw new Error('no 王建国');
    await office.client.staff.update({ ...wang, active: false, ...(await confirmedBy(office.client)) });
    // Who holds the office key alone is told of no case (第四十二条).
    expect((await titles(office)).filter((title) => title.includes('王建国'))).toEqual([]);
    await office.as('张丽');
    const { todo } = await office.client.inbox.list();
    expect(todo.find(({ kind }) => kind === 'assign')).toMatchObject({
      title: '更换承办人：王建国已经离岗',
      why: '承办人王建国已经离岗，现在只有李敏，请选定接手的人。',
    });
  });
});
