import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Paper } from '../../../../shared/case-file.ts';
import { livePrint, recordOf } from '../../../../shared/procedure/prints.ts';
import { readTray, receiveScan } from '../../../support/in-tray.ts';
import { type Office, officeAt, refusalOf } from '../../../support/office.ts';
import { rendered, scanned, type Harm } from '../../../support/scanned.ts';
import { sourceOfTwoPages } from '../../../support/source-values.ts';
import { tempDir } from '../../../support/temp-dir.ts';
import { draftOf } from '../documents/support.ts';

/** A paper printed to be signed, and its pages as a scanner gives them back. */
async function printedPaper(
  office: Office,
): Promise<{ paper: Paper; printId: string; scans: (harm?: Harm) => Promise<Buffer[]> }> {
  const draft = await draftOf(office, 'J01', sourceOfTwoPages);
  return printed(office, draft);
}

async function printed(office: Office, draft: Paper) {
  const paper = await office.client.documents.printToSign({ paperId: draft.id, version: draft.version });
  const printId = livePrint(paper)?.id ?? '';
  const scans = async (harm: Harm = {}): Promise<Buffer[]> => {
    const pdf = await (await office.get(`/papers/${paper.id}/prints/${printId}`)).arrayBuffer();
    const pages = await rendered(new Uint8Array(pdf), 150);
    return Promise.all(pages.map((page, index) => scanned(page, { ...harm, seed: index + 1 })));
  };
  return { paper, printId, scans };
}

const ids = (sheets: readonly { id: string }[]): string[] => sheets.map(({ id }) => id);

