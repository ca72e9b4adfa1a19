import type { TimelineEntry } from '../../../shared/contract/households.ts';
import { useToday } from '../../data/session.ts';
import { entryKey } from './entry-key.ts';
import { EntryKind } from './entry-kind.tsx';
import { RecordPanes } from './record-panes.tsx';
import type { RecordsProps } from './records-view.ts';
import { yearsOf } from './timeline-pages.ts';
import { useOpenEntry } from './use-open-entry.ts';
import { dayOf } from '../../parts/days/day-words.ts';
import { DayCell } from '../../parts/days/day.tsx';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { Select } from '../../ui/labelled-fields.tsx';
import { List, NumberTail } from '../../ui/list.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import type { Column } from '../../ui/list-columns.ts';
import css from './household-screen.module.css';
import { useTimeline, type TimelineFilter } from './use-timeline.ts';

const KINDS: readonly TimelineEntry['kind'][] = ['案件', '文书', '证据', '音像', '案卷', '移送'];

const COLUMNS: readonly Column<TimelineEntry>[] = [
  {
    title: '日期',
    width: '6.4rem',
    cell: (entry) => <DayCell value={dayOf(entry.at)} />,
  },
  { title: '类别', width: '4.4rem', cell: (entry) => <EntryKind kind={entry.kind} /> },
  { title: '事项', width: 'minmax(0, 1.3fr)', cell: (entry) => <strong title={entry.title}>{entry.title}</strong> },
  {
    title: '说明',
    width: 'minmax(0, 1fr)',
    cell: (entry) => (
      <span className="second" title={entry.detail}>
        {entry.detail}
      </span>
    ),
  },
  { title: '案号', width: '9.2rem', cell: (entry) => <NumberTail number={entry.caseNumber} /> },
];

/** Everything that happened to the target, newest first, text and recordings together (第三十五条), and the one in hand beside it. */
export function RecordsByTime({ householdId, cases, revision, view, onView }: RecordsProps) {
  const timeline = useTimeline(householdId, view.filter, revision);
  const { entries, isLoaded } = timeline;
  // Whoever comes back finds the row in hand again, as far as the list is loaded.
  const index = Math.max(0, Math.min(view.index, entries.length - 1));
  const open = useOpenEntry();
  const today = useToday();
  const years = yearsOf(today, [...cases.map(({ createdAt }) => createdAt), ...entries.slice(-1).map(({ at }) => at)]);
  return (
    <RecordPanes entry={entries[index]} isLoaded={isLoaded} onOpen={open}>
      <Timeline
        timeline={timeline}
        filter={view.filter}
        years={years}
        onFilter={(filter) => onView({ ...view, filter, index: 0 })}
        index={index}
        onMove={(next) => onView({ ...view, index: next })}
        onOpen={open}
      />
    </RecordPanes>
  );
}

interface TimelineProps {
  timeline: ReturnType<typeof useTimeline>;
  filter: TimelineFilter;
  years: readonly number[];
  onFilter: (filter: TimelineFilter) => void;
  /** Of the row in hand. */
  index: number;
  onMove: (index: number) => void;
  onOpen: (entry: TimelineEntry) => void;
}

function Timeline({ timeline, filter, years, onFilter, index, onMove, onOpen }: TimelineProps) {
  const { entries, more, isComplete, isLoaded, error } = timeline;
  const isFiltered = filter.kinds.length > 0 || filter.year !== null;
  return (
    <div className={css.timeline}>
      <Filters filter={filter} years={years} onFilter={onFilter}>
        {isLoaded && (
          <span className="second">{isComplete ? `共 ${entries.length} 条` : `已取 ${entries.length} 条…`}</span>
        )}
      </Filters>
      <RefusalNote error={error} />
      {isLoaded && entries.length === 0 ? (
        isFiltered ? (
          <EmptyState title="没有符合条件的记录。" why="换一个类别或者年份再看。" />
        ) : (
          <EmptyState
            title="还没有记录。"
            why="登记案源以后，这一户的文书、证据、音像、案卷都按时间列在这里。"
            article={35}
          />
        )
      ) : (
        <List
          label="一户式记录"
          columns={COLUMNS}
          rows={entries}
          rowKey={entryKey}
          inHand={index}
          onMove={onMove}
          onOpen={onOpen}
          onNearEnd={more}
          focusFirst
          data-testid="timeline"
        />
      )}
    </div>
  );
}

function Filters({
  filter,
  years,
  onFilter,
  children,
}: Pick<TimelineProps, 'filter' | 'years' | 'onFilter'> & { children: React.ReactNode }) {
  const { kinds, year } = filter;
  const toggle = (kind: TimelineEntry['kind']): void =>
    onFilter({ ...filter, kinds: kinds.includes(kind) ? kinds.filter((other) => other !== kind) : [...kinds, kind] });
  return (
    <div className={css.filters} role="group" aria-label="筛选">
      <button
        type="button"
        className={css.chip}
        aria-pressed={kinds.length === 0}
        onClick={() => onFilter({ ...filter, kinds: [] })}
      >
        全部
      </button>
      {KINDS.map((kind) => (
        <button
          key={kind}
          type="button"
          className={css.chip}
          aria-pressed={kinds.includes(kind)}
          onClick={() => toggle(kind)}
        >
          {kind}
        </button>
      ))}
      <label className={css.year}>
        <span className="unseen">年份</span>
        <Select
          name="timeline-year"
          options={[
            { value: '', label: '全部年份' },
            ...years.map((choice) => ({ value: String(choice), label: `${choice}年` })),
          ]}
          value={String(year ?? '')}
          onChange={(chosen) => onFilter({ ...filter, year: chosen === '' ? null : Number(chosen) })}
        />
      </label>
      {children}
    </div>
  );
}
