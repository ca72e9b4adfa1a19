import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Handover } from '../../../shared/contract/handover.ts';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { useKey } from '../../ui/keys.ts';
import { List } from '../../ui/list.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import type { Column } from '../../ui/list-columns.ts';
import { ScreenHead } from '../../ui/screen-head.tsx';
import { useRight } from '../../data/rights.ts';
import { api } from '../../data/api.ts';
import { queries } from '../../data/queries.ts';
import { AnswerState } from './answer-state.tsx';
import { CaseChooser } from './case-chooser.tsx';
import { HandoverDetail } from './handover-detail.tsx';
import { kindWords, stateWords } from './handover-draft.ts';
import css from './handover.module.css';

const COLUMNS: readonly Column<Handover>[] = [
  {
    title: '接收机关',
    width: 'minmax(0, 1.4fr)',
    cell: (row) => <strong title={row.recipient}>{row.recipient}</strong>,
  },
  { title: '用途', width: '4.6rem', cell: (row) => kindWords[row.kind] },
  {
    title: '状态',
    width: '8rem',
    cell: (row) =>
      row.state === 'failed' ? <span className="harm">{stateWords[row.state]}</span> : stateWords[row.state],
  },
  { title: '期限', width: '8.5rem', cell: (row) => <AnswerState handover={row} /> },
  { title: '纸上锚点', width: '9.5rem', cell: (row) => <span className={css.hash}>{row.anchor.split(' ')[0]}</span> },
  {
    title: '签收人',
    width: '8rem',
    cell: (row) => <span title={row.receipt?.receivedBy}>{row.receipt?.receivedBy}</span>,
  },
];

const PAGE = 100;

/** All hand-overs, page after page as the end of the list comes near. */
function useHandovers() {
  const list = useInfiniteQuery({
    queryKey: queries.handover.list.key({ input: { limit: PAGE } }),
    queryFn: ({ pageParam, signal }) => api.handover.list({ before: pageParam, limit: PAGE }, { signal }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.length < PAGE ? undefined : last.at(-1)?.id),
  });
  const more = (): void => {
    if (list.hasNextPage && !list.isFetching) void list.fetchNextPage();
  };
  return { ...list, more };
}

/** 移送: what was handed to courts and reconsideration bodies, whether it was whole, and who took it (第四十一条). */
export function HandoverScreen() {
  const mayNotPlan = useRight('handover.plan');
  const found = useHandovers();
  const [index, setIndex] = useState(0);
  const [choosing, setChoosing] = useState(false);
  const begin = (): void => setChoosing(true);
  useKey('Alt+N', mayNotPlan === null ? begin : null, { hint: '准备移送', reason: mayNotPlan });
  const handovers = found.data?.pages.flat() ?? [];
  const handover = handovers[Math.min(index, handovers.length - 1)];
  const button = (
    <ReasonButton kind="primary" keyHint="Alt+N" reason={mayNotPlan} onClick={begin} data-testid="begin-handover">
      准备移送材料
    </ReasonButton>
  );
  return (
    <div className={css.screen} data-ready={found.isFetched || undefined}>
      <ScreenHead title="移送">{handovers.length > 0 && button}</ScreenHead>
      <RefusalNote error={found.error} />
      {found.isSuccess && handover === undefined && (
        <EmptyState
          title="还没有移送记录。"
          why="法院、复议机关调取案卷的，提供的材料要完整、未经改动，并保留副本和回执。"
          article={41}
          action={button}
        />
      )}
      {handover !== undefined && (
        <div className={css.list}>
          <List
            label="移送记录"
            columns={COLUMNS}
            rows={handovers}
            rowKey={(row) => row.id}
            inHand={index}
            onMove={setIndex}
            onNearEnd={found.more}
            focusFirst
            data-testid="handovers"
          />
          <aside className={css.detail} aria-label="移送详情" data-pane>
            <HandoverDetail handover={handover} />
          </aside>
        </div>
      )}
      {choosing && <CaseChooser onClose={() => setChoosing(false)} />}
    </div>
  );
}
