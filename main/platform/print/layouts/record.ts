import type { Content, TableCell } from 'pdfmake/interfaces';
import { isFilled } from '../../../../shared/template/conditions.ts';
import { fieldsOf, titleOf, type Field } from '../../../../shared/template/template.ts';
import type { FieldValue, RowValue } from '../../../../shared/template/values.ts';
import { handPitch, hasRoom } from '../blank.ts';
import { layoutAt, type Composition } from '../compose.ts';
import { fieldText, isPrinted, isRowList } from '../field-text.ts';
import { undated, type PaperJob } from '../job.ts';
import { a4, formMargins, type Margins } from '../page.ts';
import { annexPages, annexWords, isOfAnnex } from './annex.ts';
import { isHalf } from './form.ts';
import { lengthOf, rowsTable } from './grid.ts';
import { ofField, type Kit } from './kit.ts';
import {
  alignmentOf,
  continuedHeader,
  gap,
  numberText,
  pageFooter,
  paragraphs,
  titleLine,
  watermarkOf,
} from './parts.ts';
import { organOf } from './seal.ts';
import { rolesOf, signatureLines } from './signatures.ts';

const size = 14;
/** Line pitch by density, in points. */
const pitches = [26, 23, 20.5] as const;
const width = a4.width - formMargins.left - formMargins.right;
const line = [false, false, false, true] as [boolean, boolean, boolean, boolean];
const bare = [false, false, false, false] as [boolean, boolean, boolean, boolean];

/** Lines written by hand keep their distance however close a paper is set. */
const handLines = ({ density }: Kit): string => layoutAt('lines', density === 2 ? 1 : density);
/** Room to write on several lines; the last needs no distance to a next one. */
const handWritten = {
  lineHeight: handPitch / size,
  margin: [0, 0, 0, size * 1.2 - handPitch] as [number, number, number, number],
};
/** Line pitch of signatures in points. */
const signingPitch = ({ state }: PaperJob): number => (state === 'issued' ? 19 : handPitch);

/** A piece of text of more characters than this may be parted between pages. */
const longest = 300;

/** 时间：＿＿＿ as a line of one or two facts; the line under a value runs to its end. */
function factLine(fields: Field[], job: PaperJob, kit: Kit): Content {
  const cells = fields.flatMap((field, index): TableCell[] => {
    const text = fieldText(field, job.values[field.key], job);
    const style = text.includes('\n') && hasRoom(text) ? handWritten : { lineHeight: 1.2 };
    return [
      {
        ...ofField(kit, field.key, 'label').set(`${index > 0 ? '　' : ''}${field.label}：`, 'body', {
          ...style,
          noWrap: true,
        }),
        border: bare,
      },
      // Room to write brings lines of its own.
      { ...ofField(kit, field.key).set(text || ' ', 'body', style), border: hasRoom(text) ? bare : line },
    ];
  });
  const [first] = fields;
  // The second fact begins in the middle of the line.
  const firstValue = fields.length > 1 && first ? width / 2 - (lengthOf(first.label) + 1) * size - 2 : '*';
  return {
    table: { widths: ['auto', firstValue, ...fields.slice(1).flatMap(() => ['auto', '*'])], body: [cells] },
    layout: job.state === 'blank' ? handLines(kit) : layoutAt('lines', kit.density),
  };
}

/** Characters of the half of a line, its label included. */
const halfLine = 16;
/** Room, in characters, that a fact written by hand needs: an identity number more than a name. */
const handRoom = ({ format, max = 20 }: Field): number =>
  format === undefined ? Math.min(10, Math.max(4, max / 6)) : 10;

function isShort(field: Field, job: PaperJob): boolean {
  const text = fieldText(field, job.values[field.key], job);
  const room = text === '' && job.state === 'blank' ? handRoom(field) : lengthOf(text);
  return field.type !== 'dateTime' && lengthOf(`${field.label}：`) + room <= halfLine;
}

/** Facts two to a line where both are short. */
function factLines(fields: Field[], job: PaperJob, kit: Kit): Content[] {
  const lines: Content[] = [];
  for (let index = 0; index < fields.length; index += 1) {
    const [field, next] = [fields[index], fields[index + 1]];
    if (!field) break;
    const together =
      next !== undefined &&
      isHalf(field, job.state) &&
      isHalf(next, job.state) &&
      isShort(field, job) &&
      isShort(next, job);
    lines.push(factLine(together ? [field, next] : [field], job, kit));
    if (together) index += 1;
  }
  return lines;
}

