import { describe, expect, test } from 'vitest';
import { officeAt, refusalOf, type Office } from '../../../support/office.ts';
import { tamper } from '../../faults/support.ts';

const looksOf = async (office: Office): Promise<string[]> => {
  const { case: item } = await office.caseFile();
  // Written behind.
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  return (await office.client.cases.looks({ caseId: item.id })).map(({ who, kind, what }) => `${who} ${kind} ${what}`);
};

describe('who looked (第四十二条)', () => {
  test('opening a case, a paper, an exhibit and a volume is a look', async () => {
    await using office = await officeAt('filed', '周静');
    const { case: item, volume } = await office.caseFile();
    const film = await office.exhibit('现场检查录像（节选）');
    const decision = await office.paper('J32');
    for (const path of [`/papers/${decision.id}/pdf`, `/exhibits/${film.id}`, `/volumes/${volume?.id}/pdf`])
      expect([path, (await office.get(path, { range: 'bytes=0-9' })).ok]).toEqual([path, true]);
    const found = await looksOf(office);
    expect(found.filter((look) => look.startsWith('周静')).toSorted()).toEqual([
      `周静 文书 行政处罚决定书 ${decision.number}`,
      `周静 案件 ${item.causeName}`,
      `周静 案卷 ${volume?.archiveNo}`,
      `周静 证据 现场检查录像（节选）`,
    ]);
  });

  test('the case team sees who looked, a stranger does not; searches are for 法规科 and 分管领导', async () => {
    await using office = await officeAt('filed', '周静');
    const { client } = office;
    const { case: item } = await office.caseFile();
    await client.households.find({ query: '福满' });
    await client.households.search({ query: '福满园' });
    expect(await refusalOf(client.supervision.looks({}))).toMatchObject({ code: 'not-allowed', article: 42 });
    await office.as('吴管理');
    expect(await refusalOf(client.cases.looks({ caseId: item.id }))).toMatchObject({ code: 'not-allowed' });
    await office.as('李敏');
    expect((await client.cases.looks({ caseId: item.id })).map(({ who }) => who)).toContain('周静');
    await office.as('赵强');
    const all = await client.supervision.looks({});
    expect(all.filter(({ kind }) => kind === '搜索').map(({ who, what }) => [who, what])).toEqual([['周静', '福满园']]);
  });

  test('whoever was refused has not looked', async () => {
    await using office = await officeAt('begun', '王建国');
    const { case: item } = await office.caseFile();
    await office.as('周静');
    expect(await refusalOf(office.client.cases.open({ caseId: item.id }))).toMatchObject({ code: 'not-allowed' });
    await office.as('王建国');
    expect((await looksOf(office)).join()).not.toContain('周静');
  });

  test('验证 names looks that were changed behind the program', async () => {
    await using office = await officeAt('filed', '周静');
    await office.caseFile();
    await office.client.session.lock();
    await tamper(office.dir, (db) => {
      db.exec('drop trigger look_no_update');
      db.exec("update look set who = '王建国' where who = '周静'");
      db.exec(
        "create trigger look_no_update before update on look begin select raise(abort, 'looks are append-only'); end",
      );
    });
    await office.as('赵强');
    const job = await office.ended((await office.client.supervision.verify()).id);
    expect(job.faults).toEqual([expect.stringMatching(/^第\d+条至第\d+条查阅记录与第\d+条记录登记的不符/)]);
  });
});
