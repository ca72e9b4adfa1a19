import { createHash } from 'node:crypto';
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRef,
  type PDFPage,
} from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { beforeAll, expect, test } from 'vitest';
import {
  buildDossier,
  type Dossier,
  type DossierItem,
  type DossierPlan,
} from '../../../../main/platform/print/dossier.ts';
import { UnreadableItem } from '../../../../main/platform/print/faults.ts';
import { printPaper } from '../../../../main/platform/print/paper.ts';
import { createTexts } from '../../../../main/platform/print/text.ts';
import { card, item, picture, plan } from './sample-dossier.ts';
import { jobs } from './sample-jobs.ts';
import { check, onPdf, shippedFonts, textOf } from './support.ts';

const fonts = shippedFonts();
const texts = createTexts();

const build = (of: DossierPlan, bytes: (Uint8Array | null)[]): Promise<Dossier> =>
  buildDossier(of, { fonts, texts, read: async (index) => bytes[index] ?? new Uint8Array(), onItem: () => undefined });

const pdfOf = async (pages: [number, number][], turn = 0): Promise<Uint8Array> => {
  const document = await PDFDocument.create();
  for (const size of pages) document.addPage(size).setRotation({ type: 'degrees', angle: turn } as never);
  return document.save();
};

const items: DossierItem[] = [
  item('立案审批表', { kind: 'pdf' }),
  item('现场照片', { kind: 'picture' }),
  item('询问张喆录像', { kind: 'card', card }),
  item('工资表', { kind: 'pdf' }),
];
let bytes: (Uint8Array | null)[];
let built: Dossier;

beforeAll(async () => {
  bytes = [
    (await printPaper(jobs.form(), fonts, texts)).pdf,
    await picture(1600, 1200, 'jpeg', 6),
    null,
    await pdfOf([
      [595, 842],
      [842, 595],
      [595, 842],
    ]),
  ];
  built = await build(plan(items), bytes);
});

test('pages are counted through the items, cover and closing sheet are not', () => {
  expect(built.rows).toEqual([
    { seq: 1, pageFrom: 1, pageTo: 2, remark: '' },
    { seq: 2, pageFrom: 3, pageTo: 3, remark: '' },
    { seq: 3, pageFrom: 4, pageTo: 4, remark: '' },
    { seq: 4, pageFrom: 5, pageTo: 7, remark: '' },
  ]);
  expect(built.pages).toBe(1 + 1 + 7 + 2);
  expect(check(built.pdf)).toContain('No syntax or stream encoding errors');
});

test('every page of an item carries its number, in the corner the office chose', async () => {
  const corner = (pdf: Uint8Array, page: number, y: number): string =>
    onPdf(pdf, 'pdftotext', (file) => [
      '-f',
      String(page),
      '-l',
      String(page),
      '-r',
      '72',
      '-x',
      '520',
      '-y',
      String(y),
      '-W',
      '75',
      '-H',
      '60',
      file,
      '-',
    ]).trim();
  expect([3, 4, 5, 6, 7, 9].map((page) => corner(built.pdf, page, 782))).toEqual(['1', '2', '3', '4', '5', '7']);
  expect([1, 2, 10].map((page) => corner(built.pdf, page, 782))).toEqual(['', '', '']);
  const upper = await build(
    plan(items, { stamp: { place: '右上角', text: '证据{item} 第{itemPage}页/共{itemPages}页（{page}）' } }),
    bytes,
  );
  expect(textOf(upper.pdf, 9)).toContain('证据4第3页/共3页（7）');
  expect(corner(upper.pdf, 9, 20)).toContain('7');
});

test('a number stands upright on a turned page and inside its visible box', async () => {
  for (const turn of [0, 90, 180, 270]) {
    const { pdf } = await build(plan([items[0]!], { cover: null, closing: null }), [await pdfOf([[595, 842]], turn)]);
    const [width, height] = turn % 180 === 0 ? [595, 842] : [842, 595];
    const [, x, y] =
      /<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>1<\/word>/.exec(
        onPdf(pdf, 'pdftotext', (file) => ['-f', '2', '-bbox', file, '-']),
      ) ?? [];
    expect(Number(x)).toBeGreaterThan(width! - 50);
    expect(Number(y)).toBeGreaterThan(height! - 60);
  }
});

const lookUp = (document: PDFDocument, value: unknown): PDFDict => document.context.lookup(value as PDFRef, PDFDict);

