import { PDFArray, PDFDict, PDFDocument, PDFName, type PDFRef } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, test } from 'vitest';
import { mediaIndexOf } from '../../../../main/features/archive/media-index.ts';
import { isRecording } from '../../../../shared/case-file.ts';
import { volumeKey } from '../../../../shared/procedure/volume-order.ts';
import { dayOf } from '../../../../shared/time/moments.ts';
import { plain } from '../../../../shared/contract/sentences.ts';
import { officeAt, officeOfFile, refusalOf, type Office } from '../../../support/office.ts';
import { onPdf, textOf } from '../../platform/print/support.ts';
import { send, sm3Of } from '../evidence/support.ts';

const office = await officeOfFile('filed', '王建国');
const { client } = office;
const file = await office.caseFile();
const filing = { retention: '永久', archiveNo: '20260009', situation: '卷内文件齐全。' };

async function make(entry: Office, over: Partial<typeof filing & { inspectorId: string }> = {}) {
  const {
    case: { id: caseId },
  } = await entry.caseFile();
  return entry.client.archive.make({ ...filing, inspectorId: await entry.personId('周静'), caseId, ...over });
}

test('a recording whose beginning cannot be read stands in the catalogue under the day it came', async () => {
  await using closed = await officeAt('closed', '王建国');
  const before = await closed.caseFile();
  const film = before.exhibits.find(isRecording);
  if (film === undefined) throw new Error('the sample has no recording');
  const { id: exhibitId, title, kind } = film;
  await closed.client.evidence.describe({ exhibitId, title, kind, startAt: '三月初' });
  const { rows } = await closed.client.archive.plan({ caseId: before.case.id });
  expect(rows.find((row) => row.exhibitId === exhibitId)?.date).toBe(dayOf(film.importedAt));
});

