import { bindingPeriods, byWatchedDate, isBinding } from '../../../shared/periods/binding.ts';
import type { Period } from '../../../shared/periods/rule.ts';
import { isOver, watchedDate } from '../../../shared/periods/periods.ts';
import { type FeatureContext, nowOf } from '../context.ts';

/** The running periods of one case. */
export interface RunningPeriods {
  /** Those that bind us, the nearest first. */
  binding: Period[];
  /** Those of the party, the court, or that have to be waited for, the nearest first. */
  others: Period[];
  /** Why a duty of ours has no last day: a notice that was not entered. */
  undated: string[];
}

const none: RunningPeriods = { binding: [], others: [], undated: [] };

/** What a case that follows counts too (申请法院强制执行) is told once, where it will be acted on; ids of cases rise with time. */
const isCountedLater = ({ ruleId, subjectId, partyId, caseId }: Period, all: readonly Period[]): boolean =>
  all.some(
    (other) =>
      other.ruleId === ruleId && other.subjectId === subjectId && other.partyId === partyId && other.caseId > caseId,
  );

/** The running periods of these cases. */
export function runningPeriods(
  context: FeatureContext,
  caseIds: readonly string[],
): (caseId: string) => RunningPeriods {
  const now = nowOf(context);
  const running = context.store
    .all<{ period: string }>(
      'select period.period from json_each(?) join period on period.caseId = value where metAt is null',
      JSON.stringify(caseIds),
    )
    .map(({ period }) => JSON.parse(period) as Period)
    .filter((period) => !isOver(period, now));
  const bySubject = Map.groupBy(running, ({ subjectId }) => subjectId);
  const told = running.filter((period) => !isCountedLater(period, bySubject.get(period.subjectId) ?? []));
  const byCase = new Map(
    [...Map.groupBy(told, ({ caseId }) => caseId)].map(([caseId, periods]) => [caseId, sorted(periods)] as const),
  );
  return (caseId) => byCase.get(caseId) ?? none;
}

const sorted = (periods: readonly Period[]): RunningPeriods => ({
  binding: bindingPeriods(periods),
  others: periods
    .filter((period) => !isBinding(period) && period.kind !== 'accrual' && watchedDate(period) !== null)
    .toSorted(byWatchedDate),
  undated: periods
    .filter((period) => period.duty === '本机关' && period.kind === 'max' && watchedDate(period) === null)
    .flatMap(({ note }) => note ?? []),
});
