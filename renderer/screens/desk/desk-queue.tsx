import { useState } from 'react';
import type { Desk, GivenOpinion, WaitingPaper } from '../../../shared/contract/documents.ts';
import { daysBetween } from '../../../shared/time/moments.ts';
import { useSession } from '../../data/session.ts';
import { PeriodTag } from '../../parts/days/day.tsx';
import { dayOf } from '../../parts/days/day-words.ts';
import { Icon } from '../../ui/icon.tsx';
import type { Column } from '../../ui/list-columns.ts';
import { List } from '../../ui/list.tsx';
import { Tag } from '../../ui/tag.tsx';
import css from './desk.module.css';

export type DeskPaper = WaitingPaper | GivenOpinion;
export const isGiven = (row: DeskPaper): row is GivenOpinion => 'verdict' in row;

/** From this many days on the waiting itself is what has to be seen. */
const LONG_DAYS = 10;

interface DeskQueueProps {
  desk: Desk;
  chosen: string | undefined;
  onChoose: (paperId: string) => void;
}

/** What waits, the most pressing first; below, what was signed today. */
export function DeskQueue({ desk: { waiting, given }, chosen, onChoose }: DeskQueueProps) {
  const [isUnfolded, setUnfolded] = useState(false);
  return (
    <>
      <header className={css.queueHead}>
        <h1>待我审批</h1>
        <span className="second">{waiting.length === 0 ? '' : `${waiting.length} 份`}</span>
      </header>
      <Rows label="待我审批" rows={waiting} chosen={chosen} onChoose={onChoose} />
      {given.length > 0 && (
        <details
          className={css.given}
          open={isUnfolded || given.some(({ paperId }) => paperId === chosen)}
          onToggle={(event) => setUnfolded(event.currentTarget.open)}
        >
          <summary>今天已签 {given.length}</summary>
          <Rows label="今天已签" rows={given} chosen={chosen} onChoose={onChoose} />
        </details>
      )}
    </>
  );
}

const column = (title: string): readonly Column<DeskPaper>[] => [
  { title, width: 'minmax(0, 1fr)', cell: (row) => <Row row={row} /> },
];
const COLUMNS = { 待我审批: column('先到期的在前'), 今天已签: column('后签的在前') };

interface RowsProps {
  label: keyof typeof COLUMNS;
  rows: readonly DeskPaper[];
  chosen: string | undefined;
  onChoose: (paperId: string) => void;
}

function Rows({ label, rows, chosen, onChoose }: RowsProps) {
  const index = rows.findIndex(({ paperId }) => paperId === chosen);
  return rows.length === 0 ? null : (
    <List<DeskPaper>
      label={label}
      columns={COLUMNS[label]}
      rows={rows}
      rowKey={({ paperId }) => paperId}
      inHand={index}
      onMove={(next) => onChoose(rows[next]?.paperId ?? '')}
      data-testid={label === '今天已签' ? 'desk-given' : 'desk-queue'}
    />
  );
}

const Row = ({ row }: { row: DeskPaper }) => (
  <span className={css.row}>
    <strong className={css.rowName}>{row.paperName}</strong>
    <span className={css.rowParty} title={row.partyName}>
      {row.partyName}
    </span>
    <span>{isGiven(row) ? <Given row={row} /> : <Waiting row={row} />}</span>
  </span>
);

const Given = ({ row: { verdict } }: { row: GivenOpinion }) => (
  <Tag tone={verdict === '同意' ? 'good' : 'care'}>
    <Icon name={verdict === '同意' ? 'done' : 'before'} /> {verdict}
  </Tag>
);

/** How long is left where a period binds, else how long it has been waiting. */
function Waiting({ row: { period, since } }: { row: WaitingPaper }) {
  const { today } = useSession();
  if (period !== null) return <PeriodTag period={period} now={today} />;
  const days = daysBetween(dayOf(since), today);
  return <Tag tone={days >= LONG_DAYS ? 'soon' : 'neutral'}>{days === 0 ? '今天送审' : `等了 ${days} 天`}</Tag>;
}
