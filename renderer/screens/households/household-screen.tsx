import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { CaseSummary, TimelineEntry } from '../../../shared/contract/households.ts';
import { useChoice } from '../../parts/drafts/form-draft-state.ts';
import { warmPdfEngine } from '../../parts/pdf/pdf-engine.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { TabPanel, TabRow, Tabs } from '../../ui/tabs.tsx';
import { useSettled } from '../../ui/use-settled.ts';
import { queries } from '../../data/queries.ts';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { EntryPreview } from './entry-preview.tsx';
import { HouseholdFigures } from './household-figures.tsx';
import { HouseholdHead } from './household-head.tsx';
import css from './household-screen.module.css';
import { isGroup, RecordsByCase, type CaseRow } from './records-by-case.tsx';
import { RecordsByTime } from './records-by-time.tsx';
import type { TimelineFilter } from './use-timeline.ts';
import { useRecordsByCase } from './use-records-by-case.ts';
import { useOpenEntry } from './use-open-entry.ts';
import { YearLane } from './year-lane.tsx';

/** A held arrow key passes some 30 rows a second; only the one it stops at is opened. */
const SETTLE_MS = 150;

interface View {
  by: 'case' | 'time';
  /** Of the records by time. */
  filter: TimelineFilter;
  /** Cases whose records are unfolded; null until somebody folded or unfolded one: the newest. */
  open: readonly string[] | null;
  /** Of the row in hand. */
  index: number;
}

/** One 一户式 file: who it is, figures, the line of years, every record by case or by time, and the record itself beside it. */
export function HouseholdScreen() {
  const { id } = useParams({ from: '/households/$id' });
  return <Household key={id} householdId={id} />;
}

function Household({ householdId }: { householdId: string }) {
  const opened = useQuery(queries.households.open.queryOptions({ input: { householdId } }));
  const overview = useQuery(queries.households.overview.queryOptions({ input: { householdId } }));
  const [view, setView] = useChoice<View>(`household ${householdId}`, () => ({
    by: 'case',
    filter: { kinds: [], year: null },
    open: null,
    index: 0,
  }));
  useEffect(() => void warmPdfEngine(), []);
  if (opened.data === undefined) return <RefusalNote error={opened.error} />;
  const { party, formerNames, cases } = opened.data;
  const show = (part: Partial<View>): void => setView({ ...view, index: 0, ...part });
  return (
    <div className={css.screen}>
      <HouseholdHead party={party} formerNames={formerNames} related={overview.data?.related ?? []} />
      <RefusalNote error={overview.error} />
      {overview.data !== undefined && (
        <>
          <HouseholdFigures
            overview={overview.data}
            onShowCases={() => show({ by: 'case' })}
            onShowRecordings={() => show({ by: 'time', filter: { kinds: ['音像'], year: null } })}
          />
          <YearLane
            cases={overview.data.lane}
            chosen={view.by === 'case' ? view.open?.[0] : undefined}
            onChoose={(caseId) =>
              show({ by: 'case', open: [caseId], index: cases.findIndex(({ id }) => id === caseId) })
            }
          />
        </>
      )}
      <Records householdId={householdId} cases={cases} revision={opened.dataUpdatedAt} view={view} onView={setView} />
    </div>
  );
}

interface RecordsProps {
  householdId: string;
  cases: readonly CaseSummary[];
  revision: number;
  view: View;
  onView: (view: View) => void;
}

function Records({ householdId, cases, revision, view, onView }: RecordsProps) {
  const { by } = view;
  const tabs = [
    { key: 'case', label: '按案件', count: cases.length },
    { key: 'time', label: '按时间' },
  ] as const;
  return (
    <Tabs selected={by} onSelect={(next) => onView({ ...view, by: next, index: 0 })}>
      <TabRow label="怎么排" tabs={tabs} />
      <TabPanel tab={by} className={css.tabBody}>
        {by === 'case' ? (
          <ByCase householdId={householdId} cases={cases} revision={revision} view={view} onView={onView} />
        ) : (
          <RecordsByTime householdId={householdId} cases={cases} revision={revision} view={view} onView={onView} />
        )}
      </TabPanel>
    </Tabs>
  );
}

function ByCase({ householdId, cases, view, onView }: RecordsProps) {
  const open = view.open ?? cases.slice(0, 1).map(({ id }) => id);
  const { rows, isLoaded } = useRecordsByCase({ householdId, cases, open, kinds: [] });
  const index = Math.max(0, Math.min(view.index, rows.length - 1));
  const shown = useSettled(rows[index], SETTLE_MS);
  const openEntry = useOpenEntry();
  if (cases.length === 0)
    return <EmptyState title="没有您可以查阅的案件。" why="承办人看自己的案件；查阅其他案件须经审批。" article={42} />;
  const fold = (caseId: string, isOpen: boolean): void =>
    onView({ ...view, open: isOpen ? [...open, caseId] : open.filter((other) => other !== caseId) });
  return (
    <div className={css.panes} data-ready={isLoaded || undefined}>
      <section className={css.left} aria-label="记录" data-pane>
        <RecordsByCase
          rows={rows}
          index={index}
          onMove={(next) => onView({ ...view, index: next })}
          onFold={fold}
          onOpen={openEntry}
        />
      </section>
      <div className={css.right}>
        <EntryPreview entry={shown === undefined ? undefined : entryOf(shown)} onOpen={openEntry} />
      </div>
    </div>
  );
}

/** The head of a case stands for the case itself. */
function entryOf(row: CaseRow): TimelineEntry {
  if (!isGroup(row)) return row.entry;
  const { id, causeName, number, createdAt } = row.own;
  return {
    at: createdAt,
    kind: '案件',
    title: causeName,
    detail: '',
    caseId: id,
    caseNumber: number,
    paperId: null,
    exhibitId: null,
  };
}
