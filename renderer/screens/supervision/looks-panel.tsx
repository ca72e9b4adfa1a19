import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Look } from '../../../shared/contract/looks.ts';
import { api } from '../../data/api.ts';
import { queries } from '../../data/queries.ts';
import { useRight } from '../../data/rights.ts';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { DayCell } from '../../parts/days/day.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import type { Column } from '../../ui/list-columns.ts';
import { List } from '../../ui/list.tsx';
import css from './supervision.module.css';

const PAGE = 500;

const COLUMNS: readonly Column<Look>[] = [
  { title: '时间', width: '9.5rem', cell: (look) => <DayCell value={look.at} /> },
  { title: '人员', width: '6rem', cell: (look) => look.who },
  { title: '查阅', width: '7rem', cell: (look) => <strong>{look.kind}</strong> },
  { title: '名称或者搜索的字', width: 'minmax(0, 1fr)', cell: (look) => <span title={look.what}>{look.what}</span> },
];

/** All that was looked at and searched for at this workstation, newest first (第四十二条). */
export function LooksPanel() {
  const notMine = useRight('supervision.looks');
  return notMine === null ? (
    <Looks />
  ) : (
    <EmptyState
      title="全部查阅记录不在您的岗位之内。"
      why={`${notMine}自己案件的查阅记录，在案件的“查阅”一栏里看。`}
      article={42}
    />
  );
}

function Looks() {
  const [reached, setReached] = useState(0);
  const list = useInfiniteQuery({
    queryKey: queries.supervision.looks.key({ input: { limit: PAGE } }),
    queryFn: ({ pageParam, signal }) => api.supervision.looks({ before: pageParam, limit: PAGE }, { signal }),
    initialPageParam: null as number | null,
    getNextPageParam: (last) => (last.length < PAGE ? undefined : last.at(-1)?.seq),
    // Looking changes nothing, so no signal says that somebody has.
    staleTime: 0,
  });
  const rows = list.data?.pages.flat() ?? [];
  const more = (): void => {
    if (list.hasNextPage && !list.isFetching) void list.fetchNextPage();
  };
  return (
    <section className={css.panel} aria-label="查阅记录">
      <RefusalNote error={list.error} />
      {list.isSuccess && rows.length === 0 ? (
        <EmptyState title="还没有查阅记录。" why="打开过案件、文书、证据，查找过的，登记在这里。" article={42} />
      ) : (
        <List
          label="查阅记录"
          columns={COLUMNS}
          rows={rows}
          rowKey={({ seq }) => String(seq)}
          inHand={Math.min(reached, Math.max(0, rows.length - 1))}
          onMove={setReached}
          onNearEnd={more}
          focusFirst
          data-testid="looks"
        />
      )}
    </section>
  );
}
