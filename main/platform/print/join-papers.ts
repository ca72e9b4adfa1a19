import { PDFDocument } from '@cantoo/pdf-lib';
import type { Printed } from './compose.ts';
import { undated } from './job.ts';

/** Several papers as one PDF to print in one go; each keeps its own page numbers. Equal input gives equal bytes. */
export async function joinPapers(papers: Printed[], title: string): Promise<Printed> {
  const whole = await PDFDocument.create({ updateMetadata: false });
  for (const paper of papers) {
    const source = await PDFDocument.load(paper.pdf, { updateMetadata: false });
    for (const page of await whole.copyPages(source, source.getPageIndices())) whole.addPage(page);
  }
  whole.setTitle(title);
  const day = new Date(`${undated}T00:00:00+08:00`);
  whole.setCreationDate(day);
  whole.setModificationDate(day);
  return {
    pdf: await whole.save({ addDefaultPage: false, updateFieldAppearances: false }),
    pages: whole.getPageCount(),
  };
}
