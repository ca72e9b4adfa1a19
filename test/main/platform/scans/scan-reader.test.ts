import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { writeBarcode } from 'zxing-wasm/writer';
import { codePlace } from '../../../../main/platform/print/code-place.ts';
import type { PaperJob } from '../../../../main/platform/print/job.ts';
import { printPaper } from '../../../../main/platform/print/paper.ts';
import { createTexts } from '../../../../main/platform/print/text.ts';
import { createPrinter } from '../../../../main/platform/print/printer.ts';
import { createScanReader, type ScanReader } from '../../../../main/platform/scans/scan-reader.ts';
import type { ScanPage, UnreadPage } from '../../../../main/platform/scans/scan-page.ts';
import type { Template } from '../../../../shared/template/template.ts';
import { failOnFault } from '../../../support/fail-on-fault.ts';
import { type Harm, opened, type Raw, rendered, scanned } from '../../../support/scanned.ts';
import { item, plan } from '../print/sample-dossier.ts';
import { jobs } from '../print/sample-jobs.ts';
import { check, fontsDir, onPdf, shippedFonts } from '../print/support.ts';

const printId = 'D8F031K7';
const jpeg = 'image/jpeg';
let reader: ScanReader;
let pdf: Uint8Array;
let pages: Raw[];

beforeAll(async () => {
  reader = createScanReader({ onFault: failOnFault });
  ({ pdf } = await printPaper({ ...jobs.letter(), state: 'issued', printId }, shippedFonts(), createTexts()));
  pages = await rendered(pdf, 150);
});
afterAll(() => reader.close());

async function all(bytes: Uint8Array, mime: string): Promise<(ScanPage | UnreadPage)[]> {
  const read: (ScanPage | UnreadPage)[] = [];
  for await (const page of reader.read({ bytes, mime })) read.push(page);
  return read;
}
async function only(bytes: Uint8Array, mime = jpeg): Promise<ScanPage> {
  const [page, ...more] = await all(bytes, mime);
  expect(more).toEqual([]);
  if (page === undefined || 'fault' in page) throw new Error(`not read: ${page?.fault}`);
  return page;
}
async function pdfOf(count: number): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let page = 0; page < count; page += 1) document.addPage([200, 200]);
  return document.save();
}
const first = (): Raw => pages[0] as Raw;

const harms: [string, Harm, number][] = [
  ['as it was printed', {}, 0],
  ['turned by 5°', { turned: 5 }, -5],
  ['turned back by 5°', { turned: -5 }, 5],
  ['on its head', { turned: 180 }, 180],
  ['on its side', { turned: 90 }, -90],
  ['on its other side, and a little more', { turned: 273 }, 87],
  ['blurred', { turned: 3, blur: 1.5 }, -3],
  ['noisy', { turned: -2, noise: 20 }, 2],
  ['pressed to JPEG 60', { turned: 1, noise: 12, quality: 60 }, -1],
  ['in uneven light', { turned: 2, shade: 0.6 }, -2],
  ['in poor light and noisy', { turned: 2, shade: 0.85, noise: 8 }, -2],
  ['signed, between black edges', { turned: 2, scribbled: true, border: 40 }, -2],
  ['all at once', { turned: -4, noise: 15, blur: 0.8, quality: 60, shade: 0.4, scribbled: true }, 4],
];

describe.each(harms)('a page %s', (_, harm, turned) => {
  it('is known, straightened to 0.2° and cropped to its sheet', async () => {
    const page = await only(await scanned(first(), harm));
    expect(page).toMatchObject({ code: { printId, page: 1 }, codes: 'both', straightened: true, dpi: 150 });
    expect(Math.abs(((page.turned - turned + 540) % 360) - 180)).toBeLessThan(0.2);
    expect(Math.abs(page.width - first().width)).toBeLessThanOrEqual(2);
    expect(Math.abs(page.height - first().height)).toBeLessThanOrEqual(2);
    expect(await sharp(page.picture).metadata()).toMatchObject({
      format: 'jpeg',
      width: page.width,
      height: page.height,
    });
    await expectCodeAtItsPlace(page);
  });
});

