import type { Content } from 'pdfmake/interfaces';
import { fieldsOf, type Field } from '../../../../shared/template/template.ts';
import { isPrinted, isRowList } from '../field-text.ts';
import type { PaperJob } from '../job.ts';
import { rowsTable } from './grid.ts';
import { ofField, type Kit } from './kit.ts';
import { titleLine } from './parts.ts';

/** So that six columns, one of them a 公民身份号码, stand side by side. */
const size = 9;

/** The tables that are printed behind a paper; one with nothing in it is none. */
const annexFields = (job: PaperJob): Field[] =>
  fieldsOf(job.template).filter((field) => {
    const rows = job.values[field.key];
    return field.annex !== undefined && isPrinted(field, job) && isRowList(rows) && rows.length > 0;
  });

/** A table that is printed as an annex, and what asks whether there is one, stand in no form: the line below the text says it. */
export const isOfAnnex = (field: Field, { template }: PaperJob): boolean =>
  field.annex !== undefined ||
  fieldsOf(template).some(
    ({ annex, when }) => annex !== undefined && when !== undefined && 'field' in when && when.field === field.key,
  );

/** 附件说明 below the text (GB/T 9704-2012 7.3.4); nothing where there is no annex. */
export function annexWords(job: PaperJob): string[] {
  const names = annexFields(job).map(({ annex = '' }) => annex);
  if (names.length === 0) return [];
  return [`附件：${names.map((name, index) => (names.length > 1 ? `${index + 1}．${name}` : name)).join('　')}`];
}

/** Each annex on a page of its own, with its sums. */
export const annexPages = (job: PaperJob, kit: Kit, width: number): Content[] =>
  annexFields(job).flatMap((field, index, all) => [
    {
      ...kit.set(`附件${all.length > 1 ? index + 1 : ''}`, 'hei', { fontSize: 16, lineHeight: 1.5 }),
      pageBreak: 'before',
    },
    titleLine(kit, field.annex ?? '', width),
    rowsTable(field, job.values[field.key], job, ofField(kit, field.key), { width, size, blankRows: 0, sums: true }),
  ]);