describe('signed sheets come back', () => {
  test('in any order, turned and upside down; each is proposed at its page, and placed by one act', async () => {
    await using office = await officeAt('begun', '李敏');
    const { paper, printId, scans } = await printedPaper(office);
    expect((await office.client.tray.list()).out).toMatchObject([{ printId, paperName: paper.name, pages: 2 }]);
    const [first, second] = await scans({ turned: 3.2, noise: 6, blur: 0.5 });
    const [, upside] = await scans({ turned: 180 });
    await receiveScan(office, '第二页.jpg', second ?? Buffer.alloc(0));
    const half = await readTray(office);
    expect(half.proposals).toMatchObject([{ printId, missing: [1], sheets: [{ page: 2 }] }]);
    expect(half.out).toEqual([]);
    await receiveScan(office, '第一页.jpg', first ?? Buffer.alloc(0));
    await receiveScan(office, '第二页再扫.jpg', upside ?? Buffer.alloc(0));
    const [proposal] = (await readTray(office)).proposals;
    expect(proposal).toMatchObject({
      paperId: paper.id,
      missing: [],
      voidReason: null,
      isBack: false,
      sheets: [
        { page: 1, fileName: '第一页.jpg', straightened: true },
        { page: 2, fileName: '第二页再扫.jpg' },
      ],
      doubles: [{ fileName: '第二页.jpg' }],
    });
    await office.client.tray.place({ printId, sheetIds: ids(proposal?.sheets ?? []) });
    const back = await office.paper('J01');
    expect(back.prints).toMatchObject([{ id: printId, voidReason: null, back: { pages: 2, by: '李敏' } }]);
    const signed = await office.get(`/papers/${paper.id}/signed/${printId}`);
    const sheets = await rendered(new Uint8Array(await signed.arrayBuffer()), 72);
    expect(sheets.map(({ width, height }) => [width, height])).toEqual([
      [595, 842],
      [595, 842],
    ]);
    const after = await readTray(office);
    expect(after.out).toEqual([]);
    expect(after.proposals).toMatchObject([{ isBack: true, missing: [1], sheets: [{ page: 2 }] }]);
  });

  test('issued after that, the signed sheets are the record of the paper', async () => {
    await using office = await officeAt('begun', '李敏');
    const { paper, printId, scans } = await printedPaper(office);
    for (const [index, scan] of (await scans()).entries()) await receiveScan(office, `${index}.jpg`, scan);
    const [proposal] = (await readTray(office)).proposals;
    await office.client.tray.place({ printId, sheetIds: ids(proposal?.sheets ?? []) });
    const signed = await office.client.documents.sign({
      paperId: paper.id,
      version: (await office.paper('J01')).version,
      signatures: [{ role: '登记人', name: '李敏', mode: '签名', at: '2026-03-02T09:30' }],
    });
    const issued = await office.client.documents.issue({ paperId: paper.id, version: signed.version });
    expect(recordOf(issued)).toEqual({ sha256: livePrint(issued)?.back?.sha256, pages: 2 });
    expect(issued.sha256).toBe(livePrint(issued)?.sha256);
  });

  test('of an old version are named, and cannot be placed', async () => {
    await using office = await officeAt('begun', '李敏');
    const { paper, printId, scans } = await printedPaper(office);
    const [old] = await scans();
    await office.client.documents.voidPrint({ paperId: paper.id, version: paper.version, reason: '事实写错了' });
    await receiveScan(office, '旧版.jpg', old ?? Buffer.alloc(0));
    const [proposal] = (await readTray(office)).proposals;
    expect(proposal).toMatchObject({ printId, voidReason: '事实写错了' });
    expect(await refusalOf(office.client.tray.place({ printId, sheetIds: ids(proposal?.sheets ?? []) }))).toMatchObject(
      { code: 'wrong-status' },
    );
    await office.client.tray.setAside({ sheetIds: ids(proposal?.sheets ?? []), fileId: null, reason: '旧版，作废' });
    expect((await readTray(office)).proposals).toEqual([]);
  });

  test('without a code wait until a person says which paper they are', async () => {
    await using office = await officeAt('begun', '李敏');
    const { printId, scans } = await printedPaper(office);
    const covered = await Promise.all((await scans()).map(withoutFoot));
    await receiveScan(office, '没有码.jpg', covered[0] ?? Buffer.alloc(0));
    await receiveScan(office, '没有码2.jpg', covered[1] ?? Buffer.alloc(0));
    const { unknown } = await readTray(office);
    expect(unknown.map(({ fileName, isForeign }) => [fileName, isForeign])).toEqual([
      ['没有码.jpg', false],
      ['没有码2.jpg', false],
    ]);
    const { client } = office;
    expect(
      await refusalOf(client.tray.place({ printId, sheetIds: unknown.flatMap(({ sheets }) => ids(sheets)) })),
    ).toMatchObject({ code: 'invalid' });
    for (const [index, { sheets }] of unknown.entries())
      await client.tray.assign({ printId, sheetIds: ids(sheets), firstPage: index + 1 });
    const [proposal] = (await readTray(office)).proposals;
    expect(proposal).toMatchObject({ missing: [], sheets: [{ byHand: true }, { byHand: true }] });
    await client.tray.place({ printId, sheetIds: ids(proposal?.sheets ?? []) });
    expect(livePrint(await office.paper('J01'))?.back?.pages).toBe(2);
  });

  test('of another office are foreign; what cannot be read says why', async () => {
    await using theirs = await officeAt('begun', '李敏');
    const { scans } = await printed(
      theirs,
      await draftOf(theirs, 'J01', { ...sourceOfTwoPages, reason: '别处的一件案子。' }),
    );
    const [foreign] = await scans();
    await using office = await officeAt('begun', '李敏');
    await receiveScan(office, '别处的.jpg', Buffer.from(foreign ?? []));
    await receiveScan(
      office,
      '坏的.pdf',
      Buffer.from('%PDF-1.7\nnothing that could be read\n%%EOF'),
      'application/pdf',
    );
    const tray = await readTray(office);
    expect(tray.unknown).toMatchObject([{ fileName: '别处的.jpg', isForeign: true }]);
    expect(tray.files).toMatchObject([{ fileName: '坏的.pdf' }]);
    expect(tray.files[0]?.fault).not.toBeNull();
  });

  test('become an exhibit: the very file they came in', async () => {
    await using office = await officeAt('begun', '李敏');
    const { scans } = await printedPaper(office);
    const [page] = await scans();
    const content = await withoutFoot(page ?? Buffer.alloc(0));
    await receiveScan(office, '工资条.jpg', content);
    const { unknown } = await readTray(office);
    const exhibit = await office.client.tray.toExhibit({
      sheetIds: unknown.flatMap(({ sheets }) => ids(sheets)),
      caseId: (await office.caseFile()).case.id,
      details: { title: '工资条', kind: '书证' } as never,
    });
    expect(exhibit).toMatchObject({ title: '工资条', fileName: '工资条.jpg', bytes: content.length });
    expect((await readTray(office)).unknown).toEqual([]);
  });

  test('scanned into the folder of the scanner are taken in by themselves, once, and stay there', async () => {
    await using office = await officeAt('begun', '李敏');
    const { printId, scans } = await printedPaper(office);
    const folder = await tempDir();
    const { ticket } = await office.client.desktop.typedFolder({ folder: folder });
    await office.client.tray.nameFolder({ folderTicket: ticket });
    for (const [index, scan] of (await scans()).entries()) await writeFile(join(folder, `${index}.jpg`), scan);
    await writeFile(join(folder, '说明.docx'), '不是扫描件');
    await expect
      .poll(async () => (await readTray(office)).proposals.map(({ missing }) => missing), { timeout: 30_000 })
      .toEqual([[]]);
    expect((await readTray(office)).proposals).toMatchObject([{ printId, doubles: [] }]);
    await new Promise((resume) => setTimeout(resume, 4_000));
    expect((await readTray(office)).proposals).toMatchObject([{ doubles: [] }]);
    expect((await readdir(folder)).toSorted()).toEqual(['0.jpg', '1.jpg', '说明.docx']);
    await office.client.tray.dropFolder();
    expect(await office.client.tray.folder()).toBeNull();
  });

  test('are seen by who may open the case, and by nobody else', async () => {
    await using office = await officeAt('approved', '王建国');
    const draft = await draftOf(office, 'J06', {});
    expect(draft.status).toBe('draft');
    await office.as('周静');
    expect(await office.client.tray.list()).toEqual({ proposals: [], unknown: [], files: [], out: [] });
  });
});

