import { now as clockNow } from '../../data/clock.ts';
import { useState } from 'react';
import type { PeriodChange } from '../../../shared/case-file.ts';
import { openSuspension, whyNotExtend, whyNotSuspend } from '../../../shared/periods/changes.ts';
import { wasMetLate } from '../../../shared/periods/periods.ts';
import type { Period, PeriodRule } from '../../../shared/periods/rule.ts';
import { partyNamed } from '../../../shared/procedure/parties.ts';
import { Basis } from '../../parts/articles/basis.tsx';
import { DayText, PeriodTag } from '../../parts/days/day.tsx';
import { EmptyState } from '../../parts/articles/empty-state.tsx';
import { ReasonButton } from '../../ui/reason-button.tsx';
import { changeWords } from './period-approvals.ts';
import { PeriodChangeDialog, ResumeDialog } from './period-change-dialog.tsx';
import css from './side-panel.module.css';
import { useCalmCase } from './use-case-work.ts';
import { useCaseRight } from './use-paper-rights.ts';

/** The periods of the case: running ones by their end, then those that were met. */
export function PeriodsTab() {
  const { periods, file, rules } = useCalmCase();
  if (periods.length === 0)
    return (
      <EmptyState
        title="还没有期限"
        why="登记案源、立案、送达等文书出具后，办案和归档期限从这里开始计算。"
        article={35}
      />
    );
  const ordered = periods.toSorted(
    (a, b) => Number(a.metAt !== null) - Number(b.metAt !== null) || (a.due ?? '9').localeCompare(b.due ?? '9'),
  );
  const groups = grouped(ordered);
  return (
    <ul className={css.periods} aria-label="本案期限">
      {groups.map(([period, ...more]) => (
        <PeriodItem
          key={`${period.ruleId} ${period.subjectId} ${period.partyId}`}
          period={period}
          more={more.length}
          today={file.today}
          rule={rules.find(({ id }) => id === period.ruleId)}
        />
      ))}
    </ul>
  );
}

const wasMetInTime = (period: Period): boolean => period.metAt !== null && !wasMetLate(period);

/** What was met in time each time (every recording has its days) takes one place in the list; what runs or was late stands alone. */
function grouped(periods: readonly Period[]): [Period, ...Period[]][] {
  const metInTime = (period: Period): Period[] =>
    periods.filter((other) => other.ruleId === period.ruleId && wasMetInTime(other));
  return periods.flatMap((period): [Period, ...Period[]][] => {
    if (!wasMetInTime(period)) return [[period]];
    const [first, ...more] = metInTime(period);
    return first === period ? [[first, ...more]] : [];
  });
}

function PeriodItem({
  period,
  more,
  rule,
  today,
}: {
  period: Period;
  more: number;
  rule: PeriodRule | undefined;
  today: string;
}) {
  const { file } = useCalmCase();
  const [now] = useState(() => clockNow().toISOString());
  const party = partyNamed(file, period.partyId);
  const changes = rule === undefined ? [] : file.periodChanges.filter(({ ruleId }) => ruleId === rule.id);
  return (
    <li data-period={period.ruleId}>
      <p className={css.periodHead}>
        <strong>
          {period.name}
          {more > 0 ? `（${more + 1}次，都已按期完成）` : party !== '' && `（${party}）`}
        </strong>
        <PeriodTag period={period} now={period.unit === 'H' ? now : today} />
      </p>
      <p>
        <DayText value={period.from} />
        起算，
        <PeriodEnd period={period} />
        {period.duty !== '本机关' && <span className={css.duty}>　由{period.duty}履行</span>}
      </p>
      <p className={css.basis}>
        <Basis article={period.article}>{period.basis}</Basis>
      </p>
      {period.note !== null && <p className={css.basis}>{period.note}</p>}
      {rule !== undefined &&
        changes.map((change) => (
          <p key={`${change.kind} ${change.from} ${change.basis}`} className={css.periodChange}>
            {changeWords(change, rule)}
            <span className={css.basis}>　{change.basis}</span>
          </p>
        ))}
      {rule !== undefined && period.metAt === null && <PeriodActions rule={rule} />}
    </li>
  );
}

/** 延长、中止、恢复; where the law gives none of them, it says so. */
function PeriodActions({ rule }: { rule: PeriodRule }) {
  const {
    file: {
      periodChanges,
      case: { state },
    },
  } = useCalmCase();
  const [dialog, setDialog] = useState<PeriodChange['kind'] | 'resume' | null>(null);
  const mayChange = useCaseRight('cases.changePeriod');
  const mayResume = useCaseRight('cases.endSuspension');
  const closed = state === 'filed' ? '本案已经归档，期限不再变更。' : null;
  const close = (): void => setDialog(null);
  return (
    <div className={css.periodActions}>
      <ReasonButton
        kind="quiet"
        data-testid="extend"
        reason={closed ?? mayChange ?? whyNotExtend(rule, periodChanges)}
        onClick={() => setDialog('extension')}
      >
        延长
      </ReasonButton>
      {openSuspension(rule, periodChanges) === undefined ? (
        <ReasonButton
          kind="quiet"
          data-testid="suspend"
          reason={closed ?? mayChange ?? whyNotSuspend(rule, periodChanges)}
          onClick={() => setDialog('suspension')}
        >
          中止
        </ReasonButton>
      ) : (
        <ReasonButton
          kind="quiet"
          data-testid="resume"
          reason={closed ?? mayResume}
          onClick={() => setDialog('resume')}
        >
          恢复
        </ReasonButton>
      )}
      {dialog === 'resume' && <ResumeDialog rule={rule} onClose={close} />}
      {(dialog === 'extension' || dialog === 'suspension') && (
        <PeriodChangeDialog rule={rule} kind={dialog} onClose={close} />
      )}
    </div>
  );
}

/** Our own duties end by the earlier, statutory day; what runs for or against the party ends by the rolled one. */
function PeriodEnd({ period }: { period: Period }) {
  const end = period.duty === '本机关' ? (period.statutory ?? period.due) : period.due;
  if (period.kind === 'accrual') return <>按日累计</>;
  if (end === null) return <>{period.kind === 'min' ? '没有届满日' : '截止日期待定'}</>;
  return (
    <>
      {period.kind === 'min' ? '不早于' : '截至'}
      <DayText value={end} />
    </>
  );
}
