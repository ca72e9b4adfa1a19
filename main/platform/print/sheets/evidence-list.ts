import type { Printed } from '../compose.ts';
import type { Fonts } from '../fonts.ts';
import { chineseDay } from '../../../../shared/time/chinese-day.ts';
import { column, grid } from '../layouts/grid.ts';
import { gap } from '../layouts/parts.ts';
import { printPlain } from './plain.ts';

/** One row of a 证据清单, in the columns of 证据规定第十九条 and the reconsideration form. */
export interface EvidenceRow {
  group: string;
  seq: number;
  name: string;
  kind: string;
  source: string;
  proves: string;
  originality: string;
  copies: number;
  /** 起–止, or '' for a recording. */
  pages: string;
  /** Secrets and private matters are marked here (行诉法43). */
  remark: string;
}

export interface EvidenceList {
  office: string;
  /** 行政诉讼 or 行政复议 case, as the court or body names it; '' when it has given none. */
  caseNo: string;
  /** The case of ours. */
  caseName: string;
  recipient: string;
  rows: EvidenceRow[];
  submittedAt: string;
  /** 正本 and copies, one set for each opponent. */
  sets: number;
}

const columns = [
  column('组别', 2.5, 'center'),
  column('序号', 2.5, 'center'),
  column('证据名称', 8, 'left'),
  column('种类', 4),
  column('来源', 5),
  column('证明对象和内容', 8, 'left'),
  column('原件或复制件', 3, 'center'),
  column('份数', 2.5, 'center'),
  column('页码', 3.5, 'center'),
  column('备注', 3),
];

/** Prints the list on landscape pages with the receipt the court fills in (证据规定第二十条). */
export async function evidenceList(list: EvidenceList, fonts: Fonts): Promise<Printed> {
  return printPlain(
    { title: '证据清单', author: list.office, date: list.submittedAt, landscape: true },
    fonts,
    ({ set, density }, width) => [
      set('证据清单', 'title', { fontSize: 22, alignment: 'center' }),
      set(`提交至：${list.recipient}${list.caseNo === '' ? '' : `　　案号：${list.caseNo}`}`, 'body'),
      set(`案由：${list.caseName}　　共${list.rows.length}件，一式${list.sets}份`, 'body'),
      gap(4),
      grid(
        columns,
        list.rows.map((row) => [
          row.group,
          String(row.seq),
          row.name,
          row.kind,
          row.source,
          row.proves,
          row.originality,
          String(row.copies),
          row.pages || '/',
          row.remark,
        ]),
        { set, density },
        { width, size: 10.5 },
      ),
      {
        unbreakable: true,
        stack: [
          gap(10),
          {
            columns: [
              set(`提交人：${list.office}（印章）`, 'body'),
              set(`提交日期：${chineseDay(list.submittedAt)}`, 'body', { alignment: 'right' }),
            ],
          },
          set(
            '收据：以上材料已收到，共＿＿＿份＿＿＿页＿＿＿件，其中原件＿＿＿件。经办人：＿＿＿＿＿＿＿＿　　收到时间：＿＿＿＿年＿＿月＿＿日＿＿时',
            'body',
            { margin: [0, 8, 0, 0] },
          ),
        ],
      },
    ],
  );
}
