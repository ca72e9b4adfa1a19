import type { CaseSummary, TimelineEntry } from '../../../shared/contract/households.ts';
import { caseStateWords, numberWords } from '../../../shared/procedure/case-words.ts';
import { localOf } from '../../parts/days/day-words.ts';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { NumberTail } from '../../ui/list.tsx';
import { GroupedRecords, groupedColumns, isGroup, type GroupedRow } from './grouped-records.tsx';
import { RecordPanes } from './record-panes.tsx';
import type { RecordsProps } from './records-view.ts';
import { type AskedGroup, useGroupedRecords } from './use-grouped-records.ts';
import { useOpenEntry } from './use-open-entry.ts';

const groupOf = (
  { id, causeName, number, state, createdAt, beforeId }: CaseSummary,
  _: number,
  all: readonly CaseSummary[],
): AskedGroup => ({
  id,
  year: localOf(createdAt).slice(0, 4),
  state: caseStateWords[state],
  title: causeName,
  note: <CaseNumber number={number} before={all.find((other) => other.id === beforeId)} />,
  ask: { caseId: id },
});

/** Its number, and that of the case it came out of, where that is listed here too. */
const CaseNumber = ({ number, before }: { number: string; before: CaseSummary | undefined }) => {
  const own = numberWords(number);
  return <NumberTail number={before === undefined ? own : `${own}（由${numberWords(before.number)}另立）`} />;
};

/** The records of each case below its head, the newest case first. */
export function RecordsByCase({ householdId, cases, view, onView }: Omit<RecordsProps, 'revision'>) {
  const open = view.open ?? cases.slice(0, 1).map(({ id }) => id);
  const { rows, isLoaded } = useGroupedRecords(householdId, cases.map(groupOf), open);
  const index = Math.max(0, Math.min(view.index, rows.length - 1));
  const openEntry = useOpenEntry();
  if (cases.length === 0)
    return <EmptyState title="没有您可以查阅的案件。" why="承办人看自己的案件；查阅其他案件须经审批。" article={42} />;
  const fold = (caseId: string, isOpen: boolean): void =>
    onView({ ...view, open: isOpen ? [...open, caseId] : open.filter((other) => other !== caseId) });
  return (
    <RecordPanes entry={entryOf(rows[index], cases)} isLoaded={isLoaded} onOpen={openEntry}>
      <GroupedRecords
        columns={groupedColumns}
        rows={rows}
        index={index}
        onMove={(next) => onView({ ...view, index: next })}
        onFold={fold}
        onOpen={openEntry}
        data-testid="records-by-case"
      />
    </RecordPanes>
  );
}

/** The head of a case stands for the case itself. */
function entryOf(row: GroupedRow | undefined, cases: readonly CaseSummary[]): TimelineEntry | undefined {
  if (row === undefined || !isGroup(row)) return row?.entry;
  const own = cases.find(({ id }) => id === row.group.id);
  if (own === undefined) return undefined;
  const { id, causeName, number, createdAt } = own;
  return {
    at: createdAt,
    kind: '案件',
    title: causeName,
    detail: '',
    caseId: id,
    caseNumber: number,
    paperId: null,
    exhibitId: null,
  };
}
