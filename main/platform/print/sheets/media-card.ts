import type { Content, TableCell } from 'pdfmake/interfaces';
import { kindWords } from '../../../../shared/file-content/kind-words.ts';
import type { Printed } from '../compose.ts';
import type { Fonts } from '../fonts.ts';
import { chineseMoment, duration } from '../format.ts';
import { undated } from '../job.ts';
import { balanced, gap } from '../layouts/parts.ts';
import { printPlain } from './plain.ts';
import { spelledOut } from './spelled-out.ts';

/**
 * What stands in a paper file for a recording or another file that cannot be printed (音像说明卡): how it was made, when, by
 * whom, what it proves, and its hashes (证据规定第十二条).
 */
export interface MediaCard {
  office: string;
  caseNumber: string;
  title: string;
  /** 视听资料, 电子数据 … */
  kind: string;
  fileName: string;
  mime: string;
  bytes: number;
  /** Why its content is not printed; '' where nobody would expect it to be. */
  note: string;
  device: string;
  maker: string;
  place: string;
  /** Moments, or ''. */
  startAt: string;
  endAt: string;
  /** Of a recording, by its own file; null where that does not say. */
  seconds: number | null;
  /** 已告知录音录像 (第十五条); null where it is no recording. */
  noticeSpoken: boolean | null;
  proves: string;
  transcript: string;
  sha256: string;
  sm3: string;
  /** Where the original is kept. */
  kept: string;
}

/** What was typed as begin and end stands in its own row; how long the file runs is only what the file says. */
function lengthOf({ noticeSpoken, seconds }: MediaCard): string {
  if (noticeSpoken === null) return '';
  return seconds === null ? '文件里没有写明' : duration(seconds);
}

const inFours = (hash: string): string => (hash.match(/.{1,8}/g) ?? []).join(' ');

function facts(card: MediaCard, fonts: Fonts): [string, string][] {
  const span =
    card.startAt === ''
      ? ''
      : `${chineseMoment(card.startAt)}${card.endAt === '' ? '' : `至${chineseMoment(card.endAt)}`}`;
  return [
    ['证据名称', card.title],
    ['证据种类', card.kind],
    ['案号', card.caseNumber],
    ['文件名', spelledOut(card.fileName, fonts)],
    ['文件格式和大小', `${spelledOut(kindWords(card), fonts)}，${card.bytes.toLocaleString('en-US')} 字节`],
    ...(card.note === '' ? [] : [['内容未排印', card.note] satisfies [string, string]]),
    ['制作时间', span],
    ['文件时长', lengthOf(card)],
    ['制作方法和设备', card.device],
    ['制作人', card.maker],
    ['制作地点', card.place],
    ['告知录音录像', card.noticeSpoken === null ? '' : card.noticeSpoken ? '☑已告知　☐未告知' : '☐已告知　☑未告知'],
    ['证明对象', card.proves],
    ['文字整理', card.transcript],
    ['SHA-256', inFours(card.sha256)],
    ['SM3', inFours(card.sm3)],
    ['原始载体保存', card.kept],
  ];
}

/** Prints the card; a long transcript runs on to further pages. */
export async function mediaCard(card: MediaCard, fonts: Fonts): Promise<Printed> {
  return printPlain(
    {
      title: `音像（电子）资料说明卡 ${card.title}`,
      author: card.office,
      date: card.startAt || undated,
      withoutFooter: true,
    },
    fonts,
    ({ set }, width) => {
      const row = ([label, text]: [string, string]): Content => ({
        table: {
          widths: [92, width - 92 - 22.25],
          heights: 22,
          dontBreakRows: text.length < 600,
          body: [
            [
              {
                ...set(balanced(label, 6), 'hei', { alignment: 'center', lineHeight: 1.3 }),
                verticalAlignment: 'middle',
              },
              { ...set(text === '' ? '/' : text, 'body', { lineHeight: 1.4 }), verticalAlignment: 'middle' },
            ] satisfies TableCell[],
          ],
        },
        layout: 'form',
        margin: [0, -0.75, 0, 0],
      });
      return [
        set(card.office, 'body', { fontSize: 15, alignment: 'center' }),
        set('音像（电子）资料说明卡', 'title', { fontSize: 22, alignment: 'center' }),
        gap(8),
        ...facts(card, fonts).map(row),
        set('本卡所列文件随卷以原始文件保存，未经转码；核对时请以校验值为准。', 'body', {
          fontSize: 10.5,
          margin: [0, 8, 0, 0],
        }),
      ];
    },
  );
}
