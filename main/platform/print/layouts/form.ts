import type { Content, TableCell } from 'pdfmake/interfaces';
import { titleOf, type Field, type Section } from '../../../../shared/template/template.ts';
import { handPitch, hasRoom } from '../blank.ts';
import { layoutAt, type Composition } from '../compose.ts';
import { fieldText, isPrinted } from '../field-text.ts';
import { undated, type PaperJob } from '../job.ts';
import { a4, formMargins } from '../page.ts';
import { rowsTable } from './grid.ts';
import { ofField, type Kit } from './kit.ts';
import { balanced, continuedHeader, gap, numberText, pageFooter, paragraphs, titleLine, watermarkOf } from './parts.ts';
import { isPartysOwn, organOf, othersSealing, ownSeal } from './seal.ts';
import { openOpinions, opinionSignature, opinionsOf, opinionText, rolesOf, signatureLines } from './signatures.ts';

export const formWidth = a4.width - formMargins.left - formMargins.right;
const size = 12;
const lineHeight = 1.5;
const labelWidth = 76;
/** Two pairs of label and value: four cells with 5 pt padding on each side and hairlines. */
const valueWidth = (formWidth - 2 * labelWidth - 4 * 10 - 5 * 0.75) / 2;
const widths = [labelWidth, valueWidth, labelWidth, valueWidth];
const nothing: TableCell = {};
/** Least height of a row by density, and on a form filled by hand. */
const rowHeights = { filled: [22, 19, 16], blank: [22, 19, 18.5] } as const;
const rowHeight = ({ state }: PaperJob, { density }: Kit): number =>
  rowHeights[state === 'blank' ? 'blank' : 'filled'][density];

interface Row {
  cells: TableCell[];
  height: number;
  long?: boolean;
}

const label = (kit: Kit, text: string): TableCell => ({
  ...kit.set(balanced(text, 6), 'body', { alignment: 'center', lineHeight: 1.3 }),
  verticalAlignment: 'middle',
});
/** Characters a cell of half a line holds. */
const halfCell = Math.floor(valueWidth / size);
/** Room to write on more than one line: the distance of the lines is above each of them. */
const handLines = { lineHeight: handPitch / size, margin: [0, 7, 0, -7] as [number, number, number, number] };
/** A moment to be written in half a line takes two. */
const fitted = (text: string, colSpan: number): string =>
  colSpan === 1 && hasRoom(text) && text.length > halfCell ? text.replace('日', '日\n') : text;
function value(kit: Kit, text: string, colSpan = 1): TableCell {
  const cell = fitted(text, colSpan);
  return {
    ...kit.set(cell, 'body', hasRoom(cell) && cell.includes('\n') ? handLines : { lineHeight: 1.3 }),
    verticalAlignment: 'middle',
    colSpan,
  };
}

/** Running text keeps its paragraphs; it may be longer than a page. */
const running = (kit: Kit, text: string, colSpan: number): TableCell => ({
  stack:
    text.includes('\n') || [...text].length > 30 ? paragraphs(kit, text.split(/\n+/), size) : [kit.set(text, 'body')],
  colSpan,
});

/** Boxes to tick that need more room than half a line gives: two lines of eleven characters. */
function needsLine({ choices }: Field): boolean {
  const lengths = (choices ?? []).map((choice) => [...choice].length + 2);
  return lengths.reduce((sum, length) => sum + length, 0) > 24 || Math.max(0, ...lengths) > 11;
}

/** Whether a field shares its line with another one. */
export function isHalf(field: Field, state: PaperJob['state']): boolean {
  if (state === 'blank' && needsLine(field)) return false;
  if (field.width) return field.width === 'half';
  return (
    !['longText', 'rows', 'officers', 'papers', 'exhibits', 'choices', 'money'].includes(field.type) &&
    (field.max ?? 0) <= 64
  );
}

/** Least height of a cell for running text: room to write by hand on a blank, a calm look when filled. */
function longHeight(field: Field, job: PaperJob, { density }: Kit): number {
  const heights =
    job.state === 'blank'
      ? { large: [120, 84, 54], small: [64, 44, 30] }
      : { large: [76, 52, 36], small: [44, 32, 22] };
  return heights[(field.max ?? 500) >= 500 ? 'large' : 'small'][density] ?? 22;
}

