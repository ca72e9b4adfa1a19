import { expect, test } from 'vitest';
import { upload } from '../../../../main/sample/upload.ts';
import { byteRoutes } from '../../../../shared/contract/bytes.ts';
import { ExhibitDetails } from '../../../../shared/case-file.ts';
import { officeOfFile, refusalOf } from '../../../support/office.ts';

const office = await officeOfFile('filed', '周静');
const { client, workstation } = office;
const filed = await office.caseFile();
const caseId = filed.case.id;
const bring = (title: string) =>
  upload(workstation, client, {
    caseId,
    fileName: `${title}.txt`,
    mime: 'text/plain',
    content: Buffer.from(`${title} ${caseId}`),
    details: ExhibitDetails.parse({ title, kind: '书证' }),
  });

test('nothing enters a filed case before somebody else agreed', async () => {
  expect(await refusalOf(bring('准予执行裁定书'))).toMatchObject({ code: 'wrong-status', is: '已归档' });
  const asked = await client.archive.askSupplement({ caseId, reason: '2026年6月8日收到法院准予执行裁定书' });
  expect(asked).toMatchObject({ state: 'asked', askedBy: '周静' });
  expect(await refusalOf(client.archive.askSupplement({ caseId, reason: '再补一份' }))).toMatchObject({
    code: 'wrong-status',
  });
  expect(await refusalOf(bring('准予执行裁定书'))).toMatchObject({ code: 'wrong-status' });
  // Who asked cannot agree, whatever the roles; the archive cannot at all.
  expect(await refusalOf(client.archive.answerSupplement({ supplementId: asked.id, agreed: true }))).toMatchObject({
    code: 'not-allowed',
    article: 35,
  });
});

test('agreed to by 法规科, it becomes a volume of its own, and the first is what it was', async () => {
  const [before, inner] = await client.archive.volumes({ caseId });
  const pdf = await (await office.get(byteRoutes.volumePdf.url({ volumeId: before?.id ?? '' }))).arrayBuffer();
  const [asked] = await client.archive.supplements({ caseId });
  const supplementId = asked?.id ?? '';
  await office.as('赵强');
  expect(await refusalOf(client.archive.answerSupplement({ supplementId, agreed: false, opinion: '' }))).toMatchObject({
    code: 'invalid',
  });
  expect(await client.archive.answerSupplement({ supplementId, agreed: true })).toMatchObject({
    state: 'agreed',
    answeredBy: '赵强',
    opinion: '同意。',
  });

  await office.as('周静');
  const inspectorId = await office.personId('李敏');
  expect(await refusalOf(client.archive.makeSupplement({ supplementId, inspectorId }))).toMatchObject({
    code: 'not-yet',
  });
  await bring('准予执行裁定书');
  await bring('缴款凭证');
  const { jobId } = await client.archive.makeSupplement({ supplementId, inspectorId });
  expect(await office.ended(jobId)).toMatchObject({ state: 'done' });

  const volumes = await client.archive.volumes({ caseId });
  expect(volumes.map(({ archiveNo, items }) => [archiveNo, items])).toEqual([
    [before?.archiveNo, before?.items],
    [inner?.archiveNo, inner?.items],
    [`${before?.archiveNo ?? ''}-补1`, 2],
  ]);
  expect(volumes.slice(0, 2)).toEqual([before, inner]);
  expect(
    new Uint8Array(await (await office.get(byteRoutes.volumePdf.url({ volumeId: before?.id ?? '' }))).arrayBuffer()),
  ).toEqual(new Uint8Array(pdf));
  expect((await office.get(byteRoutes.volumePdf.url({ volumeId: volumes[2]?.id ?? '' }))).status).toBe(200);
  expect((await client.cases.open({ caseId })).file.volume).toEqual(before);
  expect((await client.archive.supplements({ caseId })).map(({ state, volumeId }) => [state, volumeId])).toEqual([
    ['made', volumes[2]?.id],
  ]);
  // It is over: nothing more enters, and what stands in the volume stays.
  expect(await refusalOf(bring('又一份'))).toMatchObject({ code: 'wrong-status' });
});

test('一户式 shows it under the first volume, packages offer it, 验证 proves it', async () => {
  const [householdId] = filed.parties.map((party) => party.householdId);
  const entries = await client.households.timeline({ householdId: householdId ?? '', caseId, kinds: ['案卷'] });
  expect(entries.map(({ title }) => title).filter((title) => title.includes('补1'))).toHaveLength(1);
  await office.as('赵强');
  const plan = await client.handover.plan({ caseId, kind: 'court', receivedAt: '2026-06-10' });
  expect(plan.items.filter(({ remark }) => remark === '补卷材料')).toMatchObject([
    { group: '其他', internal: true, late: false },
    { group: '其他', internal: true, late: false },
  ]);
  const { id: jobId } = await client.supervision.verify();
  expect(await office.ended(jobId)).toMatchObject({ state: 'done', faults: [] });
});
