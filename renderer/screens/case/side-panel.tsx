import type { Paper } from '../../../shared/case-file.ts';
import { TabPanel, TabRow, Tabs, type TabEntry } from '../../ui/tabs.tsx';
import { ExhibitsTab } from './exhibits-tab.tsx';
import { FindingsTab, findingsToMend } from './findings-tab.tsx';
import { HistoryTab } from './history-tab.tsx';
import { LooksTab } from './looks-tab.tsx';
import { PeriodsTab } from './periods-tab.tsx';
import { PreviewTab } from './preview-tab.tsx';
import css from './side-panel.module.css';
import { useCalmCase } from './use-case-work.ts';
import { useWorkspace } from './use-workspace.ts';
import type { SideTab } from './use-workspace.ts';

/** Beside the form: the paper as it will be printed, exhibits, findings, periods, history, who looked. */
export function SidePanel({ paper }: { paper: Paper | undefined }) {
  const { tab, showTab } = useWorkspace();
  return (
    <section className={css.panel} aria-label="预览和材料" data-pane>
      <Tabs selected={tab} onSelect={showTab}>
        <TabRow label="预览和材料" tabs={useSideTabs()} />
        <TabPanel tab={tab} className={css.content}>
          {tab === 'preview' && <PreviewTab paper={paper} />}
          <ExhibitsTab hidden={tab !== 'exhibits'} />
          {tab === 'findings' && <FindingsTab />}
          {tab === 'periods' && <PeriodsTab />}
          {tab === 'history' && <HistoryTab />}
          {tab === 'looks' && <LooksTab />}
        </TabPanel>
      </Tabs>
    </section>
  );
}

function useSideTabs(): TabEntry<SideTab>[] {
  const { file, findings, periods } = useCalmCase();
  const exhibits = file.exhibits.filter((exhibit) => exhibit.withdrawnReason === null).length;
  const mend = findingsToMend(findings);
  const running = periods.filter((period) => period.metAt === null).length;
  return [
    { key: 'preview', label: '预览' },
    { key: 'exhibits', label: '证据', count: exhibits },
    { key: 'findings', label: '核查', count: mend, harm: mend > 0 },
    { key: 'periods', label: '期限', count: running },
    { key: 'history', label: '记录' },
    { key: 'looks', label: '查阅' },
  ];
}
