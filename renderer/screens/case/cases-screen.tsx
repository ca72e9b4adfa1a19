import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { CaseSummary } from '../../../shared/contract/households.ts';
import { partiesTitle } from '../../../shared/procedure/parties.ts';
import { api } from '../../data/api.ts';
import { caseStateWords } from '../../parts/cases/case-words.ts';
import { dayOf } from '../../parts/days/day-words.ts';
import { DayText } from '../../parts/days/day.tsx';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { useKey } from '../../ui/keys.ts';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { List } from '../../ui/list.tsx';
import type { Column } from '../../ui/list-columns.ts';
import { useDefinitions } from '../../data/definitions.ts';
import { useRight } from '../../data/rights.ts';
import { queries } from '../../data/queries.ts';
import { BeginCase } from '../../parts/cases/begin-case.tsx';
import css from './cases-screen.module.css';
import { Check } from '../../ui/choices.tsx';

type StateFilter = CaseSummary['state'] | null;
interface Filter {
  state: StateFilter;
  mine: boolean;
}

const pageSize = 100;

/** 案件: every case this person may open, and the way to register a new source (案源). */
export function CasesScreen() {
  const [filter, setFilter] = useState<Filter>({ state: null, mine: false });
  const [beginning, setBeginning] = useState(false);
  const right = useRight('cases.begin');
  const mayNotSee = useRight('cases.list');
  const { cases, error, more, ready } = useCases(filter, mayNotSee === null);
  const begin = (): void => setBeginning(true);
  useKey('Alt+N', right === null ? begin : null, { hint: '登记案源' });
  const navigate = useNavigate();
  const register = (
    <ReasonButton kind="primary" data-testid="begin-case" keyHint="Alt+N" reason={right} onClick={begin}>
      登记案源
    </ReasonButton>
  );
  return (
    <div className={css.screen} data-ready={ready || mayNotSee !== null ? 'cases' : undefined}>
      <header className={css.head}>
        <h1>案件</h1>
        {mayNotSee === null && <Filters filter={filter} onChange={setFilter} />}
        <span className={css.acts}>
          <ReasonButton data-testid="blanks" onClick={() => void navigate({ to: '/cases/blanks' })}>
            空白文书
          </ReasonButton>
          {register}
        </span>
      </header>
      <RefusalNote error={error} />
      {mayNotSee !== null && <EmptyState title="案件不在您的岗位之内。" why={mayNotSee} article={42} />}
      {ready &&
        (cases.length === 0 ? (
          <EmptyState
            title={filter.mine || filter.state !== null ? '没有符合条件的案件' : '还没有案件'}
            why="收到投诉、举报、移送或者巡查发现线索的，应当立即登记案源，日后才能说清案件从哪里来。"
            article={14}
            action={filter.mine || filter.state !== null ? undefined : register}
          />
        ) : (
          <CaseList cases={cases} />
        ))}
      {more !== null && (
        <ReasonButton kind="quiet" onClick={more}>
          更早的案件
        </ReasonButton>
      )}
      {beginning && <BeginCase onClose={() => setBeginning(false)} />}
    </div>
  );
}

function useCases(
  { state, mine }: Filter,
  enabled: boolean,
): { cases: CaseSummary[]; error: unknown; more: (() => void) | null; ready: boolean } {
  const list = useInfiniteQuery({
    queryKey: queries.cases.list.key({ input: { state, mine } }),
    queryFn: ({ pageParam }) => api.cases.list({ state, mine, before: pageParam, limit: pageSize }),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.length < pageSize ? undefined : last.at(-1)?.createdAt),
    placeholderData: keepPreviousData,
    enabled,
  });
  return {
    cases: list.data?.pages.flat() ?? [],
    error: list.error,
    more: list.hasNextPage ? () => void list.fetchNextPage() : null,
    ready: list.data !== undefined,
  };
}

const states: readonly { value: StateFilter; label: string }[] = [
  { value: null, label: '全部' },
  ...(['source', 'open', 'closed', 'filed'] as const).map((value) => ({ value, label: caseStateWords[value] })),
];

function Filters({ filter, onChange }: { filter: Filter; onChange: (filter: Filter) => void }) {
  return (
    <div className={css.filters}>
      <div role="radiogroup" aria-label="状态" className={css.states}>
        {states.map(({ value, label }) => (
          <label key={label} className={css.state}>
            <input
              type="radio"
              name="state"
              checked={filter.state === value}
              onChange={() => onChange({ ...filter, state: value })}
            />
            <span>{label}</span>
          </label>
        ))}
      </div>
      <Check checked={filter.mine} onChange={(mine) => onChange({ ...filter, mine })}>
        只看我承办的
      </Check>
    </div>
  );
}

const columnsWith = (nameOf: (procedure: string) => string): readonly Column<CaseSummary>[] => [
  {
    title: '当事人',
    width: 'minmax(0, 1.5fr)',
    cell: (row) => <strong title={row.partyNames.join('、')}>{partiesTitle(row.partyNames)}</strong>,
  },
  { title: '案由', width: 'minmax(0, 1.4fr)', cell: (row) => row.causeName },
  {
    title: '案号',
    width: 'minmax(0, 1.4fr)',
    cell: (row) => (row.number === '' ? <span className={css.none}>未编号</span> : row.number),
  },
  { title: '流程', width: 'minmax(0, 1fr)', cell: (row) => nameOf(row.procedure) },
  { title: '登记', width: '8.5rem', cell: (row) => <DayText value={dayOf(row.createdAt)} /> },
  { title: '状态', width: '4.5rem', cell: (row) => caseStateWords[row.state] },
];

function CaseList({ cases }: { cases: readonly CaseSummary[] }) {
  const navigate = useNavigate();
  const definitions = useDefinitions();
  const columns = columnsWith(
    (id) => definitions.data?.procedures.find((procedure) => procedure.id === id)?.name ?? '',
  );
  return (
    <div className={css.list}>
      <List
        label="案件"
        columns={columns}
        rows={cases}
        rowKey={(row) => row.id}
        onOpen={(row) => void navigate({ to: '/cases/$id', params: { id: row.id } })}
        focusFirst
        data-testid="cases"
      />
    </div>
  );
}
