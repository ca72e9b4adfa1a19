import { useState } from 'react';
import { TabPanel, TabRow, Tabs } from '../../ui/tabs.tsx';
import { AuditPanel } from './audit-panel.tsx';
import { NumberRegister } from './number-register.tsx';
import css from './supervision.module.css';
import { Verification } from './verification.tsx';

const TABS = [
  { key: 'audit', label: '办理记录' },
  { key: 'numbers', label: '文号登记' },
] as const;

/** 监督: is everything whole, what was done by whom, which numbers were given. */
export function SupervisionScreen() {
  const [tab, setTab] = useState<(typeof TABS)[number]['key']>('audit');
  return (
    <div className={css.screen}>
      <Verification />
      <Tabs selected={tab} onSelect={setTab}>
        <TabRow label="看什么" tabs={TABS} />
        <TabPanel tab={tab} className={css.tabPanel}>
          {tab === 'audit' ? <AuditPanel /> : <NumberRegister />}
        </TabPanel>
      </Tabs>
    </div>
  );
}