/** The dark finder edges of the left code are cut out of the picture where the printed page has them. */
async function expectCodeAtItsPlace({ picture, pixelsPerPoint, height }: ScanPage): Promise<void> {
  const pixels = pixelsPerPoint ?? 0;
  const module = (codePlace.side / 16) * pixels;
  const left = codePlace.left * pixels;
  const bottom = height - codePlace.bottom * pixels;
  const darkness = async (x: number, y: number, width: number, tall: number): Promise<number> =>
    255 -
    ((
      await sharp(
        await sharp(picture)
          .extract({ left: Math.round(x), top: Math.round(y), width: Math.round(width), height: Math.round(tall) })
          .toBuffer(),
      ).stats()
    ).channels[0]?.mean ?? 255);
  const along = codePlace.side * pixels;
  const edge = await darkness(left + module * 0.25, bottom - along, module * 0.5, along);
  const outside = await darkness(left - module * 1.5, bottom - along, module * 0.5, along);
  expect(edge).toBeGreaterThan(outside + 60);
}

test.each(['left', 'right'] as const)(
  'a page with a staple hole over its %s code is known by the other',
  async (staple) => {
    const page = await only(await scanned(first(), { turned: 3, staple }));
    expect(page).toMatchObject({ code: { printId, page: 1 }, codes: 'one', straightened: true, pixelsPerPoint: null });
    expect(Math.abs(page.turned + 3)).toBeLessThan(0.7);
  },
);

test.each([
  ['a little', { top: 0.03, right: 0.02 }, 0, true],
  ['from its foot', { top: 0.2, right: 0 }, 0, false],
  ['from its left side', { top: 0, right: 0.15 }, 0, false],
  ['from a corner, on its head', { top: 0.12, right: 0.1 }, 183, false],
])(
  'a photo from aside, %s, is known, and made flat only where its codes fit a sheet',
  async (_, tilt, angle, isFlat) => {
    const [page300] = await rendered(pdf, 300);
    if (page300 === undefined) throw new Error('no page');
    const page = await only(await scanned(page300, { tilted: tilt, turned: angle, blur: 0.8, noise: 5, shade: 0.4 }));
    expect(page).toMatchObject({ code: { printId, page: 1 }, codes: 'both', straightened: isFlat });
    if (!isFlat) expect(page).toMatchObject({ pixelsPerPoint: null, turned: angle === 0 ? 0 : 180 });
  },
);

/** A list of more than eight columns prints on a wide sheet. */
const wideList = (): PaperJob => {
  const job = jobs.list({ state: 'issued', printId: 'ABCDEFGH' });
  const columns = ['a', 'b', 'c'].map((key) => ({ key, label: key, type: 'text' }));
  const template = structuredClone(job.template) as Template;
  for (const field of template.sections.flatMap(({ fields }) => fields))
    if (field.type === 'rows') Object.assign(field, { fields: [...(field.fields ?? []), ...columns] });
  return { ...job, template };
};

test.each([4, 90, 184])('a wide sheet turned by %d° lies wide', async (turned) => {
  const wide = await printPaper(wideList(), shippedFonts(), createTexts());
  const [sheet] = await rendered(wide.pdf, 150);
  if (sheet === undefined) throw new Error('no page');
  expect(sheet.width).toBeGreaterThan(sheet.height);
  const page = await only(await scanned(sheet, { turned }));
  expect(page).toMatchObject({ code: { printId: 'ABCDEFGH', page: 1 }, codes: 'both', straightened: true });
  expect(Math.abs(page.width - sheet.width)).toBeLessThanOrEqual(2);
  expect(Math.abs(page.height - sheet.height)).toBeLessThanOrEqual(2);
});