describe('the volume of the sample case', () => {
  let pdf: Uint8Array;
  let document: PDFDocument;
  beforeAll(async () => {
    pdf = new Uint8Array(await (await office.get(`/volumes/${file.volume?.id}/pdf`)).arrayBuffer());
    document = await PDFDocument.load(pdf);
  });

  /** What stands in the lower right corner of a page. */
  const stampOf = (page: number): string => {
    const { width, height } = document.getPage(page - 1).getSize();
    const corner = ['-x', Math.round(width - 85), '-y', Math.round(height - 67), '-W', 85, '-H', 67].map(String);
    return onPdf(pdf, 'pdftotext', (name) => [
      '-f',
      String(page),
      '-l',
      String(page),
      '-r',
      '72',
      ...corner,
      name,
      '-',
    ]).trim();
  };
  const stamped = (): number[] =>
    document
      .getPages()
      .map((_, index) => stampOf(index + 1))
      .filter((text) => /^\d+$/.test(text))
      .map(Number);

  test('says as many pages as it numbers (cover, catalogue and closing sheet are not), without a gap', () => {
    expect(stamped()).toEqual(Array.from({ length: file.volume?.pages ?? 0 }, (_, index) => index + 1));
    expect(document.getPageCount()).toBeGreaterThan(stamped().length);
    expect(stamped().length).toBeGreaterThan(file.volume?.items ?? 0);
  });

  test('says on its closing sheet where every recording is kept', () => {
    const closing = textOf(pdf, document.getPageCount());
    const recordings = file.exhibits.filter(isRecording);
    expect(recordings.length).toBeGreaterThan(1);
    for (const { sha256 } of recordings) expect(closing).toContain(sha256.slice(0, 12));
    expect(mediaIndexOf(file).map(({ content }) => content)).toEqual(recordings.map(({ title }) => title));
    const J53 = file.papers.find((paper) => paper.templateId === 'J53');
    const copied = J53 && {
      ...J53,
      values: { ...J53.values, media: [{ medium: '光盘', no: 'A-07', copiedAt: '2026-04-20', checked: true }] },
    };
    expect(mediaIndexOf({ exhibits: [], papers: copied ? [copied] : [] })).toEqual([
      { medium: '光盘', no: 'A-07', content: '音像资料长期保存的复制件', location: '保管人：周静' },
    ]);
  });

  test('stands in the order of the procedure, receipts behind what they serve, exhibits behind their paper', async () => {
    const planned = (await client.archive.plan({ caseId: file.case.id })).rows;
    const rows = planned.filter(({ part }) => part === '正卷').map((row) => row.title);
    const order = [
      '立案审批表',
      '调查询问通知书',
      '送达回证',
      '现场检查笔录',
      '现场照片',
      '现场检查录像（节选）',
      '行政处罚决定书',
    ];
    const places = order.map((title) => rows.indexOf(title));
    expect(places).not.toContain(-1);
    const [inspection, photo] = [rows.indexOf('现场检查笔录'), rows.indexOf('现场照片')];
    expect(photo).toBe(inspection + 1);
    // Who the party is stands with the paper the case begins with, not among the evidence.
    expect(rows.indexOf('营业执照副本复印件')).toBe(rows.indexOf('立案审批表') + 1);
    expect(rows.indexOf('送达回证')).toBe(rows.indexOf('调查询问通知书') + 1);
    expect(rows[rows.lastIndexOf('送达回证') - 1]).toBe('行政处罚决定书');
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    const inner = planned.filter(({ part }) => part === '副卷').map((row) => row.title);
    expect(inner).toEqual(['案源登记表', '调查终结报告', '陈述申辩复核意见书', '行政执法决定审批表', '结案审批表']);
  });

  test('its catalogue gives the page on which each item really begins, and leads there', async () => {
    const items = bookmarks(document).filter(({ title }) => /^\d+\. /.test(title));
    const front = items[0]?.page ?? 0;
    expect(items).toHaveLength(file.volume?.items ?? 0);
    const links = document
      .getPages()
      .slice(0, front)
      .flatMap((page) => page.node.Annots()?.asArray() ?? [])
      .map((ref) => document.context.lookup(ref as PDFRef, PDFDict));
    const targets = links.map((link) => pageOf(document, link.lookup(PDFName.of('Dest'), PDFArray).get(0) as PDFRef));
    expect(targets).toEqual(items.map((item) => item.page));
    const catalogue = Array.from({ length: front }, (_, index) => textOf(pdf, index + 1)).join('');
    let read = -1;
    for (const [index, item] of items.entries()) {
      const page = item.page - front + 1;
      expect([item.title, stampOf(item.page + 1)]).toEqual([item.title, String(page)]);
      const next = items[index + 1];
      const name = item.title.replace(/^\d+\. /, '').replaceAll(/\s/g, '');
      // The row says the title, the day and the page; rows of one title stand in their order.
      read = catalogue.indexOf(name, read + 1);
      expect(catalogue.slice(read)).toMatch(new RegExp(`^${escape(name)}.{0,20}?\\d{8}${page}`));
      if (next) expect(next.page).toBeGreaterThan(item.page);
    }
  });

  test('holds cover and closing sheet with filer and inspector, and every recording as a card with its hashes', () => {
    const cover = textOf(pdf, 1);
    for (const words of ['20260001', '永久', '辽人社监罚字〔2026〕第001号', '辽源市福满园餐饮有限公司'])
      expect(cover).toContain(words);
    const closing = textOf(pdf, document.getPageCount());
    for (const words of ['王建国', '周静']) expect(closing).toContain(words);
    const whole = textOf(pdf);
    for (const exhibit of file.exhibits.filter((candidate) => /^(audio|video)\//.test(candidate.mime))) {
      for (const words of [exhibit.title.replaceAll(/\s/g, ''), exhibit.sha256.toLowerCase(), '未转码', '文件时长9秒'])
        expect(whole.toLowerCase()).toContain(words.toLowerCase());
    }
  });

  test('a second volume of the case is refused', async () => {
    expect(await refusalOf(make(office))).toMatchObject({ code: 'wrong-status', is: '已归档' });
    expect(await client.archive.volumes({ caseId: file.case.id })).toHaveLength(2);
  });

  test('a filed case takes no exhibit, no paper and gives none up (第四十八条)', async () => {
    expect(await refusalOf(send(office, { fileName: '补.txt', content: Buffer.from('补的材料') }))).toMatchObject({
      code: 'wrong-status',
      is: '已归档',
    });
    const [paper] = file.papers;
    expect(
      await refusalOf(
        client.documents.void({ paperId: paper?.id ?? '', version: paper?.version ?? 0, reason: '归档以后作废' }),
      ),
    ).toMatchObject({ code: 'wrong-status', is: '已归档' });
    expect(
      await refusalOf(client.evidence.withdraw({ exhibitId: file.exhibits[0]?.id ?? '', reason: '归档以后撤下' })),
    ).toMatchObject({ code: 'wrong-status', is: '已归档' });
    expect(await refusalOf(client.documents.create({ caseId: file.case.id, templateId: 'J07' }))).toMatchObject({
      code: 'not-yet',
    });
  });
});

describe('filing', () => {
  test('thirty days from the end of execution, and late it is shown as late (第三十五条)', async () => {
    await using entry = await officeAt('closed', '王建国');
    const [waiting] = await entry.client.archive.queue();
    expect(waiting).toMatchObject({ closedAt: '2026-04-15', due: '2026-05-15', overdue: false });
    entry.at('2026-06-01T09:00');
    expect((await entry.client.archive.queue())[0]?.overdue).toBe(true);
    expect((await entry.client.inbox.list()).todo.find(({ period }) => period?.ruleId === 'S35')).toMatchObject({
      overdue: true,
    });
  });

  test('the inspector is not the filer, the number is new, the case is closed', async () => {
    await using entry = await officeAt('closed', '王建国');
    expect(await refusalOf(make(entry, { inspectorId: await entry.personId('王建国') }))).toMatchObject({
      code: 'invalid',
      problems: [{ field: 'inspectorId', article: 35 }],
    });
    await using open = await officeAt('approved', '王建国');
    expect(await refusalOf(make(open))).toMatchObject({ code: 'wrong-status', is: '尚未结案' });
  });

  test('what the checks find against filing blocks it, by sentence and article', async () => {
    await using other = await officeAt('closed', '王建国');
    const performance = await other.paper('J39');
    await other.client.documents.void({
      paperId: performance.id,
      version: performance.version,
      reason: '金额填写有误',
    });
    const refusal = await refusalOf(make(other));
    expect(refusal).toMatchObject({ code: 'findings', act: '立卷归档', overridable: true });
    expect(plain(refusal)).toContain('行政处罚决定书没有履行情况记录');
    const overrides =
      refusal.code === 'findings'
        ? [...new Set(refusal.findings.map((finding) => finding.checkId))].map((checkId) => ({
            checkId,
            reason: '缴款凭证在卷，正在补办',
          }))
        : [];
    const {
      case: { id: caseId },
    } = await other.caseFile();
    const { jobId } = await other.client.archive.make({
      ...filing,
      caseId,
      inspectorId: await other.personId('周静'),
      overrides,
    });
    expect(await other.ended(jobId)).toMatchObject({ state: 'done' });
    const [entry] = (await other.client.cases.history({ caseId })).filter((each) => each.verb === '立卷归档');
    expect(entry?.detail['overrides']).toEqual(overrides);
  });

  test('the order the archivist gave is the order of the volume, and 责任者 is named short', async () => {
    await using entry = await officeAt('closed', '王建国');
    const {
      case: { id: caseId },
    } = await entry.caseFile();
    const { rows } = await entry.client.archive.plan({ caseId });
    const order = rows.map(volumeKey).toReversed();
    const inspectorId = await entry.personId('周静');
    const { jobId } = await entry.client.archive.make({ ...filing, caseId, inspectorId, order });
    const { resultId } = await entry.ended(jobId);
    const pdf = new Uint8Array(await (await entry.get(`/volumes/${resultId}/pdf`)).arrayBuffer());
    const titles = bookmarks(await PDFDocument.load(pdf)).flatMap(({ title }) => /^\d+\. (.*)$/.exec(title)?.[1] ?? []);
    const outer = rows.filter(({ part }) => part === '正卷');
    expect(titles).toEqual(outer.map(({ title }) => title).toReversed());
    expect(rows[0]?.responsible).toBe('辽源市人社局');
    const [made] = (await entry.client.cases.history({ caseId })).filter(({ verb }) => verb === '立卷归档');
    expect(made?.detail['ownOrder']).toBe(true);
  });

  test('pressed twice at once one volume is made', async () => {
    await using entry = await officeAt('closed', '王建国');
    const both = await Promise.allSettled([make(entry), make(entry, { archiveNo: '20260010' })]);
    const started = both.flatMap((each) => (each.status === 'fulfilled' ? [each.value.jobId] : []));
    expect(started).toHaveLength(1);
    for (const jobId of started) await entry.ended(jobId);
    const { case: done } = await entry.caseFile();
    const volumes = await entry.client.archive.volumes({ caseId: done.id });
    expect([done.state, volumes.map(({ part }) => part)]).toEqual(['filed', ['正卷', '副卷']]);
  });

  test('a file taken in a moment ago stands in it with its SM3', async () => {
    await using entry = await officeAt('closed', '王建国');
    const content = Buffer.alloc(8 * 1024 * 1024, '门禁记录\n');
    const taken = await send(entry, { fileName: '门禁记录.txt', content });
    expect(taken.sm3).toBeNull();
    const { jobId } = await make(entry);
    const job = await entry.ended(jobId);
    expect(job).toMatchObject({ state: 'done' });
    const pdf = new Uint8Array(await (await entry.get(`/volumes/${job.resultId}/pdf`)).arrayBuffer());
    expect(textOf(pdf).toLowerCase()).toContain(await sm3Of(content));
  });

  test('what changes while the volume is printed is not filed over', async () => {
    await using entry = await officeAt('closed', '王建国');
    const { jobId } = await make(entry);
    await entry.client.evidence.withdraw({ exhibitId: (await entry.exhibit('现场照片')).id, reason: '重复的照片' });
    const job = await entry.ended(jobId);
    expect([job.state, job.faults.join('')]).toEqual(['failed', expect.stringContaining('改过')]);
    expect((await entry.caseFile()).case.state).toBe('closed');
  });
});

const escape = (text: string): string => text.replaceAll(/[()[\]{}.*+?^$|\\]/g, String.raw`\$&`);
const pageOf = (document: PDFDocument, ref: PDFRef): number =>
  document.getPages().findIndex((page) => page.ref === ref);

function bookmarks(document: PDFDocument): { title: string; page: number }[] {
  const root = document.catalog.lookup(PDFName.of('Outlines'), PDFDict);
  const marks: { title: string; page: number }[] = [];
  for (let ref = root.get(PDFName.of('First')); ref;) {
    const mark = document.context.lookup(ref as PDFRef, PDFDict);
    const title = mark.get(PDFName.of('Title')) as unknown as { decodeText: () => string };
    marks.push({
      title: title.decodeText(),
      page: pageOf(document, mark.lookup(PDFName.of('Dest'), PDFArray).get(0) as PDFRef),
    });
    ref = mark.get(PDFName.of('Next'));
  }
  return marks;
}
