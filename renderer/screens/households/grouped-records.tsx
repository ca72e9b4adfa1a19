import type { KeyboardEvent, ReactNode } from 'react';
import type { TimelineEntry } from '../../../shared/contract/households.ts';
import { dayOf } from '../../parts/days/day-words.ts';
import { DayCell } from '../../parts/days/day.tsx';
import { Icon } from '../../ui/icon.tsx';
import { List } from '../../ui/list.tsx';
import type { Column } from '../../ui/list-columns.ts';
import { entryKey } from './entry-key.ts';
import { EntryKind } from './entry-kind.tsx';
import css from './household-screen.module.css';

/** Records that stand together below a head: those of a case, or of a kind. */
export interface RecordGroup {
  id: string;
  year: string;
  state: ReactNode;
  title: string;
  note: ReactNode;
}

/** The head of a group, folded or not, or one record of it. */
export type GroupedRow = { group: RecordGroup; isOpen: boolean } | { entry: TimelineEntry; groupId: string };
export const isGroup = (row: GroupedRow): row is Extract<GroupedRow, { group: unknown }> => 'group' in row;

export const groupedColumns: readonly Column<GroupedRow>[] = [
  {
    title: '日期',
    width: '6.4rem',
    cell: (row) =>
      isGroup(row) ? (
        <span className={css.groupYear} data-group>
          <Icon name="after" className={row.isOpen ? (css.unfolded ?? '') : ''} />
          {row.group.year}
        </span>
      ) : (
        <DayCell value={dayOf(row.entry.at)} />
      ),
  },
  {
    title: '类别',
    width: '4.4rem',
    cell: (row) => (isGroup(row) ? row.group.state : <EntryKind kind={row.entry.kind} />),
  },
  {
    title: '事项',
    width: 'minmax(0, 1.2fr)',
    cell: (row) =>
      isGroup(row) ? (
        <strong title={row.group.title}>{row.group.title}</strong>
      ) : (
        <span title={row.entry.title}>{row.entry.title}</span>
      ),
  },
  {
    title: '说明',
    width: 'minmax(0, 1fr)',
    cell: (row) =>
      isGroup(row) ? (
        row.group.note
      ) : (
        <span className="second" title={row.entry.detail}>
          {row.entry.detail}
        </span>
      ),
  },
];

const rowKey = (row: GroupedRow): string => (isGroup(row) ? row.group.id : entryKey(row.entry));

interface GroupedRecordsProps {
  rows: readonly GroupedRow[];
  columns: readonly Column<GroupedRow>[];
  index: number;
  onMove: (index: number) => void;
  onFold: (groupId: string, isOpen: boolean) => void;
  onOpen: (entry: TimelineEntry) => void;
  'data-testid': string;
}

/** The records of each group below its head: → unfolds, ← folds, Enter opens. */
export function GroupedRecords({ rows, index, onMove, onFold, onOpen, ...list }: GroupedRecordsProps) {
  const row = rows[index];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (row === undefined || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
    event.preventDefault();
    if (isGroup(row)) onFold(row.group.id, event.key === 'ArrowRight');
    else if (event.key === 'ArrowLeft')
      onMove(rows.findIndex((other) => isGroup(other) && other.group.id === row.groupId));
  };
  return (
    <div className={css.grouped} onKeyDown={onKeyDown}>
      <List
        label="一户式记录"
        rows={rows}
        rowKey={rowKey}
        inHand={index}
        onMove={onMove}
        onOpen={(opened) => (isGroup(opened) ? onFold(opened.group.id, !opened.isOpen) : onOpen(opened.entry))}
        focusFirst
        {...list}
      />
    </div>
  );
}
