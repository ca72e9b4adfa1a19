import { createHash } from 'node:crypto';
import { PDFDocument } from '@cantoo/pdf-lib';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { officeOfFile } from '../../../support/office.ts';
import { send } from './support.ts';

const office = await officeOfFile('begun', '李敏');

const photo = await sharp({ create: { width: 300, height: 200, channels: 3, background: '#336699' } })
  .jpeg()
  .toBuffer();
const pdf = Buffer.from(
  await (async () => {
    const document = await PDFDocument.create();
    document.addPage([595, 842]);
    return document.save();
  })(),
);
const film = Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from('ftypmp42'), Buffer.alloc(60_000, 7)]);
/** One stored file in a ZIP, as far as its kind can be told by it. */
function archive(name: string): Buffer {
  const head = Buffer.alloc(30);
  head.writeUInt32LE(0x04034b50, 0);
  head.writeUInt32LE(4, 18);
  head.writeUInt32LE(4, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, Buffer.from(`${name}word`)]);
}
/** A compound file of Microsoft with the name of one stream. */
const compound = (stream: string): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(504),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(900),
  ]);

describe('whatever people bring is kept byte for byte, with its true kind', () => {
  test.each<[string, Buffer, string, boolean]>([
    ['动态照片.jpg', Buffer.concat([photo, film]), 'image/jpeg', true],
    ['补零的照片.jpg', Buffer.concat([photo, Buffer.alloc(3_000)]), 'image/jpeg', true],
    ['尾部补零.pdf', Buffer.concat([pdf, Buffer.alloc(80_508)]), 'application/pdf', false],
    ['前面有空行.pdf', Buffer.concat([Buffer.from('\r\n   '.repeat(50)), pdf]), 'application/pdf', false],
    [
      '苹果照片.heic',
      Buffer.concat([
        Buffer.from('0000001c667479706865696300000000', 'hex'),
        Buffer.from('mif1heicmiaf'),
        Buffer.alloc(400),
      ]),
      'image/heic',
      false,
    ],
    ['谈话录音.amr', Buffer.concat([Buffer.from('#!AMR\n'), Buffer.alloc(200, 0x3c)]), 'audio/amr', false],
    ['电子公文.ofd', archive('OFD.xml'), 'application/ofd', false],
    [
      '合同.docx',
      archive('word/document.xml'),
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      false,
    ],
    ['打包材料.zip', archive('one.txt'), 'application/zip', false],
    ['旧合同.doc', compound('WordDocument'), 'application/msword', false],
    ['情况说明.wps', compound('WordDocument'), 'application/msword', false],
    ['工资表.xls', compound('Workbook'), 'application/vnd.ms-excel', false],
    ['说不清.doc', compound('Other'), 'application/x-cfb', false],
    ['其实是富文本.doc', Buffer.from(String.raw`{\rtf1\ansi\ansicpg936 \'ca\'be}`), 'application/rtf', false],
    ['考勤机导出.dat', Buffer.from([1, 2, 3, 0, 5, 6, 7, 8]), 'application/octet-stream', false],
    ['名为文本.txt', Buffer.from([0x31, 0, 0x32]), 'application/octet-stream', false],
    ['BM开头.txt', Buffer.from('BM5型考勤机的说明'), 'text/plain', false],
    ['国标编码.txt', Buffer.from('d1afcec0', 'hex'), 'text/plain', false],
    ['网页.html', Buffer.from('<html><script>alert(1)</script></html>'), 'text/plain', false],
    ['数据.xml', Buffer.from('<?xml version="1.0"?><a/>'), 'text/plain', false],
    ['没有扩展名', Buffer.from('工资发到1月。'), 'text/plain', false],
    ['解不开的照片.jpg', Buffer.from('ffd8ffe000040000ffda0004000012345678ffd9', 'hex'), 'image/jpeg', false],
  ])('%s', async (fileName, content, mime, hasThumbnail) => {
    const exhibit = await send(office, { fileName, content });
    expect(exhibit).toMatchObject({ fileName, mime, hasThumbnail, bytes: content.length });
    expect(exhibit.sha256).toBe(createHash('sha256').update(content).digest('hex'));
    const read = await office.get(`/exhibits/${exhibit.id}`);
    expect(Buffer.from(await read.arrayBuffer()).equals(content)).toBe(true);
  });
});

test('a text is shown in the words it was written in, whatever the encoding', async () => {
  const exhibit = await send(office, { fileName: '聊天.txt', content: Buffer.from('b2e2cad4', 'hex') });
  const answer = await office.get(`/exhibits/${exhibit.id}/text/auto`);
  expect([answer.headers.get('content-type'), await answer.text()]).toEqual(['text/plain; charset=utf-8', '测试']);
});
