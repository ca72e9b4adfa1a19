import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Desktop, PageOrder, PrintOrder } from '../../../../main/platform/host.ts';
import { officeAt, type Office, refusalOf } from '../../../support/office.ts';
import { openWorkstation } from '../../../support/open-workstation.ts';
import { copyOfStage } from '../../../support/office-profile.ts';
import { samplePassword } from '../../../../main/sample/sample.ts';
import { temporaryFolder } from '../../../support/profile.ts';
import type { Letter } from '../../../../shared/procedure/mailing.ts';
import { textOf } from '../../platform/print/support.ts';

/** The office after its decision, with a printer that keeps what it is sent, or is out of paper. */
function withPrinter(print: (order: PrintOrder) => Promise<void>) {
  const printers = async () => ({ names: ['窗口打印机'], usual: '窗口打印机' });
  return withDesktop({ kind: 'headless', printers, print });
}

async function withDesktop(desktop: Desktop) {
  const dir = await copyOfStage('approved');
  const opened = await openWorkstation(dir, () => new Date('2026-04-03T09:00:00+08:00'), { desktop });
  const { people } = await opened.client.session.state();
  const personId = people.find(({ name }) => name === '王建国')?.personId ?? '';
  await opened.client.session.unlock({ personId, password: samplePassword });
  const [item] = await opened.client.cases.list({});
  const { file } = await opened.client.cases.open({ caseId: item?.id ?? '' });
  return { ...opened, file };
}

const paperOf = async (office: Office, templateId: string) =>
  (await office.caseFile()).papers.find((paper) => paper.templateId === templateId && paper.status === 'issued')!;

test('a set goes to the printer, each paper so many times, and stands in 印制记录 with whom it was for', async () => {
  const orders: PrintOrder[] = [];
  const { client, workstation, file } = await withPrinter(
    async (order) => void orders.push({ ...order, pdf: Uint8Array.from(order.pdf) }),
  );
  const issued = (templateId: string) => file.papers.find((paper) => paper.templateId === templateId)!;
  const [filing, notice] = [issued('J04'), issued('J21')];
  expect((await client.desktop.printers()).usual).toBe('窗口打印机');
  const record = await client.documents.printSet({
    caseId: file.case.id,
    printer: '窗口打印机',
    isPrinted: false,
    bothSides: true,
    items: [
      { paperId: filing.id, copies: ['卷'] },
      { paperId: notice.id, copies: ['当事人', '卷', '留存'], pages: '1' },
    ],
  });
  expect(orders.map(({ pdf, ...order }) => [order, Buffer.from(pdf).subarray(0, 5).toString()])).toEqual([
    [{ printer: '窗口打印机', copies: 1, bothSides: true, pages: [], medium: 'A4' }, '%PDF-'],
    [{ printer: '窗口打印机', copies: 3, bothSides: true, pages: [1], medium: 'A4' }, '%PDF-'],
  ]);
  expect(record.slice(0, 2)).toMatchObject([
    {
      who: '王建国',
      verb: '打印',
      paperId: notice.id,
      copies: ['当事人', '卷', '留存'],
      pages: [1],
      printer: '窗口打印机',
    },
    { verb: '打印', paperId: filing.id, copies: ['卷'], pages: [], sha256: filing.sha256 },
  ]);
  expect(record.map(({ verb }) => verb)).toContain('出具文书');
  await workstation.close();
});

test('what the printer refused is not on record, and what it took before is', async () => {
  let taken = 0;
  const { client, workstation, file } = await withPrinter(async () => {
    taken += 1;
    if (taken > 1) throw new Error('out of paper');
  });
  const [first, second] = file.papers.filter(({ status }) => status === 'issued');
  const items = [first!, second!].map(({ id }) => ({ paperId: id, copies: ['卷'] }));
  const set = { caseId: file.case.id, printer: '窗口打印机', isPrinted: false, bothSides: false, items };
  expect(await refusalOf(client.documents.printSet(set))).toMatchObject({ code: 'printer', what: second!.name });
  const record = await client.documents.printedOut({ caseId: file.case.id });
  expect(record.filter(({ verb }) => verb === '打印').map(({ paperId }) => paperId)).toEqual([first!.id]);
  await workstation.close();
});

test('pages there are not, a draft, and a case of others are refused', async () => {
  await using office = await officeAt('approved', '王建国');
  const notice = await paperOf(office, 'J21');
  const one = (pages: string) => ({
    caseId: notice.caseId,
    printer: '',
    isPrinted: true,
    bothSides: true,
    items: [{ paperId: notice.id, copies: ['卷'], pages }],
  });
  expect(await refusalOf(office.client.documents.printSet(one('9')))).toMatchObject({
    code: 'invalid',
    problems: [{ sentence: expect.stringContaining('页码请写成 2 或者 1-3,5。') }],
  });
  const draft = await office.client.documents.create({ caseId: notice.caseId, templateId: 'J32' });
  const set = { ...one(''), items: [{ paperId: draft.id, copies: ['卷'] }] };
  expect(await refusalOf(office.client.documents.printSet(set))).toMatchObject({ code: 'wrong-status' });
  await office.as('吴管理');
  expect(await refusalOf(office.client.documents.printSet(one('')))).toMatchObject({ code: 'not-allowed' });
});