function fieldRows(fields: Field[], job: PaperJob, kit: Kit): Row[] {
  const rows: Row[] = [];
  const text = (field: Field): string => fieldText(field, job.values[field.key], job);
  const name = (field: Field): TableCell => label(ofField(kit, field.key, 'label'), field.label);
  const pair = (field: Field, colSpan = 1): TableCell[] => [
    name(field),
    value(ofField(kit, field.key), text(field), colSpan),
  ];
  for (let index = 0; index < fields.length; index += 1) {
    const [field, next] = [fields[index], fields[index + 1]];
    if (!field) break;
    if (next && isHalf(field, job.state) && isHalf(next, job.state)) {
      rows.push({
        cells: [...pair(field), ...pair(next)],
        height: rowHeight(job, kit),
      });
      index += 1;
    } else if (field.type === 'longText') {
      // Where a row goes on over a page, a least height would leave room under its text.
      const long = text(field).length > 300;
      rows.push({
        cells: [name(field), running(ofField(kit, field.key), text(field), 3), nothing, nothing],
        height: long ? 0 : longHeight(field, job, kit),
        long,
      });
    } else {
      rows.push({
        cells: [...pair(field, 3), nothing, nothing],
        height: rowHeight(job, kit),
      });
    }
  }
  return rows;
}

/** Rows as tables that join without a gap: a long row may go on over pages, so it is a table of its own; short rows are not torn. */
function table(rows: Row[], heading: string | null, kit: Kit): Content[] {
  const groups: Row[][] = [];
  for (const row of rows) {
    const last = groups.at(-1);
    if (last && !row.long && !last[0]?.long) last.push(row);
    else groups.push([row]);
  }
  return groups.map((group, index) => tableOf(group, index === 0 ? heading : null, kit));
}

/** A heading is repeated on every page and, unless the first row may fill a page itself, never left behind. */
function tableOf(rows: Row[], heading: string | null, kit: Kit): Content {
  const isLong = rows[0]?.long ?? false;
  const title: TableCell[] = heading
    ? [
        { ...kit.set(heading, 'hei', { alignment: 'center', lineHeight: 1.15 }), colSpan: 4, fillColor: '#f2f2f2' },
        nothing,
        nothing,
        nothing,
      ]
    : [];
  const all = [...(heading ? [{ cells: title, height: 16 }] : []), ...rows];
  return {
    table: {
      widths,
      dontBreakRows: !isLong,
      heights: all.map((row) => row.height),
      body: all.map((row) => row.cells),
      ...(heading ? { headerRows: 1, keepWithHeaderRows: isLong ? 0 : 1 } : {}),
    },
    layout: layoutAt('form', kit.density),
    margin: [0, -0.75, 0, 0],
  };
}

/** A section is a table of pairs; a list in it becomes a table of its own, joined to its neighbours without a gap. */
function sectionTables(section: Section, withTitle: boolean, job: PaperJob, kit: Kit): Content[] {
  const fields = section.fields.filter((field) => isPrinted(field, job));
  const tables: Content[] = [];
  let pairs: Field[] = [];
  let heading: string | null = withTitle ? section.title : null;
  const flush = (): void => {
    tables.push(...table(fieldRows(pairs, job, kit), heading, kit));
    if (pairs.length > 0) heading = null;
    pairs = [];
  };
  for (const field of fields) {
    if (field.type !== 'rows') pairs.push(field);
    else {
      flush();
      const caption = heading ?? field.label;
      heading = null;
      tables.push({
        stack: [
          rowsTable(field, job.values[field.key], job, ofField(kit, field.key), {
            width: formWidth,
            size: 10.5,
            blankRows: 4,
            caption,
          }),
        ],
        margin: [0, -0.75, 0, 0],
      });
    }
  }
  flush();
  return tables;
}

const opinionHeights = [52, 42, 34] as const;
/** Empty lines over the place to sign, for the opinion. */
const opinionLines = (kit: Kit): string => (kit.density === 2 ? ' ' : ' \n ');

