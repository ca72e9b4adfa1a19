import { describe, expect, test } from 'vitest';
import { type CallPath, contract, rightOfCall } from '../../../../shared/contract/index.ts';
import { refusalFor } from '../../../../shared/contract/right.ts';
import type { PersonDraft } from '../../../../shared/contract/staff.ts';
import { samplePassword } from '../../../../main/sample/sample.ts';
import type { Role } from '../../../../shared/template/template.ts';
import { flipByte } from '../../../support/flip-byte.ts';
import { sealedFile } from '../../faults/support.ts';
import { officeAt, officeOfFile, refusalOf } from '../../../support/office.ts';
import { confirmedBy } from '../../../support/confirmed.ts';

const calls = Object.entries(contract).flatMap(([area, item]) =>
  Object.keys(item).map((name) => `${area}.${name}` as CallPath),
);
const office = await officeOfFile('closed', '吴管理');

/** Somebody of the office who has nothing to do with the case of the sample. */
const stranger: PersonDraft & { password: string } = {
  name: '外人甲',
  roles: ['承办人'],
  unitId: null,
  certNo: '22040100099',
  certFrom: '2023-05-01',
  certTo: '2028-04-30',
  password: samplePassword,
};

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
      'session.practise',
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
    const reads = (await office.client.session.state()).operator?.reads;
    expect(reads).toBe(role === '系统管理员' ? 'office' : 'content');
    const client = office.client as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>;
    for (const path of calls.filter((call) => !call.startsWith('session.') && call !== 'desktop.signals')) {
      const [area = '', call = ''] = path.split('.');
      const wanted = refusalFor(rightOfCall(path), [role], reads);
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
    const refused = { code: 'not-allowed', article: 42 };
    expect(JSON.stringify(await office.client.inbox.list())).not.toContain('福满园');
    const { audit } = office.client.supervision;
    expect(await refusalOf(audit({ limit: 500 }))).toMatchObject(refused);
    const seen = JSON.stringify(await audit({ of: 'office', limit: 500 }));
    for (const secret of ['福满园', '陈福来', '加班', '440524188001010014']) expect(seen).not.toContain(secret);
    expect(seen).toContain('登记人员');
  });

  test('an officer of another case sees it nowhere, its own officers and the supervisors do', async () => {
    await office.as('吴管理');
    const { units } = await office.client.staff.list();
    const unitId = units.find((unit) => unit.name === '办公室')?.id ?? null;
    await office.client.staff.add({ ...stranger, unitId, ...(await confirmedBy(office.client)) });
    await office.as('外人甲');
    const { client } = office;
    expect(await client.cases.list({})).toEqual([]);
    expect((await client.inbox.list()).todo.filter(({ caseId }) => caseId !== null)).toEqual([]);
    expect((await client.households.search({ query: '加班' })).hits.filter((hit) => hit.caseId !== null)).toEqual([]);
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

  test('another role gives the system administrator no word of a case, in entries, findings, progress or signals', async () => {
    const both = await officeAt('filed', '吴管理');
    const { client } = both;
    await client.staff.add({
      ...stranger,
      name: '兼任乙',
      roles: ['系统管理员', '承办人'],
      ...(await confirmedBy(client)),
    });
    await both.as('王建国');
    const film = await both.exhibit('现场检查录像（节选）');
    await flipByte(sealedFile(both.dir, film.sha256), 150_000);
    const stream = await client.desktop.signals();
    await both.as('兼任乙');
    const heard = await client.desktop.signals();
    const alarm = heard.next();
    const job = await both.ended((await client.supervision.verify()).id);
    expect(job.faults).toEqual([
      '另有1处涉及您无权查阅的案件或者材料，请法规科或者分管领导在“监督”里查看（第四十二条）。',
    ]);
    const entries = await client.supervision.audit({ limit: 500 });
    const kept = JSON.stringify([entries, await client.supervision.lastVerification(), await alarm]);
    expect(kept).not.toContain('录像');
    expect(kept).not.toContain('加班');
    expect(entries.find(({ verb }) => verb === '收取证据')).toMatchObject({ what: '案件内容不显示', detail: {} });
    expect(entries.find(({ verb }) => verb === '建立一户式档案')?.what).toContain('福满园');
    expect(await stream.next()).toMatchObject({ value: { kind: 'changed', areas: ['session'] } });
    expect(await stream.next()).toMatchObject({ done: true });
    await both.as('赵强');
    expect((await client.supervision.lastVerification()).job?.faults.join()).toContain('现场检查录像');
    await both[Symbol.asyncDispose]();
  });
});
