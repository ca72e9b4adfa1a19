import { useSearch } from '@tanstack/react-router';
import { useState, type ComponentType } from 'react';
import type { Reads } from '../../../shared/contract/right.ts';
import { useOperator } from '../../data/session.ts';
import { TabPanel, TabRow, Tabs } from '../../ui/tabs.tsx';
import { AuditPanel } from './audit-panel.tsx';
import { BackupPanel } from './backup-panel.tsx';
import { LooksPanel } from './looks-panel.tsx';
import { NumberRegister } from './number-register.tsx';
import css from './supervision.module.css';
import { Verification } from './verification.tsx';

type Tab = 'audit' | 'office' | 'looks' | 'numbers' | 'backup';
/** Those of the cases are left out for who has no key to them. */
const TABS: readonly { key: Tab; label: string; reads: Reads }[] = [
  { key: 'audit', label: '办理记录', reads: 'content' },
  { key: 'office', label: '机关记录', reads: 'office' },
  { key: 'looks', label: '查阅记录', reads: 'content' },
  { key: 'numbers', label: '文号登记', reads: 'content' },
  { key: 'backup', label: '备份', reads: 'office' },
];

const contents: Record<Tab, ComponentType> = {
  audit: () => <AuditPanel of="content" />,
  office: () => <AuditPanel of="office" />,
  looks: LooksPanel,
  numbers: NumberRegister,
  backup: BackupPanel,
};

/** 监督: is everything whole, what was done by whom, who looked, which numbers were given, when was all of it backed up. */
export function SupervisionScreen() {
  const { tab: asked } = useSearch({ from: '/supervision' });
  const mine = useOperator().reads;
  const tabs = TABS.filter(({ reads }) => mine === 'content' || reads === 'office');
  const [tab, setTab] = useState<Tab>(tabs.find(({ key }) => key === asked)?.key ?? tabs[0]?.key ?? 'office');
  const Content = contents[tab];
  return (
    <div className={css.screen}>
      <Verification />
      <Tabs selected={tab} onSelect={setTab}>
        <TabRow label="看什么" tabs={tabs} />
        <TabPanel tab={tab} className={css.tabPanel}>
          <Content />
        </TabPanel>
      </Tabs>
    </div>
  );
}
