import { useNavigate } from '@tanstack/react-router';
import type { CaseSummary } from '../../../shared/contract/households.ts';
import { caseStateWords } from '../../parts/cases/case-words.ts';
import { dayOf } from '../../parts/days/day-words.ts';
import { DayCell } from '../../parts/days/day.tsx';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { List } from '../../ui/list.tsx';
import type { Column } from '../../ui/list-columns.ts';

const COLUMNS: readonly Column<CaseSummary>[] = [
  { title: '案由', width: 'minmax(0, 1.4fr)', cell: (row) => <strong>{row.causeName}</strong> },
  { title: '案号', width: '16rem', cell: (row) => row.number },
  { title: '状态', width: '4.5rem', cell: (row) => caseStateWords[row.state] },
  { title: '登记', width: '6.5rem', cell: (row) => <DayCell value={dayOf(row.createdAt)} /> },
];

/** The cases of the target that this person may open (第四十二条). */
export function HouseholdCases({ cases }: { cases: readonly CaseSummary[] }) {
  const navigate = useNavigate();
  if (cases.length === 0)
    return <EmptyState title="没有您可以查阅的案件。" why="承办人看自己的案件；查阅其他案件须经审批。" article={42} />;
  return (
    <List
      label="案件"
      columns={COLUMNS}
      rows={cases}
      rowKey={(row) => row.id}
      onOpen={(row) => void navigate({ to: '/cases/$id', params: { id: row.id } })}
      focusFirst
      data-testid="household-cases"
    />
  );
}
