import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { TimelineEntry } from '../../../shared/contract/households.ts';
import { useChoice } from '../../parts/drafts/form-draft-state.ts';
import { warmPdfEngine } from '../../parts/pdf/pdf-engine.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { TabPanel, TabRow, Tabs } from '../../ui/tabs.tsx';
import { useToday } from '../../data/session.ts';
import { useSettled } from '../../ui/use-settled.ts';
import { queries } from '../../data/queries.ts';
import { EntryPreview } from './entry-preview.tsx';
import { HouseholdCases } from './household-cases.tsx';
import { HouseholdHead } from './household-head.tsx';
import css from './household-screen.module.css';
import { yearsOf } from './timeline-pages.ts';
import { Timeline } from './timeline.tsx';
import { useTimeline, type TimelineFilter } from './use-timeline.ts';

/** A held arrow key passes some 30 rows a second; only the one it stops at is opened. */
const SETTLE_MS = 150;

interface View {
  tab: 'timeline' | 'cases';
  filter: TimelineFilter;
  /** Of the row in hand. */
  index: number;
}

/** One 一户式 file: who it is, its cases, one time line of everything, and the thing itself beside it. */
export function HouseholdScreen() {
  const { id } = useParams({ from: '/households/$id' });
  return <Household key={id} householdId={id} />;
}

function Household({ householdId }: { householdId: string }) {
  const opened = useQuery(queries.households.open.queryOptions({ input: { householdId } }));
  const [view, setView] = useChoice<View>(`household ${householdId}`, () => ({
    tab: 'timeline',
    filter: { kinds: [], year: null },
    index: 0,
  }));
  const { tab, filter } = view;
  const timeline = useTimeline(householdId, filter, opened.dataUpdatedAt);
  // Whoever comes back finds the row in hand again, as far as the list is loaded.
  const index = Math.max(0, Math.min(view.index, timeline.entries.length - 1));
  const shown = useSettled(timeline.entries[index], SETTLE_MS);
  const today = useToday();
  const open = useOpenEntry();
  useEffect(() => void warmPdfEngine(), []);
  if (opened.data === undefined) return <RefusalNote error={opened.error} />;
  const { party, formerNames, cases } = opened.data;
  const years = yearsOf(today, [
    ...cases.map(({ createdAt }) => createdAt),
    ...timeline.entries.slice(-1).map(({ at }) => at),
  ]);
  return (
    <div className={css.screen} data-ready={timeline.isLoaded || undefined}>
      <HouseholdHead party={party} formerNames={formerNames} />
      <div className={css.panes} data-whole={tab === 'cases' || undefined}>
        <section className={css.left} aria-label="记录和案件" data-pane>
          <Tabs selected={tab} onSelect={(next) => setView({ ...view, tab: next })}>
            <TabRow
              label="看什么"
              tabs={[
                { key: 'timeline', label: '全部记录' },
                { key: 'cases', label: '案件', count: cases.length },
              ]}
            />
            <TabPanel tab={tab} className={css.tabBody}>
              {tab === 'timeline' ? (
                <Timeline
                  timeline={timeline}
                  filter={filter}
                  years={years}
                  onFilter={(next) => setView({ ...view, filter: next, index: 0 })}
                  index={index}
                  onMove={(next) => setView({ ...view, index: next })}
                  onOpen={open}
                />
              ) : (
                <HouseholdCases cases={cases} />
              )}
            </TabPanel>
          </Tabs>
        </section>
        {tab === 'timeline' && (
          <div className={css.right}>
            <EntryPreview entry={shown} onOpen={open} />
          </div>
        )}
      </div>
    </div>
  );
}

function useOpenEntry(): (entry: TimelineEntry) => void {
  const navigate = useNavigate();
  return (entry) => {
    if (entry.kind === '案卷') void navigate({ to: '/archive/$caseId', params: { caseId: entry.caseId } });
    else if (entry.kind === '移送') void navigate({ to: '/handover' });
    else
      void navigate({
        to: '/cases/$id',
        params: { id: entry.caseId },
        search: {
          paper: entry.exhibitId === null ? (entry.paperId ?? undefined) : undefined,
          exhibit: entry.exhibitId ?? undefined,
        },
      });
  };
}
