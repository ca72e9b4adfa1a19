import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { Office, Officer } from '../../../shared/case-file.ts';
import type { KeyChangeDue } from '../../../shared/contract/key-change.ts';
import type { Unit } from '../../../shared/contract/staff.ts';
import { useFormDraftStores } from '../../parts/drafts/form-draft-state.ts';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { useOpenNotes } from '../../parts/findings/unverified.tsx';
import { useOperator } from '../../data/session.ts';
import { ScreenHead } from '../../ui/screen-head.tsx';
import { TabPanel, TabRow, Tabs } from '../../ui/tabs.tsx';
import { queries } from '../../data/queries.ts';
import { CalendarSection } from './calendar/calendar-section.tsx';
import { FaultsSection } from './faults/faults-section.tsx';
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
import { TemplatesSection } from './templates/templates-section.tsx';
import { UnitsSection } from './units-section.tsx';
import css from './settings.module.css';
import { Tag } from '../../ui/tag.tsx';

const FIRST = 'office';

interface Section {
  key: string;
  label: string;
  /** Name under which its drafts are kept. */
  drafts?: string;
  content: ReactNode;
}

/** What 法规科 decides lies among the cases. */
const contentSections: Section[] = [
  { key: 'templates', label: '文书模板', drafts: 'template', content: <TemplatesSection /> },
  { key: 'rules', label: '规则设置', drafts: 'rules 规则设置', content: <RulesSection /> },
  { key: 'weights', label: '评查权重', drafts: 'rules 评查权重', content: <WeightsSection /> },
  { key: 'recording', label: '音像记录清单', drafts: 'rules 音像记录清单', content: <RecordingSection /> },
  { key: 'retention', label: '保管期限表', drafts: 'rules 保管期限表', content: <RetentionSection /> },
  { key: 'calendar', label: '工作日历', drafts: 'calendar year', content: <CalendarSection /> },
  { key: 'notes', label: '待核实事项', content: <NotesSection /> },
];

/** 设置: the office and its people, what 法规科 decides, and what belongs to the person at the workstation. */
export function SettingsScreen() {
  const office = useQuery(queries.staff.office.queryOptions());
  const staff = useQuery(queries.staff.list.queryOptions());
  const loaded = office.data !== undefined && staff.data !== undefined;
  return (
    <div className={css.screen} data-ready={loaded ? 'settings' : undefined}>
      <ScreenHead title="设置" />
      <RefusalNote error={office.error ?? staff.error} />
      {loaded && <Sections office={office.data.office} staff={staff.data} />}
    </div>
  );
}

interface SectionsProps {
  office: Office;
  staff: { people: readonly Officer[]; units: readonly Unit[]; keyChange: KeyChangeDue | null };
}

function Sections({ office, staff }: SectionsProps) {
  const { section = FIRST } = useSearch({ from: '/settings' });
  const navigate = useNavigate();
  const { reads } = useOperator();
  const sections = [
    { key: FIRST, label: '机关信息', drafts: 'office', content: <OfficeSection office={office} /> },
    { key: 'units', label: '科室', content: <UnitsSection units={staff.units} /> },
    { key: 'people', label: '人员', content: <PeopleSection {...staff} /> },
    ...(reads === 'content' ? contentSections : []),
    { key: 'password', label: '我的密码', content: <OwnPasswordSection /> },
    ...(reads === 'content' ? [{ key: 'recovery', label: '恢复信', content: <RecoverySection /> }] : []),
    { key: 'faults', label: '故障记录', content: <FaultsSection /> },
    { key: 'display', label: '显示', content: <DisplaySection /> },
  ] satisfies Section[];
  const chosen = sections.find(({ key }) => key === section) ?? sections[0];
  return (
    <Tabs
      className={css.tabs}
      orientation="vertical"
      selected={chosen?.key ?? FIRST}
      onSelect={(key) => void navigate({ to: '/settings', search: { section: key }, replace: true })}
    >
      <TabRow
        label="设置的各部分"
        tabs={sections.map(({ key, label, drafts }: Section) => ({
          key,
          label: (
            <SectionName label={label} drafts={drafts}>
              {key === 'notes' && <OpenNotes />}
            </SectionName>
          ),
        }))}
      />
      <TabPanel tab={chosen?.key ?? FIRST} className={css.panel}>
        {chosen?.content}
      </TabPanel>
    </Tabs>
  );
}

/** The name of a section, with a mark where the person left something unsaved in it. */
function SectionName({
  label,
  drafts: name,
  children,
}: {
  label: string;
  drafts: string | undefined;
  children: ReactNode;
}) {
  const { drafts } = useFormDraftStores();
  const unsaved = name !== undefined && drafts.keys().some((key) => key === name || key.startsWith(`${name} `));
  return (
    <>
      {label}
      {children}
      {unsaved && (
        <Tag isMark tone="care">
          未保存
        </Tag>
      )}
    </>
  );
}

/** How many notes nobody has confirmed yet. */
function OpenNotes() {
  const count = useOpenNotes().length;
  return count === 0 ? null : ` ${count}`;
}
