import type { Content } from 'pdfmake/interfaces';
import { titleOf } from '../../../../shared/template/template.ts';
import { blank, dayToWrite } from '../blank.ts';
import type { Composition } from '../compose.ts';
import { fieldText, isPrinted } from '../field-text.ts';
import { chineseDay } from '../../../../shared/time/chinese-day.ts';
import { undated, type PaperJob } from '../job.ts';
import { a4, gridPitch, gridSize, mm, officialMargins } from '../page.ts';
import { annexPages, annexWords } from './annex.ts';
import { lengthOf } from './grid.ts';
import type { Kit } from './kit.ts';
import { gap, numberText, pageFooter, paragraphs, titleLine, watermarkOf } from './parts.ts';
import { organOf } from './seal.ts';
import { rolesOf, signatureLines } from './signatures.ts';

/** A paragraph of more characters than this may be parted between pages. */
const longest = 300;
const typeWidth = a4.width - officialMargins.left - officialMargins.right;
const line = (kit: Kit): Content => kit.set(' ', 'body');

function head(job: PaperJob, kit: Kit): Content[] {
  const number = numberText(job);
  return [
    titleLine(kit, organOf(job), typeWidth),
    titleLine(kit, titleOf(job.template, job.values), typeWidth),
    // The two title lines take 3 × 22 pt; the rest brings the number onto the grid.
    gap(3 * gridPitch - 66),
    ...(number === '' ? [] : [kit.set(number, 'body', { alignment: 'center' }), line(kit)]),
  ];
}

/** A letter whose template has no text of its own lists its fields. */
function fieldParagraphs(job: PaperJob): string[] {
  return job.template.sections
    .flatMap((section) => section.fields)
    .filter((field) => isPrinted(field, job) && field.type !== 'rows')
    .map((field) => `${field.label}：${fieldText(field, job.values[field.key], job) || blank()}`);
}

/** Width of text in points: Chinese characters are as wide as the type size, the rest is near half of it. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, character) => sum + (character > '\u2E7F' ? gridSize : gridSize / 2), 0);

/** Line pitch by density, in points. */
const pitches = [gridPitch, 26.5, 24] as const;
/** Empty lines between the text and the name of the organ, by density. */
const restLines = [2, 2, 1.7] as const;

/** Diameter of the seal of a county or city bureau (国发〔1999〕25号: 4.2 cm). */
const sealDiameter = mm(42);

/** The seal begins within a line under the text and covers name and day (GB/T 9704-2012 7.3.5). */
const sealAbove = (kit: Kit): number => (restLines[kit.density] - 0.35) * pitches[kit.density];
/** How far the seal reaches below the day. */
const sealBelow = (job: PaperJob, kit: Kit): number =>
  job.template.seal ? sealDiameter - sealAbove(kit) - 2 * pitches[kit.density] : 0;

function sealPlace(job: PaperJob, kit: Kit, centreFromRight: number): Content[] {
  if (!job.template.seal || job.state === 'issued') return [];
  const radius = sealDiameter / 2;
  const left = typeWidth - centreFromRight - radius;
  const top = -sealAbove(kit);
  return [
    {
      canvas: [
        {
          type: 'ellipse',
          x: left + radius,
          y: radius,
          r1: radius,
          r2: radius,
          dash: { length: 3 },
          lineColor: '#b0b0b0',
          lineWidth: 0.8,
        },
      ],
      relativePosition: { x: 0, y: top },
    },
    {
      ...kit.set('（印章）', 'body', { fontSize: 12, lineHeight: 1, color: '#b0b0b0' }),
      relativePosition: { x: left + radius - 24, y: top + 12 },
    } as Content,
  ];
}

/**
 * 落款: 成文日期 in Arabic figures, four characters from the right edge; 署名 centred over it; both under the seal,
 * whose upper edge stays below the text (GB/T 9704-2012 7.3.5).
 */
function closing(job: PaperJob, kit: Kit): Content[] {
  const day = job.date ? chineseDay(job.date) : dayToWrite;
  const organ = organOf(job);
  const [organWidth, dayWidth] = [widthOf(organ), widthOf(day)];
  const centreFromRight = Math.max(dayWidth / 2 + 4 * gridSize, organWidth / 2);
  const centred = (text: string, width: number): Content =>
    kit.set(text, 'body', { margin: [typeWidth - centreFromRight - width / 2, 0, 0, 0], noWrap: true });
  return [
    gap(restLines[kit.density] * pitches[kit.density]),
    ...sealPlace(job, kit, centreFromRight),
    centred(organ, organWidth),
    centred(day, dayWidth),
  ];
}

