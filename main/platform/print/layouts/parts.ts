import type { Content } from 'pdfmake/interfaces';
import { titleOf } from '../../../../shared/template/template.ts';
import { blank, hasRoom } from '../blank.ts';
import type { PaperJob } from '../job.ts';
import type { Margins } from '../page.ts';
import type { PageDecoration } from '../pdfmake.ts';
import type { Kit } from './kit.ts';

export const watermarkOf = ({ state, onScreen = false }: PaperJob): string | undefined =>
  state === 'draft' && !onScreen ? '草稿' : undefined;

/** The number of a paper, or the place where it is written. */
export const numberText = (job: PaperJob): string =>
  job.number ??
  (job.template.numbering ? `${job.office.code}${job.template.numbering.letters}字〔${blank(2)}〕第${blank(2)}号` : '');

const titleSize = 22;

/** Empty room of so many points. */
export const gap = (height: number): Content => ({ stack: [], margin: [0, 0, 0, height] });

/** Where a label too long for its line is parted at a bracket: after one in its middle that fits, else before it. */
function bracketCut(characters: string[], most: number): number {
  const [open, close] = [characters.indexOf('（'), characters.indexOf('）') + 1];
  return close > 0 && close < characters.length && close <= most ? close : open;
}

/** Cuts a label that needs several lines of `most` characters into lines of like length: 涉嫌违反 / 的规定; a bracket is not torn where it fits. */
export function balanced(label: string, most: number): string {
  if (label.includes('\n'))
    return label
      .split('\n')
      .map((line) => balanced(line, most))
      .join('\n');
  const characters = [...label];
  const lines = Math.ceil(characters.length / most);
  if (lines < 2) return label;
  const cut = bracketCut(characters, most);
  if (cut > 0)
    return [characters.slice(0, cut), characters.slice(cut)].map((part) => balanced(part.join(''), most)).join('\n');
  if (/[\w\s]/.test(label)) return label;
  const length = Math.ceil(characters.length / lines);
  const cuts = Array.from({ length: lines }, (_, index) =>
    characters.slice(index * length, (index + 1) * length).join(''),
  );
  // No line begins with a stop.
  return cuts.join('\n').replaceAll(/\n([，、：；）])/g, '$1\n');
}

/** 发文机关 and 文书名称 in 2号小标宋, centred (GB/T 9704-2012 7.3.1); a name too long for one line gets smaller type down to 3号. */
export function titleLine(kit: Pick<Kit, 'set'>, text: string, width: number, size = titleSize): Content {
  const fitting = Math.max(16, Math.min(size, Math.floor(width / [...text].length)));
  return kit.set(text, 'title', { fontSize: fitting, lineHeight: 1.5, alignment: 'center' });
}

/** 第 x 页 共 y 页, centred in the foot of the page; `above` is set first, anew for each page. */
export const pageFooter =
  (kit: Pick<Kit, 'set'>, margins: Margins, above?: () => Content): PageDecoration =>
  (page, pages) => ({
    stack: [
      ...(above ? [above()] : []),
      kit.set(`第 ${page} 页　共 ${pages} 页`, 'body', { fontSize: 10.5, lineHeight: 1.2, alignment: 'center' }),
    ],
    margin: [margins.left, above ? 4 : Math.min(18, margins.bottom / 3), margins.right, 0],
  });

/** What a paper of several pages is, on top of every page but the first. */
export const continuedHeader =
  (kit: Kit, job: PaperJob, margins: Margins): PageDecoration =>
  (page) =>
    page === 1
      ? null
      : {
          columns: [
            kit.set(`${titleOf(job.template, job.values)}（续）`, 'hei', { fontSize: 10.5, lineHeight: 1.2 }),
            kit.set(job.number ?? '', 'body', { fontSize: 10.5, lineHeight: 1.2, alignment: 'right' }),
          ],
          margin: [margins.left, margins.top - 20, margins.right, 0],
        };

/** Paragraphs of body text, first line indented by two characters. */
export const paragraphs = (kit: Pick<Kit, 'set'>, texts: string[], size: number): Content[] =>
  texts.map((text) =>
    kit.set(text, isHeading(text) ? 'hei' : 'body', { alignment: alignmentOf(text), leadingIndent: size * 2 }),
  );

/** A line with room to write in it is not pulled apart: the low lines of the room would part. */
export const alignmentOf = (text: string): 'left' | 'justify' => (hasRoom(text) ? 'left' : 'justify');

/** 一、… as a heading of its own stands in 黑体 (GB/T 9704-2012 7.3.3); a whole sentence stays body text. */
const isHeading = (text: string): boolean => /^[一二三四五六七八九十]+、[^，。；：]{1,20}$/.test(text);
