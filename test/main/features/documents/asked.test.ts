import { describe, expect, test } from 'vitest';
import { samplePassword } from '../../../../main/sample/sample.ts';
import { confirmedBy } from '../../../support/confirmed.ts';
import { type Office, officeAt, refusalOf } from '../../../support/office.ts';
import { papersInApproval } from '../../../support/in-approval.ts';

const agree = { verdict: '同意', opinion: '情况属实。' } as const;

/** Another officer and another head, who have the roles and nothing to do with the case; the head of another unit. */
async function addStrangers(office: Office): Promise<void> {
  await office.as('吴管理');
  const { units } = await office.client.staff.list();
  const add = async (name: string, role: '承办人' | '承办单位负责人', unit: string, certNo: string) =>
    office.client.staff.add({
      name,
      roles: [role],
      unitId: units.find((each) => each.name === unit)?.id ?? null,
      certNo,
      certFrom: '2023-05-01',
      certTo: '2028-04-30',
      password: samplePassword,
      ...(await confirmedBy(office.client)),
    });
  await add('郑强', '承办人', '劳动保障监察支队', '22040100061');
  await add('钱红', '承办单位负责人', '办公室', '22040100062');
}

describe('an opinion is asked of the people of the case alone', () => {
  test('as 承办人 of its officers: nobody else has it on their desk, or may give it', async () => {
    await using office = await officeAt('begun');
    await addStrangers(office);
    await office.as('李敏');
    const [paper] = await papersInApproval(office, ['城西小吃店'], []);
    if (paper === undefined) throw new Error('no paper');
    const give = () => office.client.documents.approve({ paperId: paper.id, version: paper.version, ...agree });
    await office.as('郑强');
    expect((await office.client.documents.desk()).waiting).toEqual([]);
    expect(await refusalOf(give())).toMatchObject({ code: 'not-asked' });
    await office.as('王建国');
    expect((await office.client.documents.desk()).waiting.map(({ paperId }) => paperId)).toContain(paper.id);
    expect((await give()).approvals).toHaveLength(1);
  });

  test('who may open the case and is none of its officers is refused with who is asked', async () => {
    await using office = await officeAt('begun');
    await office.as('吴管理');
    const people = (await office.client.staff.list()).people;
    const zhao = people.find(({ name }) => name === '赵强');
    if (zhao === undefined) throw new Error('no 赵强');
    await office.client.staff.update({
      ...zhao,
      roles: ['法规科', '承办人', '承办单位负责人'],
      ...(await confirmedBy(office.client)),
    });
    await office.as('李敏');
    const [paper] = await papersInApproval(office, ['城西小吃店'], []);
    if (paper === undefined) throw new Error('no paper');
    await office.as('赵强');
    expect((await office.client.documents.desk()).waiting).toEqual([]);
    expect(
      await refusalOf(office.client.documents.approve({ paperId: paper.id, version: paper.version, ...agree })),
    ).toEqual({ code: 'not-asked', label: '承办人意见', by: '承办人', asked: ['李敏', '王建国'] });
  });

  test('a case with one officer is told at 送审, not at the second place of the chain (第十八条)', async () => {
    await using office = await officeAt('begun');
    await office.as('李敏');
    const { client } = office;
    const { householdId } = await client.households.create({
      kind: '无照单位',
      name: '城西小吃店',
      address: '某路1号',
    });
    const { case: begun } = await client.cases.begin({
      procedure: 'penalty.ordinary',
      householdId,
      causeName: '涉嫌拖欠工资',
      officerIds: [await office.personId('李敏')],
    });
    const draft = await client.documents.create({ caseId: begun.id, templateId: 'J04' });
    const refused = await refusalOf(client.documents.submit({ paperId: draft.id, version: draft.version }));
    expect(refused).toMatchObject({ code: 'not-yet', obstacles: [{ article: 18 }] });
    expect(JSON.stringify(refused)).toContain('本案只有李敏一名承办人');
  });
});

test('who is asked is named anew when the people change', async () => {
  await using office = await officeAt('begun');
  await office.as('李敏');
  const [paper] = await papersInApproval(office, ['城西小吃店'], ['王建国', '李敏']);
  const waiting = async () =>
    (await office.client.inbox.list()).waiting.find(({ paperId }) => paperId === paper?.id)?.title;
  expect(await waiting()).toBe('立案审批表等张丽审核');
  await office.as('吴管理');
  const zhang = (await office.client.staff.list()).people.find(({ name }) => name === '张丽');
  if (zhang === undefined) throw new Error('no 张丽');
  await office.client.staff.update({ ...zhang, name: '张丽华', ...(await confirmedBy(office.client)) });
  await office.as('李敏');
  expect(await waiting()).toBe('立案审批表等张丽华审核');
});
