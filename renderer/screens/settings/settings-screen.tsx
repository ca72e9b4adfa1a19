import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useOperator } from '../../data/session.ts';
import { queries } from '../../data/queries.ts';
import { useFormDraftStores } from '../../parts/drafts/form-draft-state.ts';
import { useOpenNotes } from '../../parts/findings/unverified.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { Combobox } from '../../ui/combobox.tsx';
import { useKey } from '../../ui/keys.ts';
import { Select } from '../../ui/labelled-fields.tsx';
import { ScreenHead } from '../../ui/screen-head.tsx';
import { TabPanel, TabRow, Tabs } from '../../ui/tabs.tsx';
import { Tag } from '../../ui/tag.tsx';
import { sectionsOf, type Section, type SectionsGiven } from './sections.tsx';
import css from './settings.module.css';

const FIND = 'find-setting';

/** 设置: the office and its people, what 法规科 decides, and what belongs to the person at the workstation. */
export function SettingsScreen() {
  const office = useQuery(queries.staff.office.queryOptions());
  const staff = useQuery(queries.staff.list.queryOptions());
  const loaded = office.data !== undefined && staff.data !== undefined;
  const { section: asked } = useSearch({ from: '/settings' });
  const sections = sectionsOf(useOperator().reads);
  const navigate = useNavigate();
  const go = (key: string): void => void navigate({ to: '/settings', search: { section: key }, replace: true });
  return (
    <div className={css.screen} data-ready={loaded ? 'settings' : undefined}>
      <ScreenHead title="设置">
        <FindSection sections={sections} onGo={go} />
      </ScreenHead>
      <RefusalNote error={office.error ?? staff.error} />
      {loaded && (
        <Sections
          sections={sections}
          chosen={sections.find(({ key }) => key === asked) ?? sections[0]}
          given={{ office: office.data.office, staff: staff.data }}
          onGo={go}
        />
      )}
    </div>
  );
}

/** By name, by what is set there, or by pinyin; choosing leads there, so that the field keeps nothing. */
function FindSection({ sections, onGo }: { sections: readonly Section[]; onGo: (key: string) => void }) {
  const choose = (key: string | null): void => {
    if (key === null) return;
    // The list closes with the field, and the focus goes on to what was found.
    document.getElementById(FIND)?.blur();
    onGo(key);
    requestAnimationFrame(() => document.querySelector<HTMLElement>('[role=tab][aria-selected=true]')?.focus());
  };
  useKey('Ctrl+F', () => document.getElementById(FIND)?.focus(), { hint: '在设置中查找' });
  return (
    <div className={css.find}>
      <label htmlFor={FIND} className="unseen">
        在设置中查找
      </label>
      <Combobox
        id={FIND}
        placeholder="查找设置，例如：字号"
        options={sections.map(({ key, label, words }) => ({ id: key, label: `${label}：${words}` }))}
        value={null}
        onChange={choose}
      />
    </div>
  );
}

interface SectionsProps {
  sections: readonly Section[];
  chosen: Section | undefined;
  given: SectionsGiven;
  onGo: (key: string) => void;
}

/** The parts as a column of tabs; in a narrow window, where they would fill it, as one line to choose from. */
function Sections({ sections, chosen, given, onGo }: SectionsProps) {
  if (chosen === undefined) return null;
  return (
    <Tabs className={css.tabs} orientation="vertical" selected={chosen.key} onSelect={onGo}>
      <div className={css.list}>
        <TabRow
          label="设置的各部分"
          tabs={sections.map(({ key, label, group, drafts }, index) => ({
            key,
            ...(group !== sections[index - 1]?.group && { begins: group }),
            label: (
              <SectionName label={label} drafts={drafts}>
                {key === 'notes' && <OpenNotes />}
              </SectionName>
            ),
          }))}
        />
      </div>
      <div className={css.choose} data-pane>
        <Select
          aria-label="设置的各部分"
          options={sections.map(({ key, label, group }) => ({
            value: key,
            label: label === group ? label : `${group}　${label}`,
          }))}
          value={chosen.key}
          onChange={onGo}
        />
      </div>
      <TabPanel tab={chosen.key} className={css.panel}>
        {chosen.content(given)}
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
  return count === 0 ? null : (
    <Tag isMark tone="care">
      {count}
    </Tag>
  );
}