describe('a picture that is no page of ours', () => {
  const blank = (): Raw => ({ data: Buffer.alloc(900 * 1200 * 3, 240), width: 900, height: 1200 });

  it('without a code stays as it is', async () => {
    const page = await only(await scanned(blank()));
    expect(page).toMatchObject({
      code: null,
      codes: 'none',
      turned: 0,
      straightened: false,
      width: 900,
      height: 1200,
      dpi: null,
    });
  });

  it('with the code of another program too', async () => {
    const { image } = await writeBarcode('(01)06901234567892', { format: 'DataMatrix', scale: 5 });
    const code = Buffer.from(await (image as Blob).arrayBuffer());
    const bytes = await opened(blank())
      .composite([{ input: code, left: 300, top: 300 }])
      .jpeg()
      .toBuffer();
    expect(await only(bytes)).toMatchObject({ code: null, codes: 'none' });
  });

  it('of two sheets says so', async () => {
    const other = await printPaper(
      { ...jobs.letter(), state: 'issued', printId: 'ABCDEFGH' },
      shippedFonts(),
      createTexts(),
    );
    const [second] = await rendered(other.pdf, 150);
    const right = await opened(second as Raw)
      .png()
      .toBuffer();
    const bytes = await opened(first())
      .extend({ right: first().width, background: '#ffffff' })
      .composite([{ input: right, left: first().width, top: 0 }])
      .jpeg()
      .toBuffer();
    expect(await only(bytes)).toMatchObject({ code: null, codes: 'several', straightened: false });
  });

  it('but a close photo of a foot is known, and not made a sheet of', async () => {
    const bytes = await opened(first()).extract({ left: 0, top: 1600, width: 400, height: 154 }).jpeg().toBuffer();
    expect(await only(bytes)).toMatchObject({
      code: { printId, page: 1 },
      codes: 'one',
      straightened: false,
      turned: 0,
    });
  });
});

describe('a file of several pages', () => {
  const harmed = async (): Promise<Buffer[]> =>
    Promise.all(pages.map((page, index) => scanned(page, { turned: index === 0 ? 2 : 181, noise: 6 })));
  const codes = [
    { index: 0, code: { printId, page: 1 }, codes: 'both' },
    { index: 1, code: { printId, page: 2 }, codes: 'both' },
  ];

  it('is read as TIFF', async () => {
    const tiff = await sharp(await harmed(), { join: { animated: true } })
      .tiff({ compression: 'lzw' })
      .toBuffer();
    expect(await all(tiff, 'image/tiff')).toMatchObject(codes);
  });

  it('is read as PDF, whose red stays red', async () => {
    const red = await opened(first())
      .composite([
        { input: { create: { width: 300, height: 300, channels: 3, background: '#d02020' } }, left: 700, top: 900 },
      ])
      .jpeg()
      .toBuffer();
    const file = await reader.join({
      title: '扫描',
      author: '',
      date: '2026-06-12',
      pages: [
        { picture: red, width: first().width, height: first().height },
        ...((await all((await harmed())[1] as Buffer, jpeg)) as ScanPage[]),
      ],
    });
    const read = (await all(file, 'application/pdf')) as ScanPage[];
    expect(read).toMatchObject(codes);
    const [page] = read;
    const spot = await sharp(page?.picture).extract({ left: 1000, top: 1300, width: 50, height: 50 }).toBuffer();
    const [r, g, b] = (await sharp(spot).stats()).channels.map(({ mean }) => mean);
    expect(r).toBeGreaterThan(180);
    expect(Math.max(g ?? 255, b ?? 255)).toBeLessThan(60);
  });

  it('loses only its bad page', async () => {
    const whole = await sharp(await harmed(), { join: { animated: true } })
      .tiff({ compression: 'deflate' })
      .toBuffer();
    const cut = Buffer.from(whole);
    // The strips of the first page follow its header; zeroes are no deflate stream.
    cut.fill(0, 2000, 30_000);
    expect(await all(cut, 'image/tiff')).toMatchObject([{ index: 0, fault: 'damaged' }, codes[1]]);
  });
});

test.each(['png', 'webp'] as const)('a %s is read', async (format) => {
  expect(await only(await opened(first()).toFormat(format).toBuffer(), `image/${format}`)).toMatchObject({
    codes: 'both',
  });
});

