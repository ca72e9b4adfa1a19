import type { Content } from 'pdfmake/interfaces';
import { titleOf, type Field } from '../../../../shared/template/template.ts';
import type { FieldValue } from '../../../../shared/template/values.ts';
import { blank, handPitch } from '../blank.ts';
import { printable, type Composition } from '../compose.ts';
import type { FieldPlace } from '../field-place.ts';
import { fieldText, isPrinted, isRowList } from '../field-text.ts';
import { undated, type PaperJob } from '../job.ts';
import { a4, formMargins, type Margins } from '../page.ts';
import { columnFields, rowsTable } from './grid.ts';
import { ofField, type Kit } from './kit.ts';
import { continuedHeader, gap, numberText, pageFooter, titleLine, watermarkOf } from './parts.ts';
import { organOf, othersSealing, ownSeal } from './seal.ts';
import { rolesOf, signatureLines } from './signatures.ts';

/** Key of a row's link target in a dossier; a row never carries it as a value of a field, whose keys begin with a letter. */
export const linkKey = '#link';
const linksOf = (value: FieldValue | undefined): (string | undefined)[] =>
  isRowList(value) ? value.map((row) => (typeof row[linkKey] === 'string' ? row[linkKey] : undefined)) : [];

const isWide = (fields: Field[]): boolean => fields.some((field) => columnFields(field).length > 8);

/** Facts of the list above its table, two to a line where both are short. */
function facts(fields: Field[], job: PaperJob, kit: Kit): Content[] {
  const lines: FactLine[] = [];
  for (const field of fields) {
    const fact = factOf(field, printable(fieldText(field, job.values[field.key], job)) || blank(8));
    const last = lines.at(-1);
    if (last !== undefined && last.places.length === 1 && [...last.text, ...fact.text].length <= mostInLine)
      lines[lines.length - 1] = besides(last, fact);
    else lines.push(fact);
  }
  return lines.map(({ text, places }) =>
    kit.set(text, 'body', { lineHeight: job.state === 'blank' ? handPitch / 12 : 1.5, places }),
  );
}

/** A line of facts, and which stretches of it say fields. */
interface FactLine {
  text: string;
  places: readonly FieldPlace[];
}

/** Characters of two facts that fit beside each other. */
const mostInLine = 34;
const between = '　　';

function factOf({ key, label }: Field, said: string): FactLine {
  const text = `${label}：${said}`;
  return { text, places: [{ key, as: 'value', from: label.length + 1, to: text.length }] };
}

function besides(first: FactLine, next: FactLine): FactLine {
  const begin = first.text.length + between.length;
  const moved = next.places.map((place) => ({ ...place, from: place.from + begin, to: place.to + begin }));
  return { text: `${first.text}${between}${next.text}`, places: [...first.places, ...moved] };
}

function head(job: PaperJob, kit: Kit, width: number): Content[] {
  const number = numberText(job);
  const organ =
    job.template.class === 'archive'
      ? []
      : [kit.set(organOf(job), 'body', { fontSize: 15, alignment: 'center', lineHeight: 1.4 })];
  return [
    ...organ,
    titleLine(kit, titleOf(job.template, job.values), width),
    ...(number === '' ? [] : [kit.set(number, 'body', { alignment: 'right' })]),
    gap(6),
  ];
}

/** Room side by side for the seals of those who hand over and receive. */
const othersSeals = (job: PaperJob, kit: Kit): Content[] => {
  const sealers = othersSealing(job.template);
  return sealers.length === 0
    ? []
    : [
        {
          columns: sealers.map((sealer) => kit.set(`${sealer}（印章）`, 'body')),
          margin: [0, 20, 0, 0],
          unbreakable: true,
        },
      ];
};

/** 清单: facts, one table per list, a note, and signatures. */
export function layOutList(job: PaperJob, kit: Kit): Composition {
  const fields = job.template.sections.flatMap((section) => section.fields).filter((field) => isPrinted(field, job));
  const lists = fields.filter((field) => field.type === 'rows');
  const landscape = isWide(lists);
  const margins: Margins = landscape
    ? { left: formMargins.top, right: formMargins.bottom, top: formMargins.left, bottom: formMargins.right }
    : formMargins;
  const width = (landscape ? a4.height : a4.width) - margins.left - margins.right;
  const isCatalogue = job.template.class === 'archive';
  const [blankRows, caption] =
    lists.length > 1
      ? [[6, 5, 4][kit.density] ?? 4, (field: Field) => field.label]
      : [(landscape ? [10, 9, 7] : [18, 16, 12])[kit.density] ?? 7, () => undefined];
  const tables = lists.flatMap((field): Content[] => [
    rowsTable(field, job.values[field.key], job, ofField(kit, field.key), {
      width,
      size: 10.5,
      blankRows,
      isCatalogue,
      caption: caption(field),
      links: linksOf(job.values[field.key]),
    }),
    gap(8),
  ]);
  const notes = job.template.body ? kit.texts.paragraphs(job.template.body, job) : [];
  return {
    title: titleOf(job.template, job.values),
    author: job.office.name,
    date: job.date ?? undated,
    margins,
    landscape,
    size: 12,
    pitch: 18,
    watermark: watermarkOf(job),
    header: continuedHeader(kit, job, margins),
    footer: pageFooter(kit, margins),
    content: [
      ...head(job, kit, width),
      ...facts(
        fields.filter((field) => field.type !== 'rows'),
        job,
        kit,
      ),
      gap(4),
      ...tables,
      ...notes.map((text) => kit.set(text, 'body', { margin: [0, 4, 0, 0] })),
      {
        stack: rolesOf(job)
          .flatMap((role) => signatureLines(role, job.signatures))
          .map(({ text, places }) => kit.set(text, 'body', { places, margin: [0, 8, 0, 0] })),
        unbreakable: true,
      },
      ...othersSeals(job, kit),
      ...ownSeal(job, kit),
    ],
  };
}
