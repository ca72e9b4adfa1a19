import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { CaseSummary } from '../../../shared/contract/households.ts';
import { partiesTitle } from '../../../shared/procedure/parties.ts';
import { dayOf } from '../../parts/days/day-words.ts';
import { DayCell, PeriodTag } from '../../parts/days/day.tsx';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { Panel } from '../../ui/panel.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { List } from '../../ui/list.tsx';
import type { Column } from '../../ui/list-columns.ts';
import { ScreenHead } from '../../ui/screen-head.tsx';
import { useToday } from '../../data/session.ts';
import { useRight } from '../../data/rights.ts';
import { queries } from '../../data/queries.ts';
import css from './archive.module.css';
import { byUrgency } from './filing-draft.ts';
import { filingPeriod, type QueuedCase } from './filing-period.ts';
import { OverdueNote } from '../../parts/days/overdue-note.tsx';

/** 归档: what must be filed, most urgent first, and what is filed. */
export function ArchiveScreen() {
  const mayNotList = useRight('cases.list');
  const queue = useQuery({ ...queries.archive.queue.queryOptions(), staleTime: 0 });
  const filed = useQuery({
    ...queries.cases.list.queryOptions({ input: { state: 'filed', order: 'begun', descending: true, limit: 200 } }),
    enabled: mayNotList === null,
  });
  const settled = queue.isFetched && (mayNotList !== null || filed.isFetched);
  return (
    <div className={css.screen} data-ready={settled || undefined}>
      <ScreenHead title="归档" />
      <RefusalNote error={queue.error ?? filed.error} />
      {queue.data !== undefined && <Queue rows={queue.data} />}
      {filed.data !== undefined && <Filed cases={filed.data} />}
    </div>
  );
}

const queueColumns = (today: string): readonly Column<QueuedCase>[] => [
  { title: '还剩', width: '8.5rem', cell: (row) => <PeriodTag period={filingPeriod(row.due)} now={today} /> },
  { title: '归档期限', width: '6.5rem', cell: (row) => <DayCell value={row.due} /> },
  { title: '当事人', width: 'minmax(0, 1.4fr)', cell: (row) => <strong>{row.partyName}</strong> },
  { title: '案由', width: 'minmax(0, 1.2fr)', cell: (row) => row.causeName },
  { title: '案号', width: 'minmax(0, 1.2fr)', cell: (row) => row.number },
  { title: '执行终结', width: '6.5rem', cell: (row) => <DayCell value={row.closedAt} /> },
];

function Queue({ rows }: { rows: readonly QueuedCase[] }) {
  const navigate = useNavigate();
  const columns = queueColumns(useToday());
  const overdue = rows.filter((row) => row.overdue).length;
  return (
    <Panel title="待归档" note={<OverdueNote overdue={overdue} count={rows.length} unit="件" />}>
      {rows.length === 0 ? (
        <EmptyState
          title="没有待归档的案件。"
          why="案件结案以后，应当自执行终结之日起30日内收集整理、立卷归档，到时会按期限排在这里。"
          article={35}
        />
      ) : (
        <List
          label="待归档"
          columns={columns}
          rows={byUrgency(rows)}
          rowKey={(row) => row.caseId}
          onOpen={(row) => void navigate({ to: '/archive/$caseId', params: { caseId: row.caseId } })}
          focusFirst
          data-testid="archive-queue"
        />
      )}
    </Panel>
  );
}

const FILED_COLUMNS: readonly Column<CaseSummary>[] = [
  {
    title: '当事人',
    width: 'minmax(0, 1.4fr)',
    cell: (row) => <strong title={row.partyNames.join('、')}>{partiesTitle(row.partyNames)}</strong>,
  },
  { title: '案由', width: 'minmax(0, 1.2fr)', cell: (row) => row.causeName },
  { title: '案号', width: 'minmax(0, 1.2fr)', cell: (row) => row.number },
  { title: '登记', width: '6.5rem', cell: (row) => <DayCell value={dayOf(row.createdAt)} /> },
];

function Filed({ cases }: { cases: readonly CaseSummary[] }) {
  const navigate = useNavigate();
  return (
    <Panel
      title="已归档"
      note={cases.length === 200 ? '最近 200 件，更早的请按当事人在一户式中查' : `${cases.length} 件`}
    >
      {cases.length === 0 ? (
        <EmptyState title="还没有归档的案卷。" why="归档后的案卷集中保管，在这里打开、打印。" article={35} />
      ) : (
        <List
          label="已归档"
          columns={FILED_COLUMNS}
          rows={cases}
          rowKey={(row) => row.id}
          onOpen={(row) => void navigate({ to: '/archive/$caseId', params: { caseId: row.id } })}
          data-testid="filed"
        />
      )}
    </Panel>
  );
}