test('papers are saved as PDF where the person says, never over another file, and that is on record', async () => {
  await using office = await officeAt('approved', '王建国');
  await using target = await temporaryFolder('saved-pdfs');
  const notice = await paperOf(office, 'J21');
  const { ticket } = await office.client.desktop.typedFolder({ folder: target.path });
  const save = () =>
    office.client.documents.savePdfs({ caseId: notice.caseId, paperIds: [notice.id], folderTicket: ticket });
  const { files } = await save();
  expect(readdirSync(target.path)).toEqual(files);
  expect(readFileSync(join(target.path, files[0]!)).subarray(0, 5).toString()).toBe('%PDF-');
  expect(await refusalOf(save())).toMatchObject({ code: 'folder', why: 'exists' });
  const [entry] = await office.client.documents.printedOut({ caseId: notice.caseId });
  expect(entry).toMatchObject({ verb: '另存', paperId: notice.id, who: '王建国' });
});

test('where the window prints its own page, main only puts on record what was printed, and tells what was not', async () => {
  const pages: PageOrder[] = [];
  const printPage = async (order: PageOrder) => {
    if (order.printer === 'off') throw new Error('Print job failed');
    pages.push(order);
  };
  const printers = async () => ({ names: ['off', 'on'], usual: null });
  const opened = await withDesktop({ kind: 'headless', printers, printPage });
  const { client, workstation, file } = opened;
  expect(await client.desktop.printers()).toEqual({ names: ['off', 'on'], usual: null, take: 'page' });
  await client.desktop.printPage({ printer: 'on', bothSides: true, medium: 'EMS' });
  expect(pages).toEqual([{ printer: 'on', bothSides: true, medium: { width: 230, height: 127 } }]);
  const refused = client.desktop.printPage({ printer: 'off', bothSides: true, medium: 'A4' });
  expect(await refusalOf(refused)).toEqual({ code: 'printer', printer: 'off', what: '' });
  const [entry] = await client.documents.printSet({
    caseId: file.case.id,
    printer: 'on',
    isPrinted: true,
    bothSides: true,
    items: [{ paperId: file.papers[0]!.id, copies: ['卷'] }],
  });
  expect(entry).toMatchObject({ verb: '打印', printer: 'on' });
  await workstation.close();
});

/** What a person chose for a letter with these papers. */
const letterWith = (paperIds: string[]): Letter => ({
  kind: 'DL',
  moved: { x: 1.5, y: -2 },
  boxes: true,
  to: { name: '陈福来', address: '辽源市西安区某路9号', phone: '', postcode: '136201' },
  paperIds,
});

test('an envelope goes to the printer on its own medium, and to whom, and what lies in it, stands in 印制记录', async () => {
  const orders: PrintOrder[] = [];
  const { client, workstation, file } = await withPrinter(
    async (order) => void orders.push({ ...order, pdf: Uint8Array.from(order.pdf) }),
  );
  const issued = (templateId: string) => file.papers.find((paper) => paper.templateId === templateId)!;
  const [notice, plan] = [issued('J21'), issued('J04')];
  const caseId = file.case.id;
  const letter = letterWith([notice.id, plan.id]);
  const [entry] = await client.documents.printLetter({ caseId, letter, printer: '窗口打印机', isPrinted: false });
  expect(orders).toMatchObject([
    { printer: '窗口打印机', copies: 1, bothSides: false, pages: [], medium: { width: 220, height: 110 } },
  ]);
  expect(textOf(orders[0]!.pdf)).toContain('辽源市西安区某路9号陈福来收');
  expect(entry).toMatchObject({ verb: '打印', who: '王建国', copies: ['陈福来'], printer: '窗口打印机' });
  expect(entry?.what).toContain(`${notice.name}　${notice.number}、${plan.name}　${plan.number}`);
  // The paper itself was not printed by that.
  expect(entry?.paperId).not.toBe(notice.id);
  await workstation.close();
});

test('a letter is saved as PDF; a draft never lies in one, nor a paper of another case', async () => {
  await using office = await officeAt('approved', '王建国');
  await using target = await temporaryFolder('saved-letters');
  const notice = await paperOf(office, 'J21');
  const { ticket } = await office.client.desktop.typedFolder({ folder: target.path });
  const save = (...papers: string[]) =>
    office.client.documents.saveLetter({ caseId: notice.caseId, letter: letterWith(papers), folderTicket: ticket });
  const draft = await office.client.documents.create({ caseId: notice.caseId, templateId: 'J32' });
  expect(await refusalOf(save(notice.id, draft.id))).toMatchObject({ code: 'wrong-status', act: '邮寄' });
  expect(await refusalOf(save(notice.caseId))).toMatchObject({ code: 'not-found' });
  expect(readdirSync(target.path)).toEqual([]);
  await save(notice.id);
  expect(readdirSync(target.path)).toEqual(['DL 信封 陈福来.pdf']);
  expect((await office.client.documents.printedOut({ caseId: notice.caseId }))[0]).toMatchObject({ verb: '另存' });
});
