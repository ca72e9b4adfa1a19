import sharp from 'sharp';
import { PDFDocument } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { jpegEnd } from '../../../shared/file-content/jpeg-end.ts';
import { wholeFile } from '../../../shared/file-content/whole-file.ts';

const noise = { width: 120, height: 90, channels: 3, noise: { type: 'gaussian', mean: 120, sigma: 40 } } as const;
const photo = (options?: { progressive?: boolean }): Promise<Buffer> =>
  sharp({ create: { ...noise, background: '#336699' } })
    .jpeg(options)
    .toBuffer();
const jpeg = await photo();
const progressive = await photo({ progressive: true });
const png = await sharp({ create: { ...noise, background: '#336699' } })
  .png()
  .toBuffer();
const pdf = Buffer.from(
  await (async () => {
    const document = await PDFDocument.create();
    document.addPage([595, 842]);
    return document.save();
  })(),
);
/** What a phone puts behind a picture: a film, which has an end of image within. */
const film = Buffer.concat([Buffer.from('....ftypmp42'), Buffer.alloc(5_000, 0xff), Buffer.from([0xff, 0xd9, 1, 2])]);
/** A picture whose head holds a small one, with its own end, as cameras make them. */
const withSmallOne = Buffer.concat([
  jpeg.subarray(0, 2),
  Buffer.from([0xff, 0xe1, 0, 8, 0xff, 0xd8, 0xff, 0xda, 0xff, 0xd9]),
  jpeg.subarray(2),
]);

const lacksEnd = (bytes: Uint8Array, piece = bytes.length): boolean => {
  const whole = wholeFile();
  for (let from = 0; from < bytes.length; from += piece) whole.read(bytes.subarray(from, from + piece));
  return whole.lacksEnd();
};

describe('files that are whole, whatever stands around them', () => {
  test.each<[string, Buffer]>([
    ['a photograph', jpeg],
    ['a progressive one', progressive],
    ['one with a small picture in its head', withSmallOne],
    ['one with a film behind it', Buffer.concat([jpeg, film])],
    ['one padded with zeros', Buffer.concat([jpeg, Buffer.alloc(90_000)])],
    ['a PNG', png],
    ['a PNG with something behind it', Buffer.concat([png, film])],
    ['a PDF', pdf],
    ['a PDF padded with zeros', Buffer.concat([pdf, Buffer.alloc(80_508)])],
    [
      'a PDF with a page of HTML behind it',
      Buffer.concat([pdf, Buffer.from('<html><body>广告</body></html>'.repeat(200))]),
    ],
    ['a PDF behind other bytes', Buffer.concat([Buffer.from('\r\n   '.repeat(50)), pdf])],
    ['a file that says nothing of its end', Buffer.from('姓名,金额\r\n')],
  ])('%s', (_, bytes) => {
    expect([lacksEnd(bytes), lacksEnd(bytes, 4_096), lacksEnd(bytes, 1_025)]).toEqual([false, false, false]);
  });
});

describe('files that were cut off', () => {
  const webPart = Buffer.from('%PDF-1.5\n1 0 obj\n<<>>\nendobj\nstartxref\n0\n%%EOF\n2 0 obj\n<<');
  const addition = Buffer.concat([pdf, Buffer.from('\n9 0 obj\n<</Type/Annot')]);
  test.each<[string, Buffer]>([
    ['a photograph', jpeg.subarray(0, -300)],
    ['a photograph without its last two bytes', jpeg.subarray(0, -2)],
    ['one whose small picture is whole', withSmallOne.subarray(0, 300)],
    ['one whose space was set aside and not filled', Buffer.concat([jpeg.subarray(0, -300), Buffer.alloc(300)])],
    ['a PNG', png.subarray(0, -20)],
    ['a PDF', pdf.subarray(0, -40)],
    ['the first part of a PDF made for the web', webPart],
    ['what was added to a PDF', addition],
  ])('%s', (_, bytes) => {
    expect([lacksEnd(bytes), lacksEnd(bytes, 1_025)]).toEqual([true, true]);
  });
});

test('the end of a photograph is found to the byte, in pieces of any size', () => {
  const bytes = Buffer.concat([withSmallOne, film]);
  for (const piece of [1, 2, 7, 1_000, bytes.length]) {
    const finder = jpegEnd();
    for (let from = 0; from < bytes.length; from += piece) finder.read(bytes.subarray(from, from + piece));
    expect([piece, finder.end()]).toEqual([piece, withSmallOne.length]);
  }
});
