import type { KeyboardEvent } from 'react';
import type { CaseSummary, TimelineEntry } from '../../../shared/contract/households.ts';
import { caseStateWords, numberWords } from '../../parts/cases/case-words.ts';
import { dayOf, localOf } from '../../parts/days/day-words.ts';
import { DayCell } from '../../parts/days/day.tsx';
import { Icon } from '../../ui/icon.tsx';
import { List, NumberTail } from '../../ui/list.tsx';
import type { Column } from '../../ui/list-columns.ts';
import { EntryKind } from './entry-kind.tsx';
import css from './household-screen.module.css';

/** A case with its records folded or not, or one record of it. */
export type CaseRow = { own: CaseSummary; isOpen: boolean } | { entry: TimelineEntry };
export const isGroup = (row: CaseRow): row is Extract<CaseRow, { own: unknown }> => 'own' in row;

const COLUMNS: readonly Column<CaseRow>[] = [
  {
    title: '日期',
    width: '6.4rem',
    cell: (row) =>
      isGroup(row) ? (
        <span className={css.groupYear} data-group>
          <Icon name="after" className={row.isOpen ? (css.unfolded ?? '') : ''} />
          {localOf(row.own.createdAt).slice(0, 4)}
        </span>
      ) : (
        <DayCell value={dayOf(row.entry.at)} />
      ),
  },
  {
    title: '类别',
    width: '4.4rem',
    cell: (row) => (isGroup(row) ? caseStateWords[row.own.state] : <EntryKind kind={row.entry.kind} />),
  },
  {
    title: '事项',
    width: 'minmax(0, 1.2fr)',
    cell: (row) =>
      isGroup(row) ? (
        <strong title={row.own.causeName}>{row.own.causeName}</strong>
      ) : (
        <span title={row.entry.title}>{row.entry.title}</span>
      ),
  },
  {
    title: '说明',
    width: 'minmax(0, 1fr)',
    cell: (row) =>
      isGroup(row) ? (
        <NumberTail number={numberWords(row.own.number)} />
      ) : (
        <span className="second" title={row.entry.detail}>
          {row.entry.detail}
        </span>
      ),
  },
];

const rowKey = (row: CaseRow): string =>
  isGroup(row)
    ? row.own.id
    : `${row.entry.kind} ${row.entry.at} ${row.entry.caseId} ${row.entry.exhibitId ?? row.entry.paperId ?? row.entry.title}`;

interface RecordsByCaseProps {
  rows: readonly CaseRow[];
  index: number;
  onMove: (index: number) => void;
  onFold: (caseId: string, isOpen: boolean) => void;
  onOpen: (entry: TimelineEntry) => void;
}

/** The records of each case below its head: → unfolds, ← folds, Enter opens. */
export function RecordsByCase({ rows, index, onMove, onFold, onOpen }: RecordsByCaseProps) {
  const row = rows[index];
  const onKeyDown = (event: KeyboardEvent): void => {
    if (row === undefined || (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight')) return;
    event.preventDefault();
    if (isGroup(row)) onFold(row.own.id, event.key === 'ArrowRight');
    else if (event.key === 'ArrowLeft')
      onMove(rows.findIndex((other) => isGroup(other) && other.own.id === row.entry.caseId));
  };
  return (
    <div className={css.byCase} onKeyDown={onKeyDown}>
      <List
        label="一户式记录"
        columns={COLUMNS}
        rows={rows}
        rowKey={rowKey}
        inHand={index}
        onMove={onMove}
        onOpen={(opened) => (isGroup(opened) ? onFold(opened.own.id, !opened.isOpen) : onOpen(opened.entry))}
        focusFirst
        data-testid="records-by-case"
      />
    </div>
  );
}
