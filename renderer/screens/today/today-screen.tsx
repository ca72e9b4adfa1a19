import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import type { TodayPeriod, WaitingApproval } from '../../../shared/contract/cases.ts';
import type { CaseSummary } from '../../../shared/contract/households.ts';
import { articleName } from '../../../shared/chinese/article-name.ts';
import { readsOf } from '../../../shared/contract/right.ts';
import { partiesTitle } from '../../../shared/procedure/parties.ts';
import { caseStateWords, numberWords } from '../../parts/cases/case-words.ts';
import { DayText, PeriodTag } from '../../parts/days/day.tsx';
import { dayOf } from '../../parts/days/day-words.ts';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { NoContentKey } from '../../parts/articles/no-content-key.tsx';
import { Panel } from '../../ui/panel.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { RefusalNote } from '../../parts/refusals/refusal-note.tsx';
import { List, TwoLines } from '../../ui/list.tsx';
import type { Column } from '../../ui/list-columns.ts';
import { backupWords } from '../../parts/days/without-backup.ts';
import { useOperator, useSession, useToday } from '../../data/session.ts';
import { Note } from '../../ui/note.tsx';
import { useRight } from '../../data/rights.ts';
import { queries } from '../../data/queries.ts';
import css from './today.module.css';
import { OverdueNote } from '../../parts/days/overdue-note.tsx';

/** 今日: what falls due, what waits for my approval, my cases. Everything opens with Enter. */
export function TodayScreen() {
  return useOperator().reads === 'content' ? <Board /> : <OfficeToday />;
}

/** For who has no key to the cases. */
function OfficeToday() {
  return (
    <div className={css.screen} data-ready="today">
      <header className={css.head}>
        <h1>今日</h1>
        <DayText value={useToday()} />
      </header>
      <BackupNote />
      <NoContentKey />
    </div>
  );
}

function Board() {
  const today = useQuery(queries.cases.today.queryOptions());
  const day = useToday();
  return (
    <div className={css.screen} data-ready={today.data === undefined ? undefined : 'today'}>
      <header className={css.head}>
        <h1>今日</h1>
        <DayText value={day} />
      </header>
      <BackupNote />
      <SeparationNote />
      <RefusalNote error={today.error} />
      {today.data !== undefined && (
        <>
          <Periods periods={today.data.periods} />
          <div className={css.pair}>
            <Waiting waiting={today.data.waiting} />
            <Mine cases={today.data.mine} />
          </div>
        </>
      )}
    </div>
  );
}

/** An office that loses its disk loses everything since the last backup: said where the day begins. */
function BackupNote() {
  const { withoutBackupSince, today } = useSession();
  const navigate = useNavigate();
  const notMine = useRight('backup.start');
  const days = withoutBackupSince === null ? null : backupWords(withoutBackupSince, today).overdueDays;
  if (days === null) return null;
  return (
    <Note
      data-testid="backup-note"
      happened={
        <span className="harm">
          案卷库已有 {days} 天没有备份。磁盘损坏时，这 {days} 天的内容无法找回。
        </span>
      }
      actions={
        <ReasonButton reason={notMine} onClick={() => void navigate({ to: '/supervision', search: { tab: 'backup' } })}>
          去备份
        </ReasonButton>
      }
    />
  );
}

/** An office of few people can begin with one for everything; 等保 wants them apart as soon as there are enough. */
function SeparationNote() {
  const { roles } = useOperator();
  if (!roles.includes('系统管理员') || readsOf(roles) === 'office') return null;
  return (
    <Note happened={`您既是系统管理员，又是${roles.filter((role) => role !== '系统管理员').join('、')}。`}>
      <p>
        等级保护要求系统管理、安全管理和审计由不同的人负责：人手够了，请在“设置—人员”里把系统管理员交给不看案卷的人。
      </p>
    </Note>
  );
}

const basisOf = ({ article, basis }: TodayPeriod): string =>
  article === null || basis.includes(`本制度${articleName(article)}`)
    ? basis
    : `本制度${articleName(article)}　${basis}`;

/** With what is to be said of it: why it has no date, what has grown by the day. */
const PeriodName = ({ period }: { period: TodayPeriod }) => (
  <>
    <strong>{period.name}</strong>
    {period.note !== null && period.due === null && <p className="second">{period.note}</p>}
  </>
);