test('the catalogue gives first pages and leads to them', async () => {
  expect(textOf(built.pdf, 2)).toMatch(
    /1临江.*立案审批表.*202610091.*2临江.*现场照片.*202610093.*4临江.*工资表.*202610095–7/,
  );
  const document = await PDFDocument.load(built.pdf);
  const links = (document.getPage(1).node.Annots()?.asArray() ?? []).map((entry) => lookUp(document, entry));
  const targets = links.map((link) => link.lookup(PDFName.of('Dest'), PDFArray).get(0));
  const pages = document.getPages().map((page) => page.ref);
  expect(targets).toEqual([pages[2], pages[4], pages[5], pages[6]]);
  for (const link of links) {
    const [x1 = 0, , x2 = 0] = link
      .lookup(PDFName.of('Rect'), PDFArray)
      .asArray()
      .map((part) => (part as PDFNumber).asNumber());
    expect(x2 - x1).toBeGreaterThan(200);
  }
});

test('every item has a bookmark that opens its first page', async () => {
  const document = await PDFDocument.load(built.pdf);
  const root = document.catalog.lookup(PDFName.of('Outlines'), PDFDict);
  const marks: [string, number][] = [];
  for (let ref = root.get(PDFName.of('First')); ref; ref = lookUp(document, ref).get(PDFName.of('Next'))) {
    const mark = lookUp(document, ref);
    const page = mark.lookup(PDFName.of('Dest'), PDFArray).get(0);
    marks.push([
      mark.lookup(PDFName.of('Title'), PDFHexString).decodeText(),
      document.getPages().findIndex((candidate: PDFPage) => candidate.ref === page) + 1,
    ]);
  }
  expect(marks).toEqual([
    ['行政处罚决定书', 1],
    ['卷内文件目录', 2],
    ['1. 立案审批表', 3],
    ['2. 现场照片', 5],
    ['3. 询问张喆录像', 6],
    ['4. 工资表', 7],
    ['调查询问笔录', 10],
  ]);
});

test('a recording is represented by a card that says what it is and proves', () => {
  const said = textOf(built.pdf, 6);
  for (const part of [
    '音像（电子）资料说明卡',
    '执法记录仪DSJ-A8（编号0012）',
    '1小时45分0秒',
    '☑已告知',
    '当事人承认拖欠工资的事实。',
    card.sha256.slice(0, 8),
    card.sm3.slice(-8),
  ])
    expect(said).toContain(part);
});

test('equal input gives equal bytes', async () => {
  const hash = ({ pdf }: Dossier): string => createHash('sha256').update(pdf).digest('hex');
  expect(hash(await build(plan(items), bytes))).toBe(hash(built));
});

/** Where the red corner of a picture ends up on its page: left or right, upper or lower. */
async function redCorner(bytesOf: Uint8Array): Promise<string> {
  const { pdf } = await build(plan([item('照片', { kind: 'picture' })], { cover: null, closing: null }), [bytesOf]);
  const png = Buffer.from(
    onPdf(pdf, 'sh', (file) => ['-c', `pdftoppm -f 2 -r 20 -png ${file} | base64 -w0`]),
    'base64',
  );
  const { data, info } = await sharp(png).removeAlpha().raw().toBuffer({ resolveWithObject: true });
  let [x, y, count] = [0, 0, 0];
  for (let pixel = 0; pixel < info.width * info.height; pixel += 1) {
    if (data[pixel * 3]! > 200 && data[pixel * 3 + 1]! < 60)
      [x, y, count] = [x + (pixel % info.width), y + Math.floor(pixel / info.width), count + 1];
  }
  return `${y / count < info.height / 2 ? 'upper' : 'lower'} ${x / count < info.width / 2 ? 'left' : 'right'} ${info.width > info.height ? 'landscape' : 'portrait'}`;
}

test.each([
  [undefined, 'upper left landscape'],
  [3, 'lower right landscape'],
  [6, 'upper right portrait'],
  [8, 'lower left portrait'],
  [2, 'upper right landscape'],
  [5, 'upper left portrait'],
])('a photograph with EXIF orientation %s stands upright', async (orientation, corner) => {
  expect(await redCorner(await picture(1200, 900, 'jpeg', orientation))).toBe(corner);
});

