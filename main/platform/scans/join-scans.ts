import { join } from '../print/bytes.ts';
import { a4 } from '../print/page.ts';
import { PdfDocument } from '../print/pdfmake.ts';
import type { ScansToJoin } from './scan-page.ts';

/**
 * The pages of one signed paper as one PDF/A-1b, each JPEG whole on an A4 sheet that lies as the picture does. Equal pages give equal bytes.
 * @throws where one is no JPEG
 */
export async function joinScans({ title, author, date, pages }: ScansToJoin): Promise<Uint8Array> {
  const day = new Date(`${date}T00:00:00+08:00`);
  const info = {
    Title: title,
    Author: author,
    Creator: '案卷工作站',
    Producer: '案卷工作站',
    CreationDate: day,
    ModDate: day,
  };
  const document = new PdfDocument(
    {},
    {},
    {},
    {},
    { pdfVersion: '1.4', subset: 'PDF/A-1b', lang: 'zh-CN', autoFirstPage: false, font: null, compress: true, info },
  );
  const chunks: Uint8Array[] = [];
  document.on('data', (chunk: Uint8Array) => chunks.push(chunk));
  const done = new Promise<void>((resolve, reject) => {
    document.once('end', resolve);
    document.once('error', reject);
  });
  for (const page of pages) addPage(document, page);
  document.end();
  await done;
  return join(chunks);
}

function addPage(document: PdfDocument, { picture, width, height }: ScansToJoin['pages'][number]): void {
  const size: [number, number] = width > height ? [a4.height, a4.width] : [a4.width, a4.height];
  document.addPage({ size, margin: 0 });
  document.image(Buffer.from(picture), 0, 0, { fit: size, align: 'center', valign: 'center' });
}
