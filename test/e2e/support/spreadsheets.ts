// Workbooks as Excel writes them, made by the tests.
import { BlobWriter, TextReader, ZipWriter } from '@zip.js/zip.js';

export interface WorkbookOptions {
  /** Days are counted from 1904. */
  from1904?: boolean;
}

const TYPES = 'http://schemas.openxmlformats.org';

/** A workbook with one sheet, whose rows are given as XML; style 1 shows a day. */
export async function workbookOf(rows: string, { from1904 = false }: WorkbookOptions = {}): Promise<Buffer> {
  const zip = new ZipWriter(new BlobWriter());
  const parts = {
    'xl/workbook.xml': `<workbook xmlns="${TYPES}/spreadsheetml/2006/main" xmlns:r="${TYPES}/officeDocument/2006/relationships"><workbookPr date1904="${from1904 ? 1 : 0}"/><sheets><sheet name="名单" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${TYPES}/package/2006/relationships"><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/styles.xml': `<styleSheet xmlns="${TYPES}/spreadsheetml/2006/main"><cellXfs count="2"><xf/><xf numFmtId="14"/></cellXfs></styleSheet>`,
    'xl/worksheets/sheet1.xml': `<worksheet xmlns="${TYPES}/spreadsheetml/2006/main"><sheetData>${rows}</sheetData></worksheet>`,
  };
  for (const [name, text] of Object.entries(parts)) await zip.add(name, new TextReader(text));
  return Buffer.from(await (await zip.close()).arrayBuffer());
}

/** A row of texts and numbers. */
export const rowOf = (number: number, cells: readonly (string | number)[], attributes = ''): string =>
  `<row r="${number}" ${attributes}>${cells
    .map((cell, index) => {
      const place = `${String.fromCodePoint(65 + index)}${number}`;
      return typeof cell === 'number'
        ? `<c r="${place}"><v>${cell}</v></c>`
        : `<c r="${place}" t="inlineStr"><is><t>${cell}</t></is></c>`;
    })
    .join('')}</row>`;
