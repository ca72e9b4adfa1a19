import { createHash } from 'node:crypto';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import type { ItemContent } from '../../../../main/platform/print/adopt-item.ts';
import { buildDossier, type Dossier } from '../../../../main/platform/print/dossier.ts';
import { createTexts } from '../../../../main/platform/print/text.ts';
import { card, item, picture, plan } from './sample-dossier.ts';
import { check, onPdf, shippedFonts, textOf } from './support.ts';

const fonts = shippedFonts();
const texts = createTexts();
/** A volume of one item, whose pages follow the catalogue. */
const bound = (content: ItemContent, bytes: Uint8Array): Promise<Dossier> =>
  buildDossier(plan([item('来件', content)], { cover: null, closing: null }), {
    fonts,
    texts,
    read: async () => bytes,
    onItem: () => undefined,
  });
const first = 2;

async function pdfSaying(word: string): Promise<Buffer> {
  const document = await PDFDocument.create();
  const page = document.addPage([595, 842]);
  page.drawText(word, { x: 72, y: 700, font: await document.embedFont(StandardFonts.Helvetica) });
  return Buffer.from(await document.save({ useObjectStreams: false }));
}
const pdf = await pdfSaying('WHOLE');

describe('PDFs with something around them', () => {
  test.each<[string, Buffer]>([
    ['zeros behind it', Buffer.concat([pdf, Buffer.alloc(80_508)])],
    ['a page of HTML behind it', Buffer.concat([pdf, Buffer.from('<html><body>ad</body></html>\n'.repeat(200))])],
    ['other bytes before it', Buffer.concat([Buffer.from('\r\n   '.repeat(50)), pdf])],
  ])('%s', async (_, bytes) => {
    const { pdf: volume, rows } = await bound({ kind: 'pdf', instead: card }, bytes);
    expect(rows[0]).toEqual({ seq: 1, pageFrom: 1, pageTo: 1, remark: '' });
    expect(textOf(volume, first)).toContain('WHOLE');
    expect(check(volume)).toContain('No syntax or stream encoding errors');
  });
});

