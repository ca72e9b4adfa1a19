import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useRef, useState, type KeyboardEvent } from 'react';
import type { HouseholdHit } from '../../../shared/contract/households.ts';
import { dayOf } from '../../parts/days/day-words.ts';
import { DayCell } from '../../parts/days/day.tsx';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { HouseholdMaker } from '../../parts/parties/household-maker.tsx';
import { isComposing } from '../../ui/keys.ts';
import { TextField } from '../../ui/labelled-fields.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { ScreenHead } from '../../ui/screen-head.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { List } from '../../ui/list.tsx';
import type { Column } from '../../ui/list-columns.ts';
import { useQueryText, type QueryText } from '../../ui/use-query-text.ts';
import { useRight } from '../../data/rights.ts';
import { queries } from '../../data/queries.ts';
import css from './households-screen.module.css';

const COLUMNS: readonly Column<HouseholdHit>[] = [
  { title: '名称', width: 'minmax(0, 2fr)', cell: (hit) => <strong>{hit.name}</strong> },
  { title: '编号', width: '12.5rem', cell: (hit) => hit.key },
  { title: '类别', width: '5.5rem', cell: (hit) => hit.kind },
  { title: '地址', width: 'minmax(0, 1.8fr)', cell: (hit) => <span className="second">{hit.address}</span> },
  { title: '案件', width: '4.5rem', cell: (hit) => `${hit.cases} 件` },
  { title: '最近办理', width: '6.5rem', cell: (hit) => <DayCell value={dayOf(hit.lastAt)} /> },
];

const MOST = 200;

/** 一户式: finds the file of one enforcement target, or opens a new one. */
export function HouseholdsScreen() {
  const search = useHouseholdSearch();
  const { query, hits, isFound } = search;
  const [making, setMaking] = useState(false);
  const list = useRef<HTMLDivElement>(null);
  const navigate = useNavigate();
  const notMine = useRight('households.create');
  const open = ({ householdId }: { householdId: string }): void =>
    void navigate({ to: '/households/$id', params: { id: householdId } });
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return;
    const firstHit = hits[0];
    if (event.key === 'Enter' && isFound && firstHit !== undefined) open(firstHit);
    else if (event.key === 'ArrowDown') list.current?.querySelector<HTMLElement>('[role=row][tabindex="0"]')?.focus();
    else return;
    event.preventDefault();
  };
  return (
    <div className={css.screen} data-ready>
      <ScreenHead title="一户式档案">
        <ReasonButton reason={notMine} onClick={() => setMaking(true)} data-testid="new-household">
          新建一户式档案
        </ReasonButton>
      </ScreenHead>
      <div className={css.find}>
        <SearchField search={search} onKeyDown={onKeyDown} />
      </div>
      <RefusalNote error={search.error} />
      {making ? (
        <Panel title="新建一户式档案">
          <div className={css.make}>
            <HouseholdMaker name={query} onMade={open} onBack={() => setMaking(false)} />
          </div>
        </Panel>
      ) : (
        <div ref={list}>
          {hits.length > 0 ? (
            <Hits query={query} hits={hits} onOpen={open} />
          ) : (
            <NoHits search={search} notMine={notMine} onMake={() => setMaking(true)} />
          )}
        </div>
      )}
    </div>
  );
}

interface HouseholdSearch extends QueryText {
  hits: readonly HouseholdHit[];
  /** The hits are those of `query`. */
  isFound: boolean;
  /** Why this person may not search; null when they may. */
  mayNotFind: string | null;
  error: unknown;
}

/** The files a text finds, and while nothing is searched for those worked on last. */
function useHouseholdSearch(): HouseholdSearch {
  const typed = useQueryText();
  const { query } = typed;
  const mayNotFind = useRight('households.find');
  const found = useQuery({
    ...queries.households.find.queryOptions({ input: { query, limit: MOST } }),
    enabled: query !== '' && mayNotFind === null,
    placeholderData: keepPreviousData,
  });
  const recent = useQuery({ ...queries.households.recent.queryOptions({ input: {} }), enabled: mayNotFind === null });
  return {
    ...typed,
    hits: (query === '' ? recent : found).data ?? [],
    isFound: query !== '' && found.isSuccess && !found.isPlaceholderData,
    mayNotFind,
    error: found.error ?? recent.error,
  };
}

function SearchField({
  search: { text, setText, setComposing, mayNotFind },
  onKeyDown,
}: {
  search: HouseholdSearch;
  onKeyDown: (event: KeyboardEvent) => void;
}) {
  return (
    <TextField
      label="查找当事人"
      required
      width="full"
      name="find-household"
      autoFocus
      autoComplete="off"
      spellCheck={false}
      maxLength={40}
      readOnly={mayNotFind !== null}
      placeholder="名称中的几个字、拼音首字母、信用代码、证件号码或者电话"
      value={text}
      onChange={setText}
      onCompositionStart={() => setComposing(true)}
      onCompositionEnd={() => setComposing(false)}
      onKeyDown={onKeyDown}
    />
  );
}

function NoHits({
  search: { query, isFound, mayNotFind },
  notMine,
  onMake,
}: {
  search: HouseholdSearch;
  notMine: string | null;
  onMake: () => void;
}) {
  if (query === '')
    return (
      <EmptyState
        title={mayNotFind ?? '输入几个字就开始查找。'}
        why="同一执法对象的记录，不论哪一年、哪类事项，都归集在一份一户式档案里。"
        article={35}
      />
    );
  if (!isFound) return null;
  return (
    <EmptyState
      title={`没有找到“${query}”。`}
      why="换几个字、用拼音首字母或者证照号码再找；确实没有的，新建一份。一个执法对象只建一份。"
      article={35}
      action={
        <ReasonButton kind="primary" reason={notMine} onClick={onMake}>
          新建“{query}”
        </ReasonButton>
      }
    />
  );
}

function Hits({
  query,
  hits,
  onOpen,
}: {
  query: string;
  hits: readonly HouseholdHit[];
  onOpen: (hit: HouseholdHit) => void;
}) {
  const isRecent = query === '';
  return (
    <Panel
      title={isRecent ? '最近办理的档案' : '找到的档案'}
      note={!isRecent && hits.length === MOST ? `最近的 ${MOST} 户，请再输几个字` : `${hits.length} 户`}
    >
      <List
        label={isRecent ? '最近办理的一户式档案' : '找到的一户式档案'}
        columns={COLUMNS}
        rows={hits}
        rowKey={(hit) => hit.householdId}
        onOpen={onOpen}
        data-testid="household-hits"
      />
    </Panel>
  );
}
