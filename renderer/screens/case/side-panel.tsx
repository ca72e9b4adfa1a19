import type { Paper } from '../../../shared/case-file.ts';
import { useChoice } from '../../parts/drafts/form-draft-state.ts';
import type { Zoom } from '../../parts/pdf/pdf-view.tsx';
import { useNarrow } from '../../ui/measures.ts';
import { TabPanel, TabRow, Tabs, type TabEntry } from '../../ui/tabs.tsx';
import type { CaseView } from './case-view.ts';
import { ExhibitsTab } from './exhibits-tab.tsx';
import { FindingsTab, findingsToMend } from './findings-tab.tsx';
import { HistoryTab } from './history-tab.tsx';
import { LooksTab } from './looks-tab.tsx';
import { PageTools } from './page-tools.tsx';
import { PeopleTab } from './people-tab.tsx';
import { PeriodsTab } from './periods-tab.tsx';
import { PreviewTab } from './preview-tab.tsx';
import css from './side-panel.module.css';
import { useCalmCase } from './use-case-work.ts';
import { useWorkspace } from './use-workspace.ts';
import type { SideTab } from './use-workspace.ts';

/** Beside the form: the paper as it will be printed, exhibits, findings, periods, history, who looked. */
export function SidePanel({ paper }: { paper: Paper | undefined }) {
  const { tab: chosen, showTab, view } = useWorkspace();
  const [zoom, setZoom] = useZoom(view);
  // Without a paper there is no page: what the case has been given stands there instead.
  const tab = paper === undefined && chosen === 'preview' ? 'exhibits' : chosen;
  const narrow = useNarrow();
  const all = useSideTabs();
  // In a narrow window the page is a part of its own, beside the other tabs.
  const tabs = all.filter(({ key }) =>
    key === 'preview' ? paper !== undefined && (!narrow || tab === key) : !narrow || tab !== 'preview',
  );
  return (
    <section className={css.panel} aria-label="成文和材料" data-pane>
      {/* The library keeps the tab that had the keyboard, which is not the one that is shown once there is a page. */}
      <Tabs key={paper === undefined ? 'home' : 'paper'} selected={tab} onSelect={showTab}>
        <div className={css.head}>
          <TabRow label="成文和材料" tabs={tabs} />
          {tab === 'preview' && <PageTools zoom={zoom} onZoom={setZoom} />}
        </div>
        <TabPanel tab={tab} className={css.content}>
          {tab === 'preview' && paper !== undefined && <PreviewTab paper={paper} zoom={zoom} onZoom={setZoom} />}
          <ExhibitsTab hidden={tab !== 'exhibits'} />
          {tab === 'people' && <PeopleTab />}
          {tab === 'findings' && <FindingsTab />}
          {tab === 'periods' && <PeriodsTab />}
          {tab === 'history' && <HistoryTab />}
          {tab === 'looks' && <LooksTab />}
        </TabPanel>
      </Tabs>
    </section>
  );
}

/** The size of the page in each view: beside the form as wide as there is room, else as on paper. */
function useZoom(view: CaseView): [zoom: Zoom, set: (zoom: Zoom) => void] {
  const [zooms, setZooms] = useChoice<Partial<Record<CaseView, Zoom>>>('page sizes', () => ({}));
  return [zooms[view] ?? (view === 'fill' ? 'width' : 1), (zoom) => setZooms({ ...zooms, [view]: zoom })];
}

function useSideTabs(): TabEntry<SideTab>[] {
  const { file, findings, periods } = useCalmCase();
  const exhibits = file.exhibits.filter((exhibit) => exhibit.withdrawnReason === null).length;
  const mend = findingsToMend(findings);
  const running = periods.filter((period) => period.metAt === null).length;
  return [
    { key: 'preview', label: '成文' },
    { key: 'exhibits', label: '证据', count: exhibits },
    { key: 'people', label: '人员', count: file.people.length },
    { key: 'findings', label: '核查', count: mend, harm: mend > 0 },
    { key: 'periods', label: '期限', count: running },
    { key: 'history', label: '记录' },
    { key: 'looks', label: '查阅' },
  ];
}
