import { useState } from 'react';
import { Fact, Facts } from '../ui/fact.tsx';
import { Fault } from '../ui/fault.tsx';
import type { Column } from '../ui/list-columns.ts';
import { List, NumberTail, TwoLines } from '../ui/list.tsx';
import { Note } from '../ui/note.tsx';
import { Progress } from '../ui/progress.tsx';
import { ReadTable } from '../ui/read-table.tsx';
import { ReasonButton } from '../ui/reason-button.tsx';
import { Splitter } from '../ui/splitter.tsx';
import { Tag } from '../ui/tag.tsx';
import { Exhibit } from './exhibit.tsx';
import css from './gallery.module.css';

interface Row {
  party: string;
  what: string;
  number: string;
  day: string;
}

const rows: readonly Row[] = [
  ['辽源市福满园餐饮有限公司', '延长工作时间', '04-13'],
  ['辽源市瑞祥物业服务有限公司', '拖欠工资', '04-20'],
  ['辽源市龙山区鑫达机械加工厂（个人独资企业）', '未缴社会保险费', '05-06'],
].map(([party = '', what = '', day = ''], index) => ({
  party,
  what,
  number: `辽人社监立字〔2026〕第00${index + 1}号`,
  day,
}));

const columns: readonly Column<Row>[] = [
  {
    title: '当事人',
    width: 'minmax(0, 1fr)',
    cell: ({ party, what }) => <TwoLines first={<strong>{party}</strong>} second={what} />,
  },
  { title: '期限', width: '9rem', cell: ({ day }) => <Tag tone="soon">{`剩 3 天　${day}`}</Tag> },
  { title: '案号', width: '9rem', cell: ({ number }) => <NumberTail number={number} /> },
];

/** What is read. */
export function Lists() {
  const [index, setIndex] = useState(1);
  return (
    <>
      <Exhibit title="列表" note="list.tsx，方向键移动，Enter 打开">
        <div className={css.list}>
          <List
            label="案件"
            columns={columns}
            rows={rows}
            rowKey={(row) => row.number}
            inHand={index}
            onMove={setIndex}
          />
        </div>
        <ReadTable
          label="期限"
          columns={columns.map((column) => ({ ...column, width: column.width.startsWith('min') ? '' : column.width }))}
          rows={rows}
          rowKey={(row) => row.number}
          current={rows[0]?.number}
          none="没有期限。"
        />
      </Exhibit>
      <Exhibit title="事实、进度与提示" note="fact.tsx，progress.tsx，note.tsx，fault.tsx">
        <Facts inLine>
          <Fact term="在办">12 件</Fact>
          <Fact term="逾期">1 件</Fact>
        </Facts>
        <Progress label="正在核对" done={62} of={152} />
        <Note happened="没有出具：还缺决定日期。" actions={<ReasonButton keyHint="F2">去填第一项</ReasonButton>}>
          决定书要写齐当事人、事实和证据、依据、内容和日期（第二十六条）。
        </Note>
        <Fault>这份证据读不出来：文件少了 12 个字节。</Fault>
      </Exhibit>
      <Exhibit title="分栏" note="splitter.tsx，方向键移动">
        <Splitter
          className={css.panes}
          panes={[
            { id: 'left', share: '40%', least: 80, children: <p>步骤</p> },
            { id: 'right', least: 80, handle: '调整步骤的宽度', children: <p>填写</p> },
          ]}
        />
      </Exhibit>
    </>
  );
}
