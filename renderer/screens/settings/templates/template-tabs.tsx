import { useState } from 'react';
import type { TemplateEdition } from '../../../../shared/contract/regulation.ts';
import { TabPanel, TabRow, Tabs } from '../../../ui/tabs.tsx';
import { useDefinitions } from '../../../data/definitions.ts';
import { EditionHistory } from '../edition-history.tsx';
import { BasicsTab } from './basics-tab.tsx';
import { ChainTab } from './chain-tab.tsx';
import { FieldsTab } from './fields-tab.tsx';
import { templateChanges } from './template-words.ts';
import { TextTab } from './text-tab.tsx';
import { UseTab } from './use-tab.tsx';
import css from './templates.module.css';
import type { Faults, TemplateEdit } from './use-template-edit.ts';

type Tab = 'basics' | 'fields' | 'chain' | 'text' | 'use' | 'history';

const paths: Readonly<Record<Exclude<Tab, 'history' | 'basics'>, RegExp>> = {
  fields: /^sections/,
  chain: /^(approval|signatures)/,
  text: /^(body|addressee)/,
  use: /^steps/,
};
const tabOf = (path: string): Tab =>
  (['fields', 'chain', 'text', 'use'] as const).find((tab) => paths[tab].test(path)) ?? 'basics';
const wrongIn = (faults: Faults, tab: Tab): number => [...faults.keys()].filter((path) => tabOf(path) === tab).length;

/** The form of a template in its parts, each with the number of places that are wrong. */
export function TemplateTabs({
  edit,
  editions,
  notMine,
}: {
  edit: TemplateEdit;
  editions: readonly TemplateEdition[];
  notMine: string | null;
}) {
  const [tab, setTab] = useState<Tab>('basics');
  const tabs = (
    [
      ['basics', '基本信息'],
      ['fields', '栏目'],
      ['chain', '审批和签名'],
      ['text', '正文'],
      ['use', '用在哪里'],
    ] as const
  ).map(([key, label]) => ({ key, label, count: wrongIn(edit.faults, key), harm: true }));
  const props = { edit, readOnly: notMine !== null };
  const procedures = useDefinitions().data?.procedures ?? [];
  const entries = editions.map((edition, index) => {
    const before = editions[index + 1];
    return {
      ...edition,
      name: `第${edition.template.version}版`,
      changes: before === undefined ? [] : templateChanges(before.template, edition.template, procedures),
    };
  });
  const giveBack = (index: number): void => {
    const earlier = editions[index]?.template;
    if (earlier === undefined) return;
    // Saved after the newest one, whatever it was made from.
    edit.set({ ...earlier, version: editions[0]?.template.version ?? earlier.version });
    setTab('basics');
  };
  return (
    <Tabs selected={tab} onSelect={setTab}>
      <TabRow<Tab>
        label="文书模板的内容"
        tabs={[...tabs, { key: 'history', label: '历次版本', count: editions.length }]}
      />
      <TabPanel tab={tab} className={css.tab}>
        {tab === 'basics' && <BasicsTab {...props} />}
        {tab === 'fields' && <FieldsTab {...props} />}
        {tab === 'chain' && <ChainTab {...props} />}
        {tab === 'text' && <TextTab {...props} />}
        {tab === 'use' && <UseTab {...props} />}
        {tab === 'history' && <EditionHistory entries={entries} notMine={notMine} onReturn={giveBack} />}
      </TabPanel>
    </Tabs>
  );
}