function approvalRows(job: PaperJob, kit: Kit): Row[] {
  return job.template.approval
    .filter(
      (step, index) =>
        !step.optional || job.state === 'blank' || opinionsOf(index, job.approvals).length > 0 || job.state === 'draft',
    )
    .map((step) => {
      const given = opinionsOf(job.template.approval.indexOf(step), job.approvals);
      const right = (text: string): Content => kit.set(text, 'body', { alignment: 'right', margin: [0, 4, 0, 0] });
      const opinions = given.flatMap((approval) => [
        kit.set(opinionText(approval), 'body', { leadingIndent: size * 2 }),
        right(opinionSignature(approval)),
      ]);
      const open = openOpinions(step, given.length).map((line) => ({
        stack: [kit.set(job.state === 'blank' ? opinionLines(kit) : ' ', 'body'), right(line)],
      }));
      return {
        cells: [label(kit, step.label), { stack: [...opinions, ...open], colSpan: 3 }, nothing, nothing],
        height: opinionHeights[kit.density],
      };
    });
}

/** 立卷人签名; a longer role gets the word on a line of its own. */
const signatureLabel = (role: string): string => ([...role].length <= 4 ? `${role}签名` : `${balanced(role, 6)}\n签名`);

function signatureRows(job: PaperJob, kit: Kit): Row[] {
  return rolesOf(job).map((role) => {
    const lines = signatureLines(role, job.signatures, { inCell: true }).map(({ text, places }) =>
      kit.set(text, 'body', { places, ...(hasRoom(text) ? handLines : { lineHeight: 1.7 }) }),
    );
    return {
      cells: [
        label(kit, signatureLabel(role.role)),
        { stack: lines, colSpan: 3, verticalAlignment: 'middle' },
        nothing,
        nothing,
      ],
      height: 24,
    };
  });
}

const sealHeights = [72, 64, 56] as const;

/** A box for the seal of whoever hands the paper in. */
const sealRows = (job: PaperJob, kit: Kit): Row[] =>
  othersSealing(job.template).map((sealer) => ({
    cells: [label(kit, `${balanced(sealer, 6)}\n（盖章）`), value(kit, ' ', 3), nothing, nothing],
    height: sealHeights[kit.density],
  }));

/** Note under the form, and the place of the office's seal where the form carries it. */
function foot(job: PaperJob, kit: Kit): Content[] {
  const notes = job.template.body ? kit.texts.paragraphs(job.template.body, job) : [];
  return [
    ...notes.map((text, index) =>
      kit.set(text, 'body', { fontSize: 10.5, lineHeight: 1.4, margin: [0, index === 0 ? 6 : 0, 0, 0] }),
    ),
    ...ownSeal(job, kit),
  ];
}

/** Opinions, signatures and seals; a note or seal under the form never goes to a page without them. */
function closing(job: PaperJob, kit: Kit): Content[] {
  const opinions = table(approvalRows(job, kit), null, kit);
  const signatures = table([...signatureRows(job, kit), ...sealRows(job, kit)], null, kit);
  const under = foot(job, kit);
  const last = under.length === 0 ? [] : signatures.length > 0 ? signatures : opinions;
  return [...opinions, ...signatures]
    .filter((content) => !last.includes(content))
    .concat({ stack: [...last, ...under], unbreakable: true });
}

export function formHead(job: PaperJob, kit: Kit): Content[] {
  const number = numberText(job);
  return [
    ...(isPartysOwn(job.template)
      ? []
      : [kit.set(organOf(job), 'body', { fontSize: 15, alignment: 'center', lineHeight: 1.4 })]),
    titleLine(kit, titleOf(job.template, job.values), formWidth),
    ...(number === '' ? [] : [kit.set(number, 'body', { alignment: 'right', margin: [0, 2, 0, 0] })]),
    gap(4),
  ];
}

/** 表格式: bordered cells of label and value, opinions and signatures as rows of the same table. */
export function layOutForm(job: PaperJob, kit: Kit): Composition {
  const { sections } = job.template;
  const withTitles = sections.length > 1;
  return {
    title: titleOf(job.template, job.values),
    author: job.office.name,
    date: job.date ?? undated,
    margins: formMargins,
    size,
    pitch: size * lineHeight,
    watermark: watermarkOf(job),
    header: continuedHeader(kit, job, formMargins),
    footer: pageFooter(kit, formMargins),
    content: [
      ...formHead(job, kit),
      ...sections.flatMap((section) => sectionTables(section, withTitles, job, kit)),
      ...closing(job, kit),
    ],
  };
}