/** A PDF whose Chinese is drawn with a font that only the machine it was made on is sure to have. */
function pdfWithoutFont(): Buffer {
  const content = 'BT /F1 16 Tf 72 760 Td <b9a4d7ca> Tj ET';
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type0/BaseFont/FangSong/Encoding/GBK-EUC-H/DescendantFonts[6 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType2/BaseFont/FangSong/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/FontDescriptor 7 0 R>>',
    '<</Type/FontDescriptor/FontName/FangSong/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 859/Descent -141/CapHeight 700/StemV 80>>',
  ];
  let text = '%PDF-1.5\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}

test('the catalogue says which PDF does not carry its fonts', async () => {
  const { pdf: volume, rows } = await bound({ kind: 'pdf' }, pdfWithoutFont());
  expect(rows[0]?.remark).toBe('字体未嵌入');
  expect(textOf(volume, 1)).toContain('字体未嵌入');
});

describe('pictures', () => {
  test('of a photograph with a film behind it only the photograph is in the volume', async () => {
    const photo = await picture(800, 600);
    const film = Buffer.concat([Buffer.from('\0\0\0\x18ftypmp42'), Buffer.alloc(50_000, 7)]);
    const { pdf: volume } = await bound({ kind: 'picture' }, Buffer.concat([photo, film]));
    expect(Buffer.from(volume).includes(Buffer.from(photo))).toBe(true);
    expect(Buffer.from(volume).includes('ftypmp42')).toBe(false);
    expect(check(volume)).toContain('No syntax or stream encoding errors');
  });

  test('a screenshot of a long chat is read over several sheets, each with its number', async () => {
    const long = await sharp({ create: { width: 400, height: 6_000, channels: 3, background: '#eeeeee' } })
      .png()
      .toBuffer();
    const { pdf: volume, rows } = await bound({ kind: 'picture' }, long);
    const pages = rows[0]!.pageTo;
    expect(pages).toBe(Math.ceil((6_000 - 566) / 532) + 1);
    expect(textOf(volume, first)).toContain(`长图第1段/共${pages}段`);
    expect(textOf(volume, first + pages - 1)).toContain(`长图第${pages}段/共${pages}段（与上页重叠少许）`);
    // Each sheet shows its part as broad as the sheet allows, not as a strip.
    const sizes = onPdf(volume, 'pdfimages', (file) => ['-list', file]).match(/\b400\s+566\b/g);
    expect(sizes).toHaveLength(pages);
  });
});

describe('texts', () => {
  const text = (over: object = {}): ItemContent => ({
    kind: 'text',
    file: { title: '聊天记录', office: '某局', fileName: '聊天.txt', sha256: 'ab'.repeat(32), encoding: null, ...over },
    instead: card,
  });

  test('are printed in the words they were written in, with their hash', async () => {
    const { pdf: volume, rows } = await bound(text(), Buffer.from('b2e2cad40d0a31d4c2', 'hex'));
    expect(rows[0]).toMatchObject({ pageFrom: 1, pageTo: 1, remark: '' });
    expect(textOf(volume, first)).toMatch(/聊天记录.*测试1月.*SHA-256：(ab){32}/);
  });

  test('what no font has is spelled out', async () => {
    const { pdf: volume } = await bound(text(), Buffer.from('好的😀🏽收到'));
    expect(textOf(volume, first)).toContain('好的〔U+1F600〕〔U+1F3FD〕收到');
  });

  test('that are longer than a volume takes have a card instead', async () => {
    const { pdf: volume, rows } = await bound(text(), Buffer.from('很长。\n'.repeat(20_000)));
    expect(rows[0]).toMatchObject({ pageFrom: 1, pageTo: 1, remark: '文字太长，见说明卡' });
    expect(textOf(volume, first)).toMatch(/说明卡.*内容未排印.*文字太长/);
  });
});

const locked = await PDFDocument.load(pdf);
locked.encrypt({ userPassword: 'a', ownerPassword: 'b' });
const lockedPdf = await locked.save();
const photo = Buffer.from(await picture(800, 600));

describe('what cannot be read has a card that says so, and the volume goes on', () => {
  test.each<[string, ItemContent['kind'] & ('pdf' | 'picture'), Uint8Array, string, RegExp]>([
    ['a PDF with a password', 'pdf', lockedPdf, '有打开密码，见说明卡', /设有打开密码/],
    ['a broken PDF', 'pdf', Buffer.from('%PDF-1.4\nnothing\n%%EOF'), '不能完整读出，见说明卡', /不能完整读出/],
    ['a broken photograph', 'picture', photo.subarray(0, 700), '不能完整读出，见说明卡', /不能完整读出/],
    ['no picture at all', 'picture', Buffer.from('no picture'), '见说明卡', /不能排印这种格式/],
  ])('%s', async (_, kind, bytes, remark, words) => {
    const { pdf: volume, rows } = await bound({ kind, instead: card }, bytes);
    expect(rows[0]).toEqual({ seq: 1, pageFrom: 1, pageTo: 1, remark });
    expect(textOf(volume, first)).toMatch(words);
    expect(check(volume)).toContain('No syntax or stream encoding errors');
  });

  test('nothing of what was not read is left behind in the volume', async () => {
    const hash = ({ pdf: volume }: Dossier): string => createHash('sha256').update(volume).digest('hex');
    const broken = Buffer.from('%PDF-1.4\nnothing\n%%EOF');
    const other = Buffer.from('%PDF-1.4\nsomething else\n%%EOF');
    expect(hash(await bound({ kind: 'pdf', instead: card }, broken))).toBe(
      hash(await bound({ kind: 'pdf', instead: card }, other)),
    );
  });
});
