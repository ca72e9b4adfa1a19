import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { PDFDocument, StandardFonts } from '@cantoo/pdf-lib';
import { expect, test } from 'vitest';
import { officeAt } from '../../../support/office.ts';
import { send } from './support.ts';

async function pdfSaying(words: string): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const page = document.addPage([595, 842]);
  page.drawText(words, { x: 72, y: 700, font: await document.embedFont(StandardFonts.Helvetica) });
  return document.save();
}

test(
  'an exhibit is found by the words in its file, in whatever encoding; a chosen encoding is read anew',
  { timeout: 120_000 },
  async () => {
    await using office = await officeAt('begun', '李敏');
    const found = async (query: string): Promise<string[]> =>
      (await office.client.households.search({ query, kinds: ['exhibit'], inNumber: false, limit: 20 })).hits.map(
        ({ title }) => title,
      );
    await send(office, { fileName: '打卡记录.pdf', content: await pdfSaying('Attendance ZX8841') });
    await send(office, { fileName: '聊天.txt', content: Buffer.from('b2e2cad4b9a4d7ca', 'hex') });
    // 薪資 in Big5, which GB18030 reads as something else.
    const big5 = await send(office, { fileName: '港方来函.txt', content: Buffer.from('c17eb8ea', 'hex') });
    await expect.poll(() => found('ZX8841'), { timeout: 60_000 }).toEqual(['打卡记录.pdf']);
    const word97 = await readFile(join(import.meta.dirname, '..', '..', 'platform', 'scans', 'word-97.doc'));
    const doc = await send(office, { fileName: '情况说明.doc', content: word97 });
    await expect.poll(() => found('解析Word文档'), { timeout: 60_000 }).toEqual(['情况说明.doc']);
    const shown = await office.get(`/exhibits/${doc.id}/text/auto`);
    expect(await shown.text()).toContain('这是一个用来测试nodejs解析Word文档');
    await expect.poll(() => found('测试工资'), { timeout: 60_000 }).toEqual(['聊天.txt']);
    expect(await found('薪資')).toEqual([]);
    await office.client.evidence.describe({
      exhibitId: big5.id,
      title: big5.title,
      kind: big5.kind,
      encoding: 'Big5',
    });
    await expect.poll(() => found('薪資'), { timeout: 60_000 }).toEqual(['港方来函.txt']);
    await office.client.evidence.describe({ exhibitId: big5.id, title: '来函', kind: big5.kind, encoding: 'Big5' });
    expect(await found('薪資')).toEqual(['来函']);
  },
);