const isDialogue = (field: Field): boolean =>
  field.type === 'rows' &&
  (field.fields ?? []).some((part) => part.label.startsWith('问')) &&
  (field.fields ?? []).some((part) => part.label.startsWith('答'));

/** 问：… or 答：… with its mark hanging out. */
const said = (kit: Kit, mark: string, text: string): Content => ({
  columns: [
    { width: size * 2, ...kit.set(`${mark}：`, 'hei', { noWrap: true }) },
    {
      width: '*',
      stack: text.split(/\n+/).map((paragraph) => kit.set(paragraph, 'body', { alignment: alignmentOf(paragraph) })),
    },
  ],
});

/** Lines to write on, after a mark on the first of them. */
const writingLines = (kit: Kit, count: number, mark = ''): Content => ({
  table: {
    widths: [...(mark === '' ? [] : [size * 2]), '*'],
    heights: pitches[kit.density] - 8,
    body: Array.from({ length: count }, (_, index): TableCell[] => [
      ...(mark === ''
        ? []
        : [
            {
              ...kit.set(index === 0 ? `${mark}：` : ' ', 'hei', { noWrap: true, lineHeight: 1.2 }),
              border: bare,
            } as TableCell,
          ]),
      { ...kit.set(' ', 'body', { lineHeight: 1.2 }), border: line },
    ]),
  },
  layout: handLines(kit),
});

/** What officers tell or ask first, as the template has it. */
function told(job: PaperJob, kit: Kit): Content[] {
  const texts = job.template.body ? kit.texts.paragraphs(job.template.body, job) : [];
  return texts.flatMap((text) =>
    /^[问答]：/.test(text) ? [said(kit, text.slice(0, 1), text.slice(2))] : paragraphs(kit, [text], size),
  );
}

function dialogue(field: Field, value: FieldValue | undefined, job: PaperJob, kit: Kit): Content[] {
  const parts = (field.fields ?? []).filter((part) => /^[问答]/.test(part.label));
  const rows: RowValue[] = isRowList(value) ? value : [];
  if (rows.length === 0 && job.state !== 'issued')
    return Array.from({ length: kit.density === 2 ? 5 : 6 }, () =>
      parts.map((part) => writingLines(kit, part.label.startsWith('问') ? 1 : 2, part.label.slice(0, 1))),
    ).flat();
  return rows.flatMap((row) =>
    parts.map((part) => said(kit, part.label.slice(0, 1), fieldText(part, row[part.key], job) || ' ')),
  );
}

/** What people say needs more room than their names. */
const blankRows = (field: Field, { density }: Kit): number =>
  field.fields?.some((part) => part.type === 'longText') ? 8 - 2 * density : 4;

/** Running text and lists of a record, each under its label. */
function block(field: Field, job: PaperJob, plain: Kit): Content[] {
  const kit = ofField(plain, field.key);
  const value = job.values[field.key];
  if (isDialogue(field)) return dialogue(field, value, job, kit);
  if (field.type === 'rows')
    return [
      gap(8),
      rowsTable(field, value, job, kit, { width, size: 11, blankRows: blankRows(field, kit), caption: field.label }),
    ];
  const text = fieldText(field, value, job);
  const lines = (field.max ?? 500) >= 1000 ? 5 : 3;
  const [first = writingLines(kit, lines - kit.density), ...rest] =
    text === '' ? [] : paragraphs(kit, text.split(/\n+/), size);
  // A label is not left behind at the foot of a page.
  return [
    {
      stack: [kit.set(`${field.label}：`, 'hei', { margin: [0, 8, 0, 0] }), first],
      unbreakable: text.length <= longest,
    },
    ...rest,
  ];
}

/** Running text and lists take lines of their own, unless there is nothing to say. */
const isBlock = (field: Field, job: PaperJob): boolean =>
  (field.type === 'longText' || field.type === 'rows') && (field.required === true || isFilled(job.values[field.key]));

