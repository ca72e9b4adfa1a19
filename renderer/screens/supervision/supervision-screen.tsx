import { useSearch } from '@tanstack/react-router';
import { useState, type ComponentType } from 'react';
import { TabPanel, TabRow, Tabs } from '../../ui/tabs.tsx';
import { AuditPanel } from './audit-panel.tsx';
import { BackupPanel } from './backup-panel.tsx';
import { LooksPanel } from './looks-panel.tsx';
import { NumberRegister } from './number-register.tsx';
import css from './supervision.module.css';
import { Verification } from './verification.tsx';

const TABS = [
  { key: 'audit', label: '办理记录' },
  { key: 'office', label: '机关记录' },
  { key: 'looks', label: '查阅记录' },
  { key: 'numbers', label: '文号登记' },
  { key: 'backup', label: '备份' },
] as const;
type Tab = (typeof TABS)[number]['key'];

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
  const [tab, setTab] = useState<Tab>(TABS.find(({ key }) => key === asked)?.key ?? 'audit');
  const Content = contents[tab];
  return (
    <div className={css.screen}>
      <Verification />
      <Tabs selected={tab} onSelect={setTab}>
        <TabRow label="看什么" tabs={TABS} />
        <TabPanel tab={tab} className={css.tabPanel}>
          <Content />
        </TabPanel>
      </Tabs>
    </div>
  );
}