/** Characters of a line of the grid. */
const perLine = 28;

/** Room to write at the end of a paragraph runs to the end of its last line. */
function filledToLine(paragraph: string): string {
  // Who writes by hand sets the stop.
  const text = paragraph.replace(/(?<=＿{10})。$/, '');
  if (!text.endsWith(blank(10))) return text;
  // Ends of lines stay empty where a stop, a number or a box with its words goes to the next one.
  const over = (lengthOf(text) + 2 + (text.includes('☐') ? 4 : 2)) % perLine;
  return over < perLine / 3
    ? text.slice(0, text.length - Math.ceil(over))
    : `${text}${blank(Math.floor(perLine - over))}`;
}

/** How many copies there are, and how the addressee was told, are not part of what the letter says. */
const isNote = (text: string): boolean => /^(?:本文书一式|告知记录：)/.test(text);

/** Under a thin line: who to ask, and what the office notes for itself. */
function notes(job: PaperJob, own: string[], kit: Kit): Content[] {
  const { address, phone } = job.office;
  const source = job.template.body ?? '';
  const contact =
    job.template.direction === 'internal' || /office\.(phone|address)|contactPhone/.test(source)
      ? []
      : [address ? `地址：${address}` : '', phone ? `联系电话：${phone}` : ''].filter(Boolean);
  const texts = [contact.join('　　'), ...own].filter(Boolean);
  if (texts.length === 0) return [];
  return [
    {
      canvas: [{ type: 'line', x1: 0, y1: 0, x2: typeWidth, y2: 0, lineWidth: 0.6 }],
      margin: [
        0,
        Math.max(
          kit.density === 2 ? 12 : pitches[kit.density] * 0.8,
          rolesOf(job).length > 0 ? 0 : sealBelow(job, kit),
        ),
        0,
        4,
      ],
    },
    ...texts.map((text) => kit.set(text, 'body', { fontSize: 12, lineHeight: 1.5 })),
  ];
}

/** Who signs the letter or acknowledges it, clear of the seal. */
function signing(job: PaperJob, kit: Kit): Content[] {
  const lines = rolesOf(job).flatMap((role) => signatureLines(role, job.signatures));
  return lines.length === 0
    ? []
    : [
        gap(Math.max(12, sealBelow(job, kit))),
        ...lines.map(({ text, places }) => kit.set(text, 'body', { places, leadingIndent: gridSize * 2 })),
      ];
}

/** 公文式: a letter of the office on the grid of GB/T 9704-2012, 22 lines of 28 characters, or closer by the density of the kit. */
export function layOutLetter(job: PaperJob, kit: Kit): Composition {
  const all = job.template.body ? kit.texts.paragraphs(job.template.body, job) : fieldParagraphs(job);
  const body = all.filter((text) => !isNote(text));
  const addressee = job.template.addressee ? kit.texts.paragraphs(job.template.addressee, job) : [];
  const said = [...body, ...(job.remedy ?? []), ...annexWords(job)];
  const texts = paragraphs(kit, said.map(filledToLine), gridSize);
  // The closing never stands alone on a page: it keeps the last paragraph with it (GB/T 9704-2012 7.3.5.5), unless that is long itself.
  const together = [...(said.at(-1) ?? '')].length <= longest ? 1 : 0;
  // The page number keeps its place where the closest setting takes two lines of the foot.
  const margins = kit.density === 2 ? { ...officialMargins, bottom: mm(27) } : officialMargins;
  const end: Content = {
    stack: [...texts.slice(texts.length - together), ...closing(job, kit), ...signing(job, kit)],
    unbreakable: true,
  };
  return {
    title: titleOf(job.template, job.values),
    author: job.office.name,
    date: job.date ?? undated,
    margins,
    size: gridSize,
    pitch: pitches[kit.density],
    watermark: watermarkOf(job),
    footer: pageFooter(kit, margins),
    content: [
      ...head(job, kit),
      ...addressee.map((text) => kit.set(text.endsWith('：') ? text : `${text}：`, 'body')),
      ...texts.slice(0, texts.length - together),
      end,
      { stack: notes(job, all.filter(isNote), kit), unbreakable: true },
      ...annexPages(job, kit, typeWidth),
    ],
  };
}
