import { useNavigate, useSearch } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import type { Definitions } from '../../../shared/contract/regulation.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { ScreenHead } from '../../ui/screen-head.tsx';
import { TabPanel, TabRow, Tabs } from '../../ui/tabs.tsx';
import { useDefinitions } from '../../data/definitions.ts';
import { ArticlesView } from './articles-view.tsx';
import { ChecksView } from './checks-view.tsx';
import { FindField } from './find-field.tsx';
import { PeriodsView } from './periods-view.tsx';
import { ProceduresView } from './procedures-view.tsx';
import css from './regulation.module.css';

const TABS = [
  { key: 'articles', label: '条文' },
  { key: 'steps', label: '办案流程' },
  { key: 'periods', label: '期限' },
  { key: 'checks', label: '核查项' },
] as const;

/** 制度: the regulation, and what in the program serves each of its articles. */
export function RegulationScreen() {
  const definitions = useDefinitions();
  return (
    <div className={css.screen} data-ready={definitions.data !== undefined || undefined}>
      <RefusalNote error={definitions.error} />
      {definitions.data !== undefined && <Views definitions={definitions.data} />}
    </div>
  );
}

function Views({ definitions }: { definitions: Definitions }) {
  const { view = 'articles', row } = useSearch({ from: '/regulation' });
  const navigate = useNavigate();
  const [typed, setTyped] = useState('');
  const find = useDeferredValue(typed.trim());
  const shared = { definitions, find, row };
  return (
    <Tabs
      selected={view}
      onSelect={(key) =>
        void navigate({ to: '/regulation', search: (before) => ({ ...before, view: key, row: undefined }) })
      }
    >
      <ScreenHead title="制度">
        <FindField value={typed} onChange={setTyped} articles={view === 'articles' ? definitions.articles : null} />
      </ScreenHead>
      <TabRow label="看什么" tabs={TABS} />
      <TabPanel tab={view} className={css.tabPanel}>
        {view === 'articles' && <ArticlesView definitions={definitions} find={find} />}
        {view === 'steps' && <ProceduresView {...shared} />}
        {view === 'periods' && <PeriodsView {...shared} />}
        {view === 'checks' && <ChecksView {...shared} />}
      </TabPanel>
    </Tabs>
  );
}
