import type { Printed } from '../compose.ts';
import type { Fonts } from '../fonts.ts';
import { chineseDay } from '../../../../shared/time/chinese-day.ts';
import { paragraphs } from '../layouts/parts.ts';
import { gridPitch, gridSize, officialMargins } from '../page.ts';
import { printPlain } from './plain.ts';

/** 行政诉讼答辩状 or 行政复议答复书 (行诉法67, 复议法48). */
export interface Answer {
  kind: 'court' | 'reconsideration';
  office: string;
  address: string;
  /** 法定代表人 or 负责人 and the agent, '' where not given. */
  head: string;
  agent: string;
  recipient: string;
  caseNo: string;
  opponents: string[];
  /** Paragraphs of the answer as typed. */
  text: string;
  attachments: string[];
  date: string;
}

const titles = { court: '行政诉讼答辩状', reconsideration: '行政复议答复书' } as const;
const roles = {
  court: { own: '答辩人', other: '原告' },
  reconsideration: { own: '答复人（被申请人）', other: '申请人' },
} as const;

/** Prints the answer on the grid of GB/T 9704-2012. */
export async function answer(paper: Answer, fonts: Fonts): Promise<Printed> {
  const { own, other } = roles[paper.kind];
  const sheet = {
    title: titles[paper.kind],
    author: paper.office,
    date: paper.date,
    margins: officialMargins,
    size: gridSize,
    pitch: gridPitch,
  };
  return printPlain(sheet, fonts, (kit) => {
    const { set } = kit;
    const head = [
      `${own}：${paper.office}${paper.address === '' ? '' : `，住所：${paper.address}`}`,
      ...(paper.head === '' ? [] : [`法定代表人（负责人）：${paper.head}`]),
      ...(paper.agent === '' ? [] : [`委托代理人：${paper.agent}`]),
      `${other}：${paper.opponents.join('、')}`,
      ...(paper.caseNo === '' ? [] : [`案号：${paper.caseNo}`]),
    ];
    const attachments = paper.attachments.map((text, index) => ({
      text: `${index === 0 ? '附件：' : ''}${index + 1}．${text}`,
      indent: (index === 0 ? 2 : 5) * gridSize,
    }));
    return [
      set(sheet.title, 'title', { fontSize: 22, alignment: 'center', lineHeight: (2 * gridPitch) / 22 }),
      ...paragraphs(kit, [...head, ...paper.text.split(/\n+/).filter((text) => text.trim() !== '')], gridSize),
      set('此致', 'body', { leadingIndent: gridSize * 2 }),
      set(paper.recipient, 'body'),
      {
        unbreakable: true,
        stack: [
          set(' ', 'body'),
          ...attachments.map(({ text, indent }) => set(text, 'body', { margin: [indent, 0, 0, 0] })),
          set(' ', 'body'),
          set(`${own}：${paper.office}（印章）`, 'body', { alignment: 'right' }),
          set(`${chineseDay(paper.date)}　　`, 'body', { alignment: 'right', margin: [0, 0, gridSize * 2, 0] }),
        ],
      },
    ];
  });
}
