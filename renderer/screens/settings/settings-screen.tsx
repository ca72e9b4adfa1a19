import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Tabs } from 'antd';
import { useFormDraftStores } from '../../parts/drafts/form-draft-state.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { useOpenNotes } from '../../parts/findings/unverified.tsx';
import { queries } from '../../data/queries.ts';
import { CalendarSection } from './calendar/calendar-section.tsx';
import { DisplaySection } from './display-section.tsx';
import { NotesSection } from './notes-section.tsx';
import { OfficeSection } from './office-section.tsx';
import { OwnPasswordSection } from './own-password-section.tsx';
import { PeopleSection } from './people-section.tsx';
import { RecoverySection } from './recovery-section.tsx';
import { RecordingSection } from './rules/recording-section.tsx';
import { RetentionSection } from './rules/retention-section.tsx';
import { RulesSection } from './rules/rules-section.tsx';
import { WeightsSection } from './rules/weights-section.tsx';
import './settings.css';
import { TemplatesSection } from './templates/templates-section.tsx';
import { UnitsSection } from './units-section.tsx';

const FIRST = 'office';

/** 设置: the office and its people, what 法规科 decides, and what belongs to the person at the workstation. */
export function SettingsScreen() {
  const { section = FIRST } = useSearch({ from: '/settings' });
  const navigate = useNavigate();
  const office = useQuery(queries.staff.office.queryOptions());
  const staff = useQuery(queries.staff.list.queryOptions());
  const openNotes = useOpenNotes().length;
  const { drafts } = useFormDraftStores();
  /** The name of a section, with a mark where the person left something unsaved in it. */
  const named = (label: string, ...keys: string[]) =>
    drafts.keys().some((key) => keys.some((text) => key === text || key.startsWith(`${text} `))) ? (
      <>
        {label}
        <span className="unsaved-mark">未保存</span>
      </>
    ) : (
      label
    );
  return (
    <div className="settings" data-ready={(office.data !== undefined && staff.data !== undefined) || undefined}>
      <h1>设置</h1>
      <RefusalNote error={office.error ?? staff.error} />
      {office.data !== undefined && staff.data !== undefined && (
        <Tabs
          className="panel settings-tabs"
          tabPlacement="start"
          destroyOnHidden
          activeKey={section}
          onChange={(key) => void navigate({ to: '/settings', search: { section: key }, replace: true })}
          items={[
            { key: FIRST, label: named('机关信息', 'office'), children: <OfficeSection office={office.data.office} /> },
            { key: 'units', label: '科室', children: <UnitsSection units={staff.data.units} /> },
            {
              key: 'people',
              label: '人员',
              children: <PeopleSection people={staff.data.people} units={staff.data.units} />,
            },
            { key: 'templates', label: named('文书模板', 'template'), children: <TemplatesSection /> },
            { key: 'rules', label: named('规则设置', 'rules 规则设置'), children: <RulesSection /> },
            { key: 'weights', label: named('评查权重', 'rules 评查权重'), children: <WeightsSection /> },
            { key: 'recording', label: named('音像记录清单', 'rules 音像记录清单'), children: <RecordingSection /> },
            { key: 'retention', label: named('保管期限表', 'rules 保管期限表'), children: <RetentionSection /> },
            { key: 'calendar', label: named('工作日历', 'calendar year'), children: <CalendarSection /> },
            {
              key: 'notes',
              label: openNotes === 0 ? '待核实事项' : `待核实事项 ${openNotes}`,
              children: <NotesSection />,
            },
            { key: 'password', label: '我的密码', children: <OwnPasswordSection /> },
            { key: 'recovery', label: '恢复信', children: <RecoverySection /> },
            { key: 'display', label: '显示', children: <DisplaySection /> },
          ]}
        />
      )}
    </div>
  );
}
