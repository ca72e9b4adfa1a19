import { ArticleLink } from '../../parts/articles/article-link.tsx';
import { severityWords } from '../../parts/findings/finding-words.ts';
import { ReadTable } from '../../ui/read-table.tsx';
import type { Column } from '../../ui/list-columns.ts';
import { checkRows, type CheckRow } from './check-rows.ts';
import css from './regulation.module.css';
import type { TableViewProps } from './table-view.ts';
import { rowsWith } from '../../ui/rows-with.ts';
import { SeverityTag } from '../../parts/findings/severity-tag.tsx';

const COLUMNS: readonly Column<CheckRow>[] = [
  { title: '编号', width: '4.8rem', cell: (row) => row.id },
  { title: '看什么', width: '', cell: (row) => <strong>{row.looksAt}</strong> },
  {
    title: '轻重',
    width: '6.2rem',
    cell: (row) => <SeverityTag severity={row.severity} />,
  },
  { title: '条文', width: '7rem', cell: (row) => row.article !== null && <ArticleLink article={row.article} /> },
  { title: '依据', width: '17%', cell: (row) => <span className="second">{row.basis}</span> },
  { title: '谁判断', width: '5.2rem', cell: (row) => row.by },
  { title: '怎样判断', width: '27%', cell: (row) => <span className="second">{row.how}</span> },
];

const wordsOf = (row: CheckRow): string[] => [
  row.id,
  row.looksAt,
  row.basis,
  row.by,
  row.how,
  severityWords[row.severity],
];

/** What is checked: by the program, or by a person and why. */
export function ChecksView({ find, row: sentTo }: TableViewProps) {
  const rows = rowsWith(checkRows, find, wordsOf);
  const people = rows.filter((row) => row.by === '人').length;
  return (
    <div className={css.table}>
      <p className={css.tableNote}>
        共{rows.length}项：程序判断{rows.length - people}项，由人判断{people}
        项。案卷快照里看不出来的，由人看过材料后回答，回答记录在案。
      </p>
      <ReadTable
        label="核查项"
        columns={COLUMNS}
        rows={rows}
        rowKey={(row) => `${row.id}${row.by === '人' ? '?' : ''}`}
        current={sentTo === undefined ? undefined : keyOf(sentTo, rows)}
        none="没有这样的核查项。"
        data-testid="checks"
      />
    </div>
  );
}

const keyOf = (id: string, rows: readonly CheckRow[]): string =>
  rows.some((row) => row.id === id && row.by === '程序') ? id : `${id}?`;