/** A page whose foot was cut off. */
describe('a sheet straightened by hand', () => {
  const pictureOf = async (office: Office, sheetId: string): Promise<Buffer> =>
    Buffer.from(await (await office.get(`/sheets/${sheetId}`)).arrayBuffer());

  test('is turned from how it was read, however often, and the file it came in stays', async () => {
    await using office = await officeAt('begun', '李敏');
    const { scans } = await printedPaper(office);
    const [first] = await scans({ turned: 2 });
    await receiveScan(office, '第一页.jpg', await withoutFoot(first ?? Buffer.alloc(0)));
    const sheetNow = async () => (await readTray(office)).unknown[0]!.sheets[0]!;
    const read = await sheetNow();
    const { id: sheetId } = read;
    const before = await pictureOf(office, sheetId);
    const turn = async (angle: number) => {
      await office.client.tray.straighten({ sheetId, angle });
      return sheetNow();
    };
    const straight = await turn(-2);
    expect(straight).toMatchObject({ angle: -2, quarters: 0, width: read.width, height: read.height });
    expect(straight.picture).not.toBe(read.picture);
    await turn(5.5);
    expect((await turn(-2)).picture).toBe(straight.picture);
    await office.client.tray.turn({ sheetId });
    expect(await sheetNow()).toMatchObject({ angle: -2, quarters: 1, width: read.height, height: read.width });
    for (const _ of [1, 2, 3]) await office.client.tray.turn({ sheetId });
    expect((await sheetNow()).picture).toBe(straight.picture);
    const { default: sharp } = await import('sharp');
    const darkOf = async (picture: Buffer): Promise<number> => (await sharp(picture).stats()).channels[0]?.mean ?? 0;
    await turn(0);
    expect(await darkOf(await pictureOf(office, sheetId))).toBeCloseTo(await darkOf(before), 0);
    await expect(turn(11)).rejects.toThrow();
  });
});

async function withoutFoot(page: Buffer): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const { width, height } = await sharp(page).metadata();
  return sharp(page)
    .extract({ left: 0, top: 0, width, height: Math.round(height * 0.92) })
    .jpeg()
    .toBuffer();
}