/** Facts on lines and running text in the order of the template. */
function mixed(fields: Field[], job: PaperJob, kit: Kit): Content[] {
  const groups: Field[][] = [];
  for (const field of fields) {
    const last = groups.at(-1);
    if (last?.[0] && !isBlock(last[0], job) && !isBlock(field, job)) last.push(field);
    else groups.push([field]);
  }
  return groups.flatMap((group) =>
    group[0] && isBlock(group[0], job) ? block(group[0], job, kit) : factLines(group, job, kit),
  );
}

/** Characters in the last piece of a field's text; a table is no piece of text. */
function lastPiece(field: Field, job: PaperJob): number {
  if (!isBlock(field, job)) return 0;
  const value = job.values[field.key];
  if (isDialogue(field)) return isRowList(value) ? Object.values(value.at(-1) ?? {}).join('').length / 2 : 0;
  return field.type === 'rows'
    ? Number.POSITIVE_INFINITY
    : (fieldText(field, value, job).split(/\n+/).at(-1) ?? '').length;
}
/** Size of signatures in points, and how many characters stand on a line. */
const signingSize = 12;
const signingLine = Math.floor(width / signingSize);

/** Signatures that stand on every page (逐页签名) go into its foot, the others under the text. */
function signing(job: PaperJob, kit: Kit, everyPage: boolean): { content: () => Content[]; height: number } {
  const signed = rolesOf(job)
    .filter((role) => role.everyPage === everyPage)
    .flatMap((role) => signatureLines(role, job.signatures));
  const lines = signed.reduce((sum, { text }) => sum + Math.ceil(lengthOf(text) / signingLine), 0);
  const pitch = signingPitch(job);
  return {
    content: () =>
      signed.map(({ text, places }) =>
        kit.set(text, 'body', { places, fontSize: signingSize, lineHeight: pitch / signingSize }),
      ),
    height: lines * pitch,
  };
}

/** 笔录式: facts on lines, the rights told, what was said or seen, signatures on every page. */
export function layOutRecord(job: PaperJob, kit: Kit): Composition {
  const fields = fieldsOf(job.template).filter((field) => isPrinted(field, job) && !isOfAnnex(field, job));
  // What was told stands before what was said, or else before the first running text.
  const firstBlock = fields.some(isDialogue)
    ? fields.findIndex(isDialogue)
    : fields.findIndex((field) => isBlock(field, job));
  const index = firstBlock === -1 ? fields.length : firstBlock;
  const [everyPage, atEnd] = [signing(job, kit, true), signing(job, kit, false)];
  const margins: Margins = { ...formMargins, bottom: formMargins.bottom + everyPage.height };
  const number = numberText(job);
  const after = mixed(fields.slice(index), job, kit);
  // Signatures never stand alone on a page: what was said last goes with them.
  const end = fields.at(-1);
  const together = end && lastPiece(end, job) <= longest ? 1 : 0;
  const [rest, last] = [after.slice(0, after.length - together), after.slice(after.length - together)];
  return {
    title: titleOf(job.template, job.values),
    author: job.office.name,
    date: job.date ?? undated,
    margins,
    size,
    pitch: pitches[kit.density],
    watermark: watermarkOf(job),
    header: continuedHeader(kit, job, margins),
    footer: pageFooter(kit, margins, everyPage.height > 0 ? () => ({ stack: everyPage.content() }) : undefined),
    content: [
      kit.set(organOf(job), 'body', { fontSize: 15, alignment: 'center', lineHeight: 1.4 }),
      titleLine(kit, titleOf(job.template, job.values), width),
      ...(number === '' ? [] : [kit.set(number, 'body', { alignment: 'right' })]),
      gap(4),
      ...mixed(fields.slice(0, index), job, kit),
      gap(10),
      ...told(job, kit),
      ...rest,
      {
        stack: [
          ...last,
          ...(job.state === 'blank'
            ? []
            : [
                ...paragraphs(kit, annexWords(job), size),
                kit.set('（以下空白）', 'body', { alignment: 'center', margin: [0, 6, 0, 8] }),
              ]),
          ...atEnd.content(),
        ],
        unbreakable: true,
      },
      ...annexPages(job, kit, width),
    ],
  };
}
