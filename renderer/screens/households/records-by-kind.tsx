import type { TimelineEntry } from '../../../shared/contract/households.ts';
import { NumberTail } from '../../ui/list.tsx';
import type { Column } from '../../ui/list-columns.ts';
import { EntryKind } from './entry-kind.tsx';
import { GroupedRecords, groupedColumns, isGroup, type GroupedRow } from './grouped-records.tsx';
import { RecordPanes } from './record-panes.tsx';
import type { RecordsProps } from './records-view.ts';
import { type AskedGroup, PER_GROUP, useGroupedRecords } from './use-grouped-records.ts';
import { useOpenEntry } from './use-open-entry.ts';

const groupNames = {
  文书: '全部文书',
  证据: '书证、物证照片等全部证据',
  音像: '全部录音、录像',
  案卷: '全部案卷',
  移送: '全部移送',
} as const satisfies Partial<Record<TimelineEntry['kind'], string>>;

const groups = (Object.keys(groupNames) as (keyof typeof groupNames)[]).map((kind): AskedGroup => ({
  id: kind,
  year: '',
  state: <EntryKind kind={kind} />,
  title: groupNames[kind],
  note: '',
  ask: { kinds: [kind] },
}));

// Below a kind it is not told otherwise which case a record is of.
const columns: readonly Column<GroupedRow>[] = [
  ...groupedColumns,
  {
    title: '案号',
    width: '9.2rem',
    cell: (row) => (isGroup(row) ? '' : <NumberTail number={row.entry.caseNumber} />),
  },
];

/** All records of one kind below its head, of all cases, the newest first. */
export function RecordsByKind({ householdId, view, onView }: Omit<RecordsProps, 'cases' | 'revision'>) {
  const { openKinds } = view;
  const { rows, isLoaded } = useGroupedRecords(householdId, groups, openKinds);
  const counted = isLoaded ? rows.map((row) => (isGroup(row) && row.isOpen ? withCount(row, rows) : row)) : rows;
  const index = Math.max(0, Math.min(view.index, rows.length - 1));
  const row = rows[index];
  const openEntry = useOpenEntry();
  const fold = (kind: string, isOpen: boolean): void =>
    onView({ ...view, openKinds: isOpen ? [...openKinds, kind] : openKinds.filter((other) => other !== kind) });
  return (
    <RecordPanes
      entry={row === undefined || isGroup(row) ? undefined : row.entry}
      isLoaded={isLoaded}
      onOpen={openEntry}
    >
      <GroupedRecords
        columns={columns}
        rows={counted}
        index={index}
        onMove={(next) => onView({ ...view, index: next })}
        onFold={fold}
        onOpen={openEntry}
        data-testid="records-by-kind"
      />
    </RecordPanes>
  );
}

function withCount(head: Extract<GroupedRow, { group: unknown }>, rows: readonly GroupedRow[]): GroupedRow {
  const count = rows.filter((row) => !isGroup(row) && row.groupId === head.group.id).length;
  const note = count === PER_GROUP ? `最近 ${PER_GROUP} 条，更早的按时间看` : `${count} 条`;
  return { ...head, group: { ...head.group, note } };
}
