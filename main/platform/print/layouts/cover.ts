import type { Content, TableCell } from 'pdfmake/interfaces';
import type { Template } from '../../../../shared/template/template.ts';
import { fieldsOf } from '../../../../shared/template/template.ts';
import { hasRoom } from '../blank.ts';
import type { Composition } from '../compose.ts';
import { fieldText, isPrinted } from '../field-text.ts';
import { undated, type PaperJob } from '../job.ts';
import { a4, mm, type Margins } from '../page.ts';
import type { Kit } from './kit.ts';
import { balanced, gap, titleLine, watermarkOf } from './parts.ts';
import { rolesOf, signatureText } from './signatures.ts';

/** Facts that stand large on a cover: 全宗名称 over the sheet, 案卷题名 in its middle (GB/T 9705-2008 4.1). */
const large = { fonds: 'fondsName', title: 'caseTitle' } as const;

/** The cover (卷宗封面) is the archive paper that names 全宗 and 题名 both. */
export const isCover = (template: Template): boolean =>
  template.class === 'archive' &&
  Object.values(large).every((key) => fieldsOf(template).some((field) => field.key === key));

const margins: Margins = { left: mm(32), top: mm(32), right: mm(22), bottom: mm(22) };
const width = a4.width - margins.left - margins.right;
const size = 14;
const labelWidth = 78;

/** What stands in the grid of a cover: a fact or a signature, with its label. */
type Entry = readonly [label: string, text: string];

/** 卷宗封面: the only sheet of a volume that is read from a shelf. */
export function layOutCover(job: PaperJob, kit: Kit): Composition {
  return {
    title: job.template.name,
    author: job.office.name,
    date: job.date ?? undated,
    margins,
    size,
    pitch: 21,
    watermark: watermarkOf(job),
    content: [
      titleLine(kit, textOf(job, large.fonds) || job.office.name, width, 26),
      gap(16),
      kit.set('行　政　执　法　案　卷', 'title', { fontSize: 36, lineHeight: 1.5, alignment: 'center' }),
      gap(48),
      titleTable(kit, textOf(job, large.title)),
      entryTable(kit, [...factsOf(job), ...signaturesOf(job)]),
    ],
  };
}

const textOf = (job: PaperJob, key: string): string =>
  fieldsOf(job.template)
    .filter((field) => field.key === key)
    .map((field) => fieldText(field, job.values[field.key], job))[0] ?? '';

const factsOf = (job: PaperJob): Entry[] =>
  fieldsOf(job.template)
    .filter((field) => isPrinted(field, job) && !Object.values<string>(large).includes(field.key))
    .map((field) => [field.label, textOf(job, field.key)]);

const signaturesOf = (job: PaperJob): Entry[] =>
  rolesOf(job).map(({ role }) => [
    role,
    job.signatures
      .filter((signature) => signature.role === role)
      .map(signatureText)
      .join('\n'),
  ]);

const titleTable = (kit: Kit, title: string): Content => ({
  table: {
    widths: [labelWidth, width - labelWidth - 22.25],
    heights: 110,
    body: [
      [
        { ...kit.set('案\n卷\n题\n名', 'body', { alignment: 'center', lineHeight: 1.5 }), verticalAlignment: 'middle' },
        {
          ...kit.set(title, 'title', { fontSize: 20, lineHeight: 1.5, alignment: 'center' }),
          verticalAlignment: 'middle',
        },
      ],
    ],
  },
  layout: 'form',
});

/** Two entries a row; one alone on the last row takes all of it. */
function entryTable(kit: Kit, entries: Entry[]): Content {
  const label = (name: string): TableCell => ({
    ...kit.set(balanced(name, 5), 'body', { alignment: 'center', lineHeight: 1.25 }),
    verticalAlignment: 'middle',
  });
  const cell = (content: string, colSpan = 1): TableCell => ({
    ...kit.set(content, 'body', { lineHeight: 1.25, ...(hasRoom(content) ? { fontSize: 12 } : {}) }),
    verticalAlignment: 'middle',
    colSpan,
  });
  const rows = Array.from({ length: Math.ceil(entries.length / 2) }, (_, index): TableCell[] => {
    const [first, second] = entries.slice(2 * index, 2 * index + 2);
    if (!first) return [];
    return second
      ? [label(first[0]), cell(first[1]), label(second[0]), cell(second[1])]
      : [label(first[0]), cell(first[1], 3), {}, {}];
  });
  const valueWidth = (width - 2 * labelWidth - 43.75) / 2;
  return {
    table: { widths: [labelWidth, valueWidth, labelWidth, valueWidth], heights: 34, dontBreakRows: true, body: rows },
    layout: 'form',
    margin: [0, -0.75, 0, 0],
  };
}
