import type { ReactNode } from 'react';
import { Tab, TabList, TabPanel as AriaTabPanel, Tabs as AriaTabs } from 'react-aria-components/Tabs';
import css from './tabs.module.css';

export interface TabEntry<Key extends string> {
  key: Key;
  label: ReactNode;
  /** Small number beside the label; 0 shows none. */
  count?: number;
  /** The number counts what is wrong. */
  harm?: boolean;
  /** Of a column: the name of the group that begins with this tab, shown above it. */
  begins?: string;
}

export interface TabsProps<Key extends string> {
  selected: Key;
  onSelect: (key: Key) => void;
  /** `vertical`: the tabs stand in a column, up and down arrows go between them. */
  orientation?: 'horizontal' | 'vertical';
  className?: string | undefined;
  /** One `TabRow`, one `TabPanel`, and what stands round them. */
  children: ReactNode;
}

/** Ties a `TabRow` to its `TabPanel`; without a class of its own it takes no part in the layout. */
export function Tabs<Key extends string>({
  selected,
  onSelect,
  orientation = 'horizontal',
  className = css.tabs,
  children,
}: TabsProps<Key>) {
  return (
    <AriaTabs
      className={className ?? ''}
      orientation={orientation}
      selectedKey={selected}
      onSelectionChange={(key) => onSelect(key as Key)}
    >
      {children}
    </AriaTabs>
  );
}

/** The tabs: one stop of Tab; arrows, Home and End go between them and show what they hold. */
export function TabRow<Key extends string>({ label, tabs }: { label: string; tabs: readonly TabEntry<Key>[] }) {
  return (
    <TabList aria-label={label} className={css.row ?? ''} data-pane>
      {tabs.map(({ key, label: name, count = 0, harm = false, begins }) => (
        <Tab key={key} id={key} className={css.tab ?? ''} data-begins={begins} data-testid={`tab-${key}`}>
          {name}
          {count > 0 && <span className={`${css.count} ${harm ? css.harm : ''}`}>{count}</span>}
        </Tab>
      ))}
    </TabList>
  );
}

export interface TabPanelProps {
  /** The tab that is selected. */
  tab: string;
  className?: string | undefined;
  children: ReactNode;
}

/** What the selected tab holds. */
export function TabPanel({ tab, className, children }: TabPanelProps) {
  return (
    // The library keeps the id a panel was first drawn with, and the tab would name one that is not there.
    <AriaTabPanel key={tab} id={tab} className={className ?? ''}>
      {children}
    </AriaTabPanel>
  );
}
