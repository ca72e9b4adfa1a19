import type { Content } from 'pdfmake/interfaces';
import type { Printed } from '../compose.ts';
import type { Fonts } from '../fonts.ts';
import { chineseMoment } from '../format.ts';
import { column, grid } from '../layouts/grid.ts';
import { gap } from '../layouts/parts.ts';
import { printPlain } from './plain.ts';

export interface SlipRow {
  seq: number;
  name: string;
  originality: string;
  /** Pages, or '' for a recording. */
  pages: string;
  copies: number;
  /** SHA-256 in hex. */
  sha256: string;
}

/** 移交（调取）清单与回执 (第四十一条): what was handed over, provable by hash and by the anchor of the audit chain. */
export interface HandoverSlip {
  office: string;
  recipient: string;
  caseName: string;
  caseNumber: string;
  rows: SlipRow[];
  manifestSha256: string;
  manifestSm3: string;
  /** 纸上锚点 of the audit chain at this moment. */
  anchor: string;
  madeAt: string;
  madeBy: string;
  /** Where the duplicate is kept. */
  duplicate: string;
}

const columns = [
  column('序号', 2.5, 'center'),
  column('名称', 9, 'left'),
  column('原件或复制件', 3, 'center'),
  column('页数', 2.5, 'center'),
  column('份数', 2.5, 'center'),
  column('校验值（SHA-256）', 11, 'left'),
];

const inEights = (hash: string): string => (hash.match(/.{1,8}/g) ?? []).join(' ');

const signing = (label: string): string => `${label}（签名、盖章）：＿＿＿＿＿＿＿＿＿＿　　＿＿＿＿年＿＿月＿＿日`;

/** Prints the slip in the form both sides sign. */
export async function handoverSlip(slip: HandoverSlip, fonts: Fonts): Promise<Printed> {
  return printPlain(
    { title: '案卷材料移交清单与回执', author: slip.office, date: slip.madeAt },
    fonts,
    ({ set, density }, width) => {
      const line = (text: string): Content => set(text, 'body', { lineHeight: 1.5 });
      return [
        set(slip.office, 'body', { fontSize: 15, alignment: 'center' }),
        set('案卷材料移交清单与回执', 'title', { fontSize: 22, alignment: 'center' }),
        gap(6),
        line(`接收单位：${slip.recipient}`),
        line(`案件：${slip.caseName}（${slip.caseNumber}）`),
        line(`制作：${chineseMoment(slip.madeAt)}　${slip.madeBy}　　共${slip.rows.length}件`),
        gap(4),
        grid(
          columns,
          slip.rows.map((row) => [
            String(row.seq),
            row.name,
            row.originality,
            row.pages || '/',
            String(row.copies),
            inEights(row.sha256),
          ]),
          { set, density },
          { width, size: 10.5 },
        ),
        {
          unbreakable: true,
          stack: [
            gap(8),
            line('清单文件校验值'),
            set(`SHA-256　${inEights(slip.manifestSha256)}`, 'body', { fontSize: 10.5 }),
            set(`SM3　　　${inEights(slip.manifestSm3)}`, 'body', { fontSize: 10.5 }),
            line(`审计锚点　${slip.anchor}`),
            line(`复制件留存：${slip.duplicate}`),
            gap(10),
            set(signing('移交人'), 'body', { lineHeight: 2.2 }),
            set(signing('接收人'), 'body', { lineHeight: 2.2 }),
            set('回执编号：＿＿＿＿＿＿＿＿＿＿　　接收意见：＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿＿', 'body', {
              lineHeight: 2.2,
            }),
          ],
        },
      ];
    },
  );
}
