import { useState } from 'react';
import { AuditPanel } from './audit-panel.tsx';
import { NumberRegister } from './number-register.tsx';
import css from './supervision.module.css';
import { Verification } from './verification.tsx';

const TABS = [{ id: 'audit', name: '办理记录' }, { id: 'numbers', name: '文号登记' }] as const;

/** 监督: is everything whole, what was done by whom, which numbers were given. */
export function SupervisionScreen() {
  const [tab, setTab] = useState<(typeof TABS)[number]['id']>('audit');
  return (
    <div className={css.screen}>
      <Verification />
      <div role="tablist" aria-label="看什么" className={css.tabs} data-pane>
        {TABS.map(({ id, name }) => <button key={id} type="button" role="tab" className={css.tab} aria-selected={tab === id} onClick={() => setTab(id)}>{name}</button>)}
      </div>
      {tab === 'audit' ? <AuditPanel /> : <NumberRegister />}
    </div>
  );
}
