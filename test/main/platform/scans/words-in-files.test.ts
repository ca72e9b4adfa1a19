import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js';
import { afterAll, describe, expect, test } from 'vitest';
import { createScanReader } from '../../../../main/platform/scans/scan-reader.ts';
import { failOnFault } from '../../../support/fail-on-fault.ts';

const reader = createScanReader({ onFault: failOnFault });
afterAll(() => reader.close());

async function zip(parts: Record<string, string>): Promise<Uint8Array> {
  const writer = new ZipWriter(new BlobWriter());
  for (const [name, text] of Object.entries(parts)) await writer.add(name, new TextReader(text));
  return new Uint8Array(await (await writer.close()).arrayBuffer());
}
const ofd = 'application/ofd';
const inOfd = (xml: string): string => `<?xml version="1.0" encoding="UTF-8"?>${xml}`;
const documentOf = (...pages: string[]): string =>
  inOfd(
    `<ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData><ofd:PageArea/><ofd:TemplatePage ID="9" BaseLoc="Tpls/Tpl_0/Content.xml"/></ofd:CommonData><ofd:Pages>${pages
      .map((page, index) => `<ofd:Page ID="${index}" BaseLoc="${page}"/>`)
      .join('')}</ofd:Pages></ofd:Document>`,
  );
const piece = (top: number, text: string): string =>
  `<ofd:TextObject ID="3" Boundary="20 ${top} 170 10" Font="4"><ofd:TextCode X="0" Y="6" DeltaX="g 2 3">${text}</ofd:TextCode></ofd:TextObject>`;
const page = (...pieces: string[]): string =>
  inOfd(`<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Content>${pieces.join('')}</ofd:Content></ofd:Page>`);
const wordsIn = async (parts: Record<string, string>, most = 1000) =>
  reader.words({ bytes: await zip(parts), mime: ofd }, most);

describe('the words of an OFD', () => {
  const parts = {
    'OFD.xml': inOfd('<ofd:OFD/>'),
    'Doc_0/Document.xml': documentOf('Pages/Page_1/Content.xml', '/Doc_0/Pages/Page_0/Content.xml'),
    'Doc_0/Pages/Page_0/Content.xml': page(piece(20, '第二页')),
    'Doc_0/Pages/Page_1/Content.xml': page(
      piece(20, '限期改正'),
      piece(20.2, '指令书'),
      piece(35, '甲&amp;乙&#20844;司'),
    ),
    'Doc_0/Tpls/Tpl_0/Content.xml': page(piece(5, '模板')),
  };

  test('stand in the order of its pages, pieces of one height on one line', async () => {
    expect(await wordsIn(parts)).toBe('限期改正指令书\n甲&乙公司\n第二页\n');
  });

  test('are no more than asked for', async () => {
    expect(await wordsIn(parts, 4)).toBe('限期改正');
  });

  test('of pages that are pictures are none', async () => {
    expect(await wordsIn({ ...parts, 'Doc_0/Document.xml': documentOf() })).toBe('');
  });

  test('of one that unpacks without end are not read to it', async () => {
    const bomb = 'a'.repeat(70 * 1024 * 1024);
    const packed = await zip({ ...parts, 'Doc_0/Pages/Page_1/Content.xml': bomb });
    expect(packed.length).toBeLessThan(1024 * 1024);
    await expect(reader.words({ bytes: packed, mime: ofd }, 1000)).rejects.toMatchObject({ why: 'too-large' });
  });

  test('of one that is cut off are not read', async () => {
    const whole = await zip(parts);
    await expect(reader.words({ bytes: whole.slice(0, whole.length - 40), mime: ofd }, 1000)).rejects.toMatchObject({
      why: 'damaged',
    });
  });
});

/** test11.doc of github.com/morungos/node-word-extractor (MIT). */
const word97 = await readFile(join(import.meta.dirname, 'word-97.doc'));
const doc = 'application/msword';

describe('the words of an old Word document', () => {
  test('are read', async () => {
    expect(await reader.words({ bytes: word97, mime: doc }, 1000)).toContain('这是一个用来测试');
    expect(await reader.words({ bytes: word97, mime: doc }, 4)).toBe('这是一个');
  });

  test.each([
    ['cut off', word97.subarray(0, 3_000)],
    ['something else', Buffer.from('%PDF-1.7')],
    // Its table of sectors leads in a circle.
    [
      'a circle',
      Buffer.from(word97.map((byte, index) => (index >= 512 && index < 1024 ? [1, 0, 0, 0][index % 4]! : byte))),
    ],
  ])('of one that is %s are not read, and the thread lives on', async (_, bytes) => {
    const short = createScanReader({ onFault: failOnFault, mostMs: 8_000 });
    await expect(short.words({ bytes, mime: doc }, 1000)).rejects.toThrow('Cannot read the scan');
    expect(await short.words({ bytes: word97, mime: doc }, 4)).toBe('这是一个');
    await short.close();
  });
});

test('no words are read of other kinds', async () => {
  await expect(reader.words({ bytes: word97, mime: 'image/jpeg' }, 9)).rejects.toMatchObject({ why: 'type' });
});
