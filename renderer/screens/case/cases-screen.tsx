import { now as clockNow } from '../../data/clock.ts';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import type { CaseLine, CaseOrder } from '../../../shared/contract/cases.ts';
import { partiesTitle } from '../../../shared/procedure/parties.ts';
import { api } from '../../data/api.ts';
import { queries } from '../../data/queries.ts';
import { useRight } from '../../data/rights.ts';
import { useToday } from '../../data/session.ts';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { BeginCase } from '../../parts/cases/begin-case.tsx';
import { numberWords } from '../../../shared/procedure/case-words.ts';
import { PeriodTag } from '../../parts/days/day.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { useKey } from '../../ui/keys.ts';
import { List, NumberTail } from '../../ui/list.tsx';
import type { Column, Ordered } from '../../ui/list-columns.ts';
import { useWide } from '../../ui/measures.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { ScreenHead } from '../../ui/screen-head.tsx';
import { Tag } from '../../ui/tag.tsx';
import { CaseFilters, noFilter, type CaseFilter } from './cases-filters.tsx';
import { CasePreview } from './cases-preview.tsx';
import css from './cases-screen.module.css';

const pageSize = 100;
/** Working days without an act that are marked in the list. */
const LONG_STILL = 10;

/** 案件: every case this person may open, what comes next in it and until when, and the way to register a new source (案源). */
export function CasesScreen() {
  const { filter, setFilter, isFiltered } = useFilter();
  const [ordered, setOrdered] = useState<Ordered>({ by: 'due', descending: false });
  const [beginning, setBeginning] = useState(false);
  const right = useRight('cases.begin');
  const mayNotSee = useRight('cases.list');
  const { cases, error, more, ready } = useCases(filter, ordered, mayNotSee === null);
  const begin = (): void => setBeginning(true);
  useKey('Alt+N', right === null ? begin : null, { hint: '登记', reason: right });
  const navigate = useNavigate();
  const register = (
    <ReasonButton kind="primary" data-testid="begin-case" keyHint="Alt+N" reason={right} onClick={begin}>
      登记案源或者申请
    </ReasonButton>
  );
  return (
    <div className={css.screen} data-ready={ready || mayNotSee !== null ? 'cases' : undefined}>
      <ScreenHead title="案件">
        <ReasonButton data-testid="blanks" onClick={() => void navigate({ to: '/cases/blanks' })}>
          空白文书
        </ReasonButton>
        {register}
      </ScreenHead>
      {mayNotSee === null && <CaseFilters filter={filter} onChange={setFilter} />}
      <RefusalNote error={error} />
      {mayNotSee !== null && <EmptyState title="案件不在您的岗位之内。" why={mayNotSee} article={42} />}
      {ready &&
        (cases.length === 0 ? (
          <NoCases isFiltered={isFiltered} register={register} />
        ) : (
          <Cases key={filter.officerId} cases={cases} ordered={ordered} onOrder={setOrdered} onNearEnd={more} />
        ))}
      {beginning && <BeginCase onClose={() => setBeginning(false)} />}
    </div>
  );
}

/** Whose cases are shown stands in the address, where F3 can put it again. */
function useFilter(): { filter: CaseFilter; setFilter: (filter: CaseFilter) => void; isFiltered: boolean } {
  const { officer = null } = useSearch({ from: '/cases' });
  const [own, setOwn] = useState(noFilter);
  const navigate = useNavigate();
  const setFilter = (next: CaseFilter): void => {
    setOwn(next);
    if (next.officerId !== officer)
      void navigate({ to: '/cases', search: { officer: next.officerId ?? undefined }, replace: true });
  };
  return { filter: { ...own, officerId: officer }, setFilter, isFiltered: own !== noFilter || officer !== null };
}

const NoCases = ({ isFiltered, register }: { isFiltered: boolean; register: ReactNode }) => (
  <EmptyState
    title={isFiltered ? '没有符合条件的案件' : '还没有案件'}
    why="收到投诉、举报、移送、申请或者巡查发现线索的，应当立即登记，日后才能说清案件从哪里来。"
    article={14}
    action={isFiltered ? undefined : register}
  />
);

interface CasesFound {
  cases: readonly CaseLine[];
  error: unknown;
  more: (() => void) | undefined;
  ready: boolean;
}

function useCases(filter: CaseFilter, { by, descending }: Ordered, enabled: boolean): CasesFound {
  const ask = { ...filter, order: by as CaseOrder, descending };
  const list = useInfiniteQuery({
    queryKey: queries.cases.list.key({ input: ask }),
    queryFn: ({ pageParam }) => api.cases.list({ ...ask, after: pageParam, limit: pageSize }),
    initialPageParam: null as { place: string; id: string } | null,
    getNextPageParam: (last) => {
      const line = last.at(-1);
      return last.length < pageSize || line === undefined ? undefined : { place: line.place, id: line.id };
    },
    placeholderData: keepPreviousData,
    enabled,
  });
  return {
    cases: list.data?.pages.flat() ?? [],
    error: list.error,
    more: list.hasNextPage ? () => void list.fetchNextPage() : undefined,
    ready: list.data !== undefined,
  };
}

const columnsOn = (today: string): readonly Column<CaseLine>[] => [
  {
    title: '当事人和案由',
    width: 'minmax(0, 2fr)',
    cell: ({ partyNames, causeName }) => (
      <>
        <strong title={partyNames.join('、')}>{partiesTitle(partyNames)}</strong>
        <span className="second">{`　${causeName}`}</span>
      </>
    ),
  },
  { title: '下一步', width: 'minmax(0, 1.3fr)', cell: ({ next }) => next.replace(/^下一步：/, '') },
  {
    title: '最近期限',
    width: '10rem',
    order: 'due',
    cell: ({ period }) =>
      period === null ? '' : <PeriodTag period={period} now={period.unit === 'H' ? clockNow().toISOString() : today} />,
  },
  {
    title: '停滞',
    width: '6rem',
    order: 'touched',
    cell: ({ idleDays }) =>
      idleDays === null ? '' : idleDays < LONG_STILL ? `${idleDays} 天` : <Tag tone="care">{idleDays} 天</Tag>,
  },
  { title: '承办', width: '8rem', cell: ({ officers }) => officers.join('、') },
  {
    title: '案号',
    width: 'minmax(0, 1fr)',
    order: 'begun',
    cell: ({ number }) =>
      number === '' ? <span className={css.none}>{numberWords(number)}</span> : <NumberTail number={number} />,
  },
];

interface CasesProps {
  cases: readonly CaseLine[];
  ordered: Ordered;
  onOrder: (ordered: Ordered) => void;
  onNearEnd: (() => void) | undefined;
}

/** The list, and in a wide window what is known of the case in hand beside it. */
function Cases({ cases, ordered, onOrder, onNearEnd }: CasesProps) {
  const navigate = useNavigate();
  const [inHand, setInHand] = useState(0);
  const wide = useWide();
  const columns = columnsOn(useToday());
  const line = cases[Math.min(inHand, cases.length - 1)];
  return (
    <div className={wide ? css.panes : css.pane}>
      <List
        label="案件"
        columns={columns}
        rows={cases}
        rowKey={(row) => row.id}
        inHand={inHand}
        onMove={setInHand}
        onOpen={(row) => void navigate({ to: '/cases/$id', params: { id: row.id } })}
        onNearEnd={onNearEnd}
        order={{
          ...ordered,
          onChange: (next) => {
            setInHand(0);
            onOrder(next);
          },
        }}
        focusFirst
        data-testid="cases"
      />
      {wide && line !== undefined && <CasePreview line={line} />}
    </div>
  );
}
