import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Paper } from '../../../../shared/case-file.ts';
import { awaitsSheets, livePrint, recordOf } from '../../../../shared/procedure/prints.ts';
import type { Ink } from '../../../../shared/template/sign-place.ts';
import { ink } from '../../../support/ink.ts';
import { officeAt, refusalOf } from '../../../support/office.ts';
import { sourceValues } from '../../../support/source-values.ts';
import { opened, rendered } from '../../../support/scanned.ts';
import { check, textOf } from '../../platform/print/support.ts';
import { draftOf } from './support.ts';

const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const READ = [{ page: 1, at: '2026-03-02T01:31:00.000Z' }];

const complaint = {
  sourceType: '投诉',
  channel: '来访',
  informantName: '赵某',
  informantPhone: '13800000000',
  demand: '支付加班工资。',
};

/** A 案源登记表 somebody came with: who complained signs it, and who registered it. */
async function printed(values: Record<string, string> = complaint) {
  const office = await officeAt('begun', '李敏');
  const draft = await draftOf(office, 'J01', { ...sourceValues, ...values });
  const { client } = office;
  const paper = await client.documents.printToSign({ paperId: draft.id, version: draft.version });
  const print = livePrint(paper);
  if (print === null) throw new Error('nothing was printed');
  const pdf = async (kind: 'prints' | 'signed' = 'prints'): Promise<Uint8Array> =>
    new Uint8Array(await (await office.get(`/papers/${paper.id}/${kind}/${print.id}`)).arrayBuffer());
  const sign = ({ version }: Pick<Paper, 'version'>, role: string, name: string, index = 0) =>
    client.documents.signOnScreen({
      paperId: paper.id,
      version,
      printId: print.id,
      role,
      index,
      name,
      ink: ink(),
      read: READ,
    });
  return { office, client, paper, print, pdf, sign, [Symbol.asyncDispose]: () => office[Symbol.asyncDispose]() };
}

async function fileSealedAs(dir: string, hash: string): Promise<string> {
  const names = await readdir(join(dir, 'vault'), { recursive: true });
  const name = names.find((each) => each.endsWith(hash));
  if (name === undefined) throw new Error(`nothing is sealed as ${hash}`);
  return join(dir, 'vault', name);
}

test('a print knows where each person signs', async () => {
  await using desk = await printed();
  expect(desk.print.places?.map(({ role, index, page }) => ({ role, index, page }))).toEqual([
    { role: '登记人', index: 0, page: 1 },
    { role: '处理意见人', index: 0, page: 1 },
    { role: '投诉人', index: 0, page: 1 },
  ]);
});

test('those of one paper sign one after the other; the sheets are frozen each time and are the record in the end', async () => {
  await using desk = await printed();
  const before = await desk.pdf();
  const first = await desk.sign(desk.paper, '投诉人', '赵某');
  expect(first.signatures).toMatchObject([{ role: '投诉人', name: '赵某', mode: '签名' }]);
  expect(awaitsSheets(first)).toBe(true);
  const once = await desk.pdf();
  expect(livePrint(first)?.onScreen).toMatchObject([{ role: '投诉人', by: '李敏', sha256: sha256(once) }]);
  expect(sha256(once)).not.toBe(sha256(before));
  const second = await desk.sign(first, '登记人', '李敏');
  expect(awaitsSheets(second)).toBe(false);
  const print = livePrint(second);
  const back = await desk.pdf('signed');
  expect(print?.back).toMatchObject({ sha256: sha256(back), pages: print?.pages, by: '李敏', onScreen: true });
  expect(recordOf(second)).toEqual({ sha256: sha256(back), pages: print?.pages });
  check(back);
  const text = textOf(back);
  expect(text.match(/2026年3月2日/g)?.length).toBeGreaterThanOrEqual(2);
  if (process.env['LOOK'])
    for (const [index, page] of (await rendered(back, 110)).entries())
      writeFileSync(`${process.env['LOOK']}/signed-${index + 1}.png`, await opened(page).png().toBuffer());
  const issued = await desk.client.documents.issue({ paperId: second.id, version: second.version });
  expect(issued).toMatchObject({ status: 'issued', sha256: desk.print.sha256 });
  expect(recordOf(issued)?.sha256).toBe(sha256(back));
});

test('the strokes are sealed apart from the sheets, and missed by the verification', async () => {
  await using desk = await printed({});
  const signed = await desk.sign(desk.paper, '登记人', '李敏');
  const sealed = await fileSealedAs(desk.office.dir, livePrint(signed)?.onScreen?.[0]?.ink ?? '');
  expect(String(await readFile(sealed))).not.toContain('strokes');
  await rm(sealed);
  await desk.office.as('赵强');
  const job = await desk.client.supervision.verify();
  expect((await desk.office.ended(job.id)).faults.join('\n')).toContain(`《${signed.name}》屏上签名的笔迹`);
});

test('a signature on a screen is not registered otherwise, and goes with the print that is voided', async () => {
  await using desk = await printed({});
  const signed = await desk.sign(desk.paper, '登记人', '李敏');
  const now = { paperId: signed.id, version: signed.version };
  expect(await refusalOf(desk.client.documents.sign({ ...now, signatures: [] }))).toMatchObject({ code: 'invalid' });
  const open = await desk.client.documents.voidPrint({ ...now, reason: '事实写错了一处' });
  expect(open).toMatchObject({ signatures: [], prints: [{ voidReason: '事实写错了一处' }] });
  expect(await refusalOf(desk.sign(open, '登记人', '李敏'))).toMatchObject({ code: 'wrong-status' });
});

test('is refused for a slip of the pen, a place that is taken, one that is not there, and out of turn', async () => {
  await using desk = await printed({});
  const dot: Ink = { ...ink(), strokes: [[[10, 10, 0.5, 0]]] };
  const { paper, print } = desk;
  const slip = { paperId: paper.id, version: paper.version, printId: print.id, role: '登记人', index: 0, name: '李敏' };
  expect(await refusalOf(desk.client.documents.signOnScreen({ ...slip, ink: dot, read: READ }))).toMatchObject({
    code: 'invalid',
  });
  expect(await refusalOf(desk.sign(paper, '投诉人', '赵某'))).toMatchObject({ code: 'invalid' });
  expect(await refusalOf(desk.sign(paper, '登记人', '李敏', 1))).toMatchObject({ code: 'invalid' });
  const signed = await desk.sign(paper, '登记人', '李敏');
  expect(await refusalOf(desk.sign(signed, '登记人', '李敏'))).toMatchObject({ code: 'invalid' });
  expect(await refusalOf(desk.sign(paper, '登记人', '李敏'))).toMatchObject({ code: 'stale' });
});
