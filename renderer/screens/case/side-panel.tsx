import type { KeyboardEvent } from 'react';
import type { Paper } from '../../../shared/case-file.ts';
import { ExhibitsTab } from './exhibits-tab.tsx';
import { FindingsTab, findingsToMend } from './findings-tab.tsx';
import { HistoryTab } from './history-tab.tsx';
import { PeriodsTab } from './periods-tab.tsx';
import { PreviewTab } from './preview-tab.tsx';
import css from './side-panel.module.css';
import { useCalmCase } from './use-case-work.ts';
import { useWorkspace } from './use-workspace.ts';
import type { SideTab } from './use-workspace.ts';

/** Beside the form: the paper as it will be printed, exhibits, findings, periods, history. */
export function SidePanel({ paper }: { paper: Paper | undefined }) {
  const { tab } = useWorkspace();
  return (
    <section className={css.panel} aria-label="预览和材料" data-pane>
      <TabList />
      <div role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`} className={css.content}>
        {tab === 'preview' && <PreviewTab paper={paper} />}
        <ExhibitsTab hidden={tab !== 'exhibits'} />
        {tab === 'findings' && <FindingsTab />}
        {tab === 'periods' && <PeriodsTab />}
        {tab === 'history' && <HistoryTab />}
      </div>
    </section>
  );
}

function TabList() {
  const { tab, showTab } = useWorkspace();
  const { file, findings, periods } = useCalmCase();
  const exhibits = file.exhibits.filter((exhibit) => exhibit.withdrawnReason === null).length;
  const mend = findingsToMend(findings);
  const running = periods.filter((period) => period.metAt === null).length;
  const tabs: { key: SideTab; label: string; count?: number; harm?: boolean }[] = [
    { key: 'preview', label: '预览' },
    { key: 'exhibits', label: '证据', count: exhibits },
    { key: 'findings', label: '核查', count: mend, harm: mend > 0 },
    { key: 'periods', label: '期限', count: running },
    { key: 'history', label: '记录' },
  ];
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next =
      by === undefined ? undefined : tabs[(tabs.findIndex(({ key }) => key === tab) + by + tabs.length) % tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    showTab(next.key);
    document.getElementById(`tab-${next.key}`)?.focus();
  };
  return (
    <div role="tablist" aria-label="预览和材料" className={css.tabs} onKeyDown={onKeyDown}>
      {tabs.map(({ key, label, count, harm }) => (
        <button
          key={key}
          type="button"
          role="tab"
          id={`tab-${key}`}
          aria-selected={key === tab}
          aria-controls={key === tab ? `panel-${key}` : undefined}
          tabIndex={key === tab ? 0 : -1}
          className={css.tab}
          onClick={() => showTab(key)}
        >
          {label}
          {count !== undefined && count > 0 && (
            <span className={harm === true ? css.harmCount : css.count}>{count}</span>
          )}
        </button>
      ))}
    </div>
  );
}