const periodColumns = (day: string): Column<TodayPeriod>[] => [
  {
    title: '还剩',
    width: '10rem',
    cell: (period) => <PeriodTag period={period} now={period.unit === 'H' ? new Date().toISOString() : day} />,
  },
  { title: '期限', width: 'minmax(0, 1.3fr)', cell: (period) => <PeriodName period={period} /> },
  {
    title: '到期日',
    width: '8.5rem',
    cell: (period) => <DayText value={period.duty === '本机关' ? (period.statutory ?? period.due) : period.due} />,
  },
  {
    title: '当事人',
    width: 'minmax(0, 1.3fr)',
    cell: (period) => <TwoLines first={period.partyName} second={period.causeName} />,
  },
  { title: '案号', width: 'minmax(0, 1.4fr)', cell: (period) => numberWords(period.caseNumber) },
  { title: '依据', width: 'minmax(0, 1.1fr)', cell: (period) => <span className="second">{basisOf(period)}</span> },
];

function Periods({ periods }: { periods: readonly TodayPeriod[] }) {
  const navigate = useNavigate();
  const columns = periodColumns(useToday());
  const overdue = periods.filter((period) => period.overdue).length;
  return (
    <Panel title="期限" note={<OverdueNote overdue={overdue} count={periods.length} unit="项" />}>
      {periods.length === 0 ? (
        <EmptyState
          title="没有正在走的期限。"
          why="立案、调查、告知、送达、归档都有法定期限，案件一开始，要到期的会按轻重排在这里。"
          article={4}
        />
      ) : (
        <List
          label="期限"
          columns={columns}
          rows={periods}
          rowKey={(period) => `${period.ruleId}${period.caseId}${period.subjectId}${period.from}`}
          onOpen={(period) =>
            void navigate({ to: '/cases/$id', params: { id: period.caseId }, search: { paper: period.subjectId } })
          }
          focusFirst
          data-testid="periods"
        />
      )}
    </Panel>
  );
}

const WAITING_COLUMNS: readonly Column<WaitingApproval>[] = [
  {
    title: '文书',
    width: 'minmax(0, 1.5fr)',
    cell: (row) => <TwoLines first={<strong>{row.paperName}</strong>} second={row.partyName} />,
  },
  { title: '等您填', width: 'minmax(0, 1fr)', cell: (row) => row.label },
  { title: '送审日期', width: '8.5rem', cell: (row) => <DayText value={dayOf(row.since)} /> },
];

function Waiting({ waiting }: { waiting: readonly WaitingApproval[] }) {
  const navigate = useNavigate();
  return (
    <Panel title="待我审批" note={`${waiting.length} 份`}>
      {waiting.length === 0 ? (
        <EmptyState title="没有等您审批的文书。" why="承办人送审的文书轮到您的岗位时，会出现在这里。" article={13} />
      ) : (
        <List
          label="待我审批"
          columns={WAITING_COLUMNS}
          rows={waiting}
          rowKey={(row) => row.paperId}
          onOpen={(row) =>
            void navigate({ to: '/cases/$id', params: { id: row.caseId }, search: { paper: row.paperId } })
          }
          data-testid="waiting"
        />
      )}
    </Panel>
  );
}

const CASE_COLUMNS: readonly Column<CaseSummary>[] = [
  {
    title: '当事人',
    width: 'minmax(0, 1.5fr)',
    cell: (row) => (
      <TwoLines
        first={<strong title={row.partyNames.join('、')}>{partiesTitle(row.partyNames)}</strong>}
        second={row.causeName}
      />
    ),
  },
  { title: '案号', width: 'minmax(0, 1.2fr)', cell: (row) => numberWords(row.number) },
  { title: '状态', width: '4.5rem', cell: (row) => caseStateWords[row.state] },
];

function Mine({ cases }: { cases: readonly CaseSummary[] }) {
  const navigate = useNavigate();
  const notMine = useRight('cases.begin');
  return (
    <Panel title="我的案件" note={`${cases.length} 件`}>
      {cases.length === 0 ? (
        <EmptyState
          title="您名下没有在办的案件。"
          why="执法从登记案源开始，每一步都要留下记录。"
          article={10}
          action={
            <ReasonButton kind="primary" reason={notMine} onClick={() => void navigate({ to: '/cases' })}>
              去登记案源
            </ReasonButton>
          }
        />
      ) : (
        <List
          label="我的案件"
          columns={CASE_COLUMNS}
          rows={cases}
          rowKey={(row) => row.id}
          onOpen={(row) => void navigate({ to: '/cases/$id', params: { id: row.id } })}
          data-testid="mine"
        />
      )}
    </Panel>
  );
}