test('a scan is placed byte for byte, a photograph larger than paper can show is made smaller', async () => {
  const scan = await picture(1654, 2339);
  const large = await picture(6000, 4000);
  const { pdf } = await build(plan([item('扫描件', { kind: 'picture' }), item('照片', { kind: 'picture' })]), [
    scan,
    large,
  ]);
  expect(Buffer.from(pdf).includes(Buffer.from(scan))).toBe(true);
  expect(onPdf(pdf, 'pdfimages', (file) => ['-list', file])).toMatch(/1654\s+2339[^]*3508\s+2339/);
});

test.each(['png', 'tiff'] as const)('a %s picture becomes a page', async (format) =>
  expect(await redCorner(await picture(400, 300, format))).toBe('upper left landscape'),
);

test('nothing active in a received file gets into the volume', async () => {
  const source = await PDFDocument.create();
  const page = source.addPage([595, 842]);
  source.addJavaScript('run', 'app.alert(1)');
  const action = source.context.obj({ S: 'Launch', F: 'calc.exe' });
  const looks = source.context.register(
    source.context.stream('0 0 10 10 re f', { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 10, 10] }),
  );
  page.node.set(PDFName.of('AA'), source.context.obj({ O: action }));
  page.node.set(
    PDFName.of('Annots'),
    source.context.obj([
      { Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], A: action },
      { Type: 'Annot', Subtype: 'Widget', Rect: [0, 0, 9, 9], A: action, AP: { N: looks } },
    ]),
  );
  source.catalog.set(PDFName.of('OpenAction'), action);
  const { pdf } = await build(plan([item('来件', { kind: 'pdf' })]), [await source.save()]);
  const plain = onPdf(pdf, 'qpdf', (file) => ['--qdf', '--object-streams=disable', file, '-']);
  expect(plain).not.toMatch(/JavaScript|Launch|calc\.exe|OpenAction|\/AA\b/);
  expect(plain).toContain('/Subtype /Stamp');
});

test('an item that cannot be read is refused by its name', async () => {
  const refusal = async (content: DossierItem['content'], of: Uint8Array): Promise<unknown> => {
    const error = await build(plan([item('扫描件一', content)]), [of]).catch((caught: unknown) => caught);
    return error instanceof UnreadableItem ? [error.title, error.why] : error;
  };
  const encrypted = await PDFDocument.load(await pdfOf([[595, 842]]));
  encrypted.encrypt({ userPassword: 'a', ownerPassword: 'b' });
  const paper = bytes[0]!;
  expect(await refusal({ kind: 'pdf' }, await encrypted.save())).toEqual(['扫描件一', 'encrypted']);
  expect(await refusal({ kind: 'pdf' }, new TextEncoder().encode('no pdf at all'))).toEqual(['扫描件一', 'damaged']);
  for (const part of [0.05, 0.5, 0.95])
    expect(await refusal({ kind: 'pdf' }, paper.slice(0, paper.length * part))).toEqual(['扫描件一', 'damaged']);
  expect(await refusal({ kind: 'picture' }, new TextEncoder().encode('no picture'))).toEqual(['扫描件一', 'type']);
  expect(await refusal({ kind: 'picture' }, (await picture(800, 600)).slice(0, 3_000))).toEqual([
    '扫描件一',
    'damaged',
  ]);
});

test('a file that is only locked against changes is read', async () => {
  const locked = await PDFDocument.load((await printPaper(jobs.form({ state: 'draft' }), fonts, texts)).pdf, {
    updateMetadata: false,
  });
  locked.encrypt({ userPassword: '', ownerPassword: 'b' });
  const { pdf } = await build(plan([item('扫描件一', { kind: 'pdf' })], { cover: null, closing: null }), [
    await locked.save(),
  ]);
  expect(textOf(pdf, 2)).toContain('立案审批表');
});

test('counts are filled where the cover asks for them', async () => {
  const template = {
    ...jobs.form().template,
    sections: [
      {
        title: '卷',
        fields: [
          { key: 'items', label: '件数', type: 'number' as const, required: true },
          { key: 'pages', label: '页数', type: 'number' as const, required: true },
        ],
      },
    ],
  };
  const { pdf } = await build(plan(items, { cover: jobs.form({ template, values: {}, approvals: [] }) }), bytes);
  expect(textOf(pdf, 1)).toMatch(/件数4页数7|件数页数47|4件数7页数/);
});

test('a volume without items has its cover and an empty catalogue', async () => {
  const { pages, rows, pdf } = await build(plan([]), []);
  expect([pages, rows]).toEqual([4, []]);
  expect(check(pdf)).toContain('No syntax or stream encoding errors');
});