test('a photo stands as its camera meant it', async () => {
  const lying = await opened(first()).rotate(-90).jpeg().withMetadata({ orientation: 6 }).toBuffer();
  const page = await only(lying);
  expect(page.codes).toBe('both');
  expect(Math.abs(page.turned)).toBeLessThan(0.2);
});

describe('a file that cannot be read is refused by name', () => {
  const locked = (): Uint8Array => {
    const printed = onPdf(pdf, 'bash', (file) => ['-c', `qpdf --encrypt geheim geheim 256 -- ${file} - | base64 -w0`]);
    return Buffer.from(printed, 'base64');
  };
  const files: [string, () => Promise<Uint8Array> | Uint8Array, string, string][] = [
    ['no kind of scan', () => Buffer.from('hello'), 'text/plain', 'type'],
    [
      'a drawing called a picture',
      () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>'),
      'image/png',
      'type',
    ],
    ['rubbish', () => Buffer.from('%PDF-1.4 rubbish'), 'application/pdf', 'damaged'],
    ['half a PDF', () => pdf.subarray(0, pdf.length / 3), 'application/pdf', 'damaged'],
    ['nothing at all', () => new Uint8Array(), 'application/pdf', 'damaged'],
    ['a locked PDF', locked, 'application/pdf', 'encrypted'],
    ['a PDF of 501 pages', () => pdfOf(501), 'application/pdf', 'too-many-pages'],
    ['a file of more than 256 MiB', () => new Uint8Array(256 * 1024 * 1024 + 1), jpeg, 'too-large'],
  ];
  it.each(files)('%s', async (_, bytes, mime, why) => {
    await expect(all(await bytes(), mime)).rejects.toMatchObject({ name: 'UnreadableScan', why });
  });

  it('a picture that says it is larger than any memory', async () => {
    const bytes = await scanned(first());
    const frame = bytes.indexOf(Buffer.from([0xff, 0xc0]));
    bytes.writeUInt16BE(60_000, frame + 5);
    bytes.writeUInt16BE(60_000, frame + 7);
    await expect(all(bytes, jpeg)).rejects.toMatchObject({ name: 'UnreadableScan', why: 'too-large' });
  });

  it('a file that takes too long is given up', async () => {
    const hasty = createScanReader({ onFault: failOnFault, mostMs: 1 });
    const bytes = await scanned(first());
    await expect(hasty.read({ bytes, mime: jpeg }).next()).rejects.toMatchObject({ why: 'too-slow' });
    await hasty.close();
  });

  it('a photo cut off in the middle is a page that cannot be read', async () => {
    const whole = await scanned(first());
    expect(await all(whole.subarray(0, whole.length / 2), jpeg)).toEqual([{ index: 0, fault: 'damaged' }]);
  });

  it('and the thread reads on', async () => {
    expect(await only(await scanned(first()))).toMatchObject({ codes: 'both' });
  });
});

describe('the pages of a paper joined', () => {
  const joined = async (): Promise<Uint8Array> => {
    const read = await Promise.all(pages.map(async (page) => only(await scanned(page, { turned: 2 }))));
    return reader.join({
      title: '行政处罚决定书',
      author: '临江市人力资源和社会保障局',
      date: '2026-06-12',
      pages: read,
    });
  };

  it('are the same bytes each time: a PDF/A of A4 sheets', async () => {
    const [file, again] = [await joined(), await joined()];
    expect(Buffer.compare(file, again)).toBe(0);
    check(file);
    const info = onPdf(file, 'pdfinfo', (name) => [name]);
    expect(info).toMatch(/Pages:\s+2/);
    expect(info).toMatch(/595\.28 x 841\.89 pts \(A4\)/);
    expect(Buffer.from(file).includes('pdfaid:conformance')).toBe(true);
  });

  it('go into a volume', async () => {
    const printer = createPrinter({ fontsDir: fontsDir(), fontDirs: [], onFault: failOnFault });
    try {
      const volume = await printer.dossier(plan([item('行政处罚决定书', { kind: 'pdf' })]), { read: joined });
      check(volume.pdf);
      expect(volume.rows).toMatchObject([{ pageFrom: 1, pageTo: 2 }]);
    } finally {
      await printer.close();
    }
  });
});
