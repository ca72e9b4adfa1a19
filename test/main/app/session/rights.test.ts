import { describe, expect, test } from 'vitest';
import { type CallPath, contract, rightOfCall } from '../../../../shared/contract/index.ts';
import { refusalFor } from '../../../../shared/contract/right.ts';
import type { Role } from '../../../../shared/template/template.ts';
import { officeOfFile, refusalOf } from '../../../support/office.ts';

const calls = Object.entries(contract).flatMap(([area, item]) =>
  Object.keys(item).map((name) => `${area}.${name}` as CallPath),
);
const office = await officeOfFile('closed', '吴管理');

/** One person of the sample for each role. */
const holders: Record<string, Role> = {
  吴管理: '系统管理员',
  王建国: '承办人',
  张丽: '承办单位负责人',
  赵强: '法规科',
  孙伟: '分管领导',
  周静: '档案员',
};

describe('rights', () => {
  test('before log-in only the log-in screen’s calls are open', () => {
    expect(calls.filter((path) => refusalFor(rightOfCall(path), null) === null).toSorted()).toEqual([
      'desktop.reportFault',
      'restore.chooseFolder',
      'restore.find',
      'restore.progress',
      'restore.rehearse',
      'restore.run',
      'session.lock',
      'session.recover',
      'session.setUp',
      'session.state',
      'session.unlock',
    ]);
  });
});

describe.each(Object.entries(holders))('%s（%s）', (name, role) => {
  test('is refused at the door exactly what the table refuses', async () => {
    await office.as(name);
    const client = office.client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
    for (const path of calls.filter((call) => !call.startsWith('session.') && call !== 'desktop.signals')) {
      const [area = '', call = ''] = path.split('.');
      const wanted = refusalFor(rightOfCall(path), [role]);
      // Nonsense input: who has the right gets as far as the check of the input, who has not is refused before it.
      const answer = await Promise.resolve(client[area]?.[call]?.({ nonsense: true })).then(
        () => 'answered',
        (error: { data?: { code?: string; act?: string } }) => error.data?.code,
      );
      expect({ path, refused: answer === 'not-allowed' }).toEqual({ path, refused: wanted !== null });
    }
  });
});

describe('who may open a case (第四十二条)', () => {
  test('the system administrator gets no case content by any way', async () => {
    await office.as('王建国');
    const file = await office.caseFile();
    const [exhibit] = file.exhibits;
    const issued = file.papers.find((paper) => paper.status === 'issued');
    await office.as('吴管理');
    expect(await refusalOf(office.client.cases.open({ caseId: file.case.id }))).toMatchObject({
      code: 'not-allowed',
      article: 42,
    });
    for (const path of [
      `/papers/${issued?.id}/pdf`,
      `/exhibits/${exhibit?.id}`,
      `/exhibits/${exhibit?.id}/thumbnail`,
    ]) {
      const answer = await office.get(path);
      expect([path, answer.status]).toEqual([path, 422]);
      expect(await answer.json()).toMatchObject({ code: 'not-allowed' });
    }
    expect((await office.client.cases.today()).periods).toEqual([]);
    const seen = JSON.stringify(await office.client.supervision.audit({ limit: 500 }));
    for (const secret of ['福满园', '陈福来', '加班', '440524188001010014']) expect(seen).not.toContain(secret);
    expect(seen).toContain('登记人员');
  });

  test('an officer of another case sees it nowhere, its own officers and the supervisors do', async () => {
    await office.as('吴管理');
    const { units } = await office.client.staff.list();
    await office.client.staff.add({
      name: '外人甲',
      roles: ['承办人'],
      unitId: units.find((unit) => unit.name === '办公室')?.id ?? null,
      certNo: '22040100099',
      certFrom: '2023-05-01',
      certTo: '2028-04-30',
      password: '示例-2026',
    });
    await office.as('外人甲');
    const { client } = office;
    expect(await client.cases.list({})).toEqual([]);
    expect((await client.cases.today()).periods).toEqual([]);
    expect((await client.households.search({ query: '加班' })).filter((hit) => hit.caseId !== null)).toEqual([]);
    await office.as('王建国');
    const { case: item, papers, exhibits } = await office.caseFile();
    const [party] = (await office.caseFile()).parties;
    await office.as('外人甲');
    expect(await refusalOf(client.cases.open({ caseId: item.id }))).toMatchObject({ code: 'not-allowed', article: 42 });
    expect(await refusalOf(client.cases.history({ caseId: item.id }))).toMatchObject({
      code: 'not-allowed',
      article: 42,
    });
    expect(
      await refusalOf(client.documents.void({ paperId: papers[0]?.id ?? '', version: 1, reason: '试一试' })),
    ).toMatchObject({ code: 'not-allowed', article: 42 });
    expect(await refusalOf(client.archive.volumes({ caseId: item.id }))).toMatchObject({
      code: 'not-allowed',
      article: 42,
    });
    expect(await (await office.get(`/exhibits/${exhibits[0]?.id}`)).json()).toMatchObject({ code: 'not-allowed' });
    expect((await client.households.open({ householdId: party?.householdId ?? '' })).cases).toEqual([]);
    expect(await client.households.timeline({ householdId: party?.householdId ?? '' })).toEqual([]);
    for (const name of ['李敏', '张丽', '赵强', '孙伟', '周静']) {
      await office.as(name);
      expect([name, (await client.cases.open({ caseId: item.id })).file.case.id]).toEqual([name, item.id]);
    }
  });
});
