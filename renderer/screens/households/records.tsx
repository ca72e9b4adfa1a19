import { useRef } from 'react';
import { useKey } from '../../ui/keys.ts';
import { TabPanel, TabRow, Tabs } from '../../ui/tabs.tsx';
import { useQueryOf } from '../../ui/use-query-text.ts';
import { FindField } from './find-field.tsx';
import { FoundRecords } from './found-records.tsx';
import css from './household-screen.module.css';
import { RecordsByCase } from './records-by-case.tsx';
import { RecordsByKind } from './records-by-kind.tsx';
import { RecordsByTime } from './records-by-time.tsx';
import type { RecordsProps } from './records-view.ts';
import { useFoundRecords } from './use-found-records.ts';

/** Every record of the household in one of three orders, or those that hold what is typed. */
export function Records(props: RecordsProps) {
  const { householdId, cases, view, onView } = props;
  const { by } = view;
  const field = useRef<HTMLInputElement>(null);
  const typed = useQueryOf(view.typed, (text) => onView({ ...view, typed: text, hit: 0 }));
  const found = useFoundRecords(householdId, typed.query);
  const move = (hit: number): void => onView({ ...view, hit });
  const leave = (): void => {
    onView({ ...view, typed: '', hit: 0 });
    // The list takes the focus at the row that was in hand.
    field.current?.blur();
  };
  const find = (): void => {
    field.current?.focus();
    field.current?.select();
  };
  useKey('Ctrl+F', find, { hint: '本户查找' });
  useKey('Esc', view.typed === '' ? null : leave, { hint: '不再查找' });
  const tabs = [
    { key: 'case', label: '按案件', count: cases.length },
    { key: 'time', label: '按时间' },
    { key: 'kind', label: '按类别' },
  ] as const;
  return (
    <Tabs selected={by} onSelect={(next) => onView({ ...view, by: next, index: 0, typed: '' })}>
      <div className={css.bar}>
        <TabRow label="怎么排" tabs={tabs} />
        <FindField ref={field} typed={typed} count={found.records.length} hit={view.hit} onMove={move} />
      </div>
      <TabPanel tab={by} className={css.tabBody}>
        {typed.query === '' ? (
          <InOrder {...props} />
        ) : (
          <FoundRecords query={typed.query} found={found} hit={view.hit} onMove={move} />
        )}
      </TabPanel>
    </Tabs>
  );
}

function InOrder(props: RecordsProps) {
  switch (props.view.by) {
    case 'case':
      return <RecordsByCase {...props} />;
    case 'time':
      return <RecordsByTime {...props} />;
    case 'kind':
      return <RecordsByKind {...props} />;
  }
}
