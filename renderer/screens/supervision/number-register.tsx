import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { documents } from '../../../shared/contract/documents.ts';
import { dayOf } from '../../parts/days/day-words.ts';
import { DayCell } from '../../parts/days/day.tsx';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { Check } from '../../ui/choices.tsx';
import { Select } from '../../ui/labelled-fields.tsx';
import { List } from '../../ui/list.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import type { Column } from '../../ui/list-columns.ts';
import { useToday } from '../../data/session.ts';
import { useRight } from '../../data/rights.ts';
import { queries } from '../../data/queries.ts';
import css from './supervision.module.css';

type Numbered = InferContractRouterOutputs<typeof documents>['numbers'][number];

const STATUS = { used: '已用', reserved: '已预留' } as const;

const COLUMNS: readonly Column<Numbered>[] = [
  { title: '文号', width: 'minmax(16rem, 1.2fr)', cell: (row) => <strong>{row.number}</strong> },
  { title: '文书', width: 'minmax(0, 1.2fr)', cell: (row) => row.paperName },
  {
    title: '状态',
    width: '5rem',
    cell: (row) => (row.status === 'void' ? <span className={css.void}>作废</span> : STATUS[row.status]),
  },
  { title: '日期', width: '6.5rem', cell: (row) => <DayCell value={dayOf(row.at)} /> },
  { title: '作废原因', width: 'minmax(0, 1.4fr)', cell: (row) => <span title={row.reason}>{row.reason}</span> },
];

const YEARS = 10;

/** 文号登记: the numbers of one year by kind of paper, the voided ones with their reasons; a used number is never given again. */
export function NumberRegister() {
  const thisYear = Number(useToday().slice(0, 4));
  const notMine = useRight('documents.numbers');
  const [year, setYear] = useState(thisYear);
  const [onlyVoid, setOnlyVoid] = useState(false);
  const [reached, setReached] = useState(0);
  const open = useOpenNumber();
  const numbers = useQuery({
    ...queries.documents.numbers.queryOptions({ input: { year } }),
    enabled: notMine === null,
    staleTime: 0,
  });
  if (notMine !== null) return <EmptyState title="文号登记不在您的岗位之内。" why={notMine} />;
  const all = numbers.data ?? [];
  const rows = onlyVoid ? withStatus(all, 'void') : all;
  return (
    <section className={css.panel} aria-label="文号登记">
      <div className={css.tools} data-pane>
        <YearSelect last={thisYear} value={year} onChange={setYear} />
        <Check checked={onlyVoid} onChange={setOnlyVoid}>
          只看作废的
        </Check>
        {numbers.isSuccess && (
          <span className="second">
            登记了 {all.length} 个号，其中作废 {withStatus(all, 'void').length} 个，预留{' '}
            {withStatus(all, 'reserved').length} 个
          </span>
        )}
        <RefusalNote error={numbers.error} />
      </div>
      {numbers.isSuccess && rows.length === 0 ? (
        <EmptyState
          title={onlyVoid ? '这一年没有作废的文号。' : '这一年还没有用过文号。'}
          why="文书出具时由程序顺序编号，用过的号不再使用，作废要写明原因，都登记在这里。"
          article={4}
        />
      ) : (
        <List
          label="文号登记"
          columns={COLUMNS}
          rows={rows}
          rowKey={({ number }) => number}
          inHand={Math.min(reached, Math.max(0, rows.length - 1))}
          onMove={setReached}
          onOpen={open}
          focusFirst
          data-testid="numbers"
        />
      )}
    </section>
  );
}

function YearSelect({ last, value, onChange }: { last: number; value: number; onChange: (year: number) => void }) {
  const years = Array.from({ length: YEARS }, (_, index) => last - index);
  return (
    <Select
      className={css.year}
      name="register-year"
      aria-label="年度"
      options={years.map((year) => ({ value: String(year), label: `${year}年` }))}
      value={String(value)}
      onChange={(year) => onChange(Number(year))}
    />
  );
}

const withStatus = (numbers: readonly Numbered[], status: Numbered['status']): readonly Numbered[] =>
  numbers.filter((numbered) => numbered.status === status);

/** Opens the paper of a number. One voided without a paper has none; one that waits for its paper is on a form that somebody took along. */
function useOpenNumber(): (numbered: Numbered) => void {
  const navigate = useNavigate();
  return ({ caseId, paperId, status, number }) => {
    if (status === 'reserved') void navigate({ to: '/cases/blanks', search: { number } });
    else if (caseId !== null && paperId !== null)
      void navigate({ to: '/cases/$id', params: { id: caseId }, search: { paper: paperId } });
  };
}
