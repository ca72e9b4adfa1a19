import { setImmediate as nextTurn } from 'node:timers/promises';
import type { CaseFile } from '../../../shared/case-file.ts';
import { lapsesAt, periodsOf, watchedDate } from '../../../shared/periods/periods.ts';
import { laidAsideWords } from '../../../shared/procedure/case-words.ts';
import type { Period } from '../../../shared/periods/rule.ts';
import type { PeriodRow } from '../../platform/store/tables/cases.ts';
import { type FeatureContext, todayOf } from '../context.ts';
import { readWholeCase } from './case-file.ts';

/** The periods of a case by the law and the calendar in force, counted anew from its papers; none runs in a case that was laid aside. */
export const countPeriods = ({ editions }: Pick<FeatureContext, 'editions'>, whole: CaseFile): Period[] =>
  laidAsideWords(whole.case.state) !== null ? [] : periodsOf(whole, editions.periodRules(), editions.calendar());

type StoredPeriod = Omit<PeriodRow, 'period' | 'caseId'> & { period: string };
type PeriodStore = Pick<FeatureContext, 'store'>;

const keyOf = ({ ruleId, subjectId, partyId }: Pick<StoredPeriod, 'ruleId' | 'subjectId' | 'partyId'>): string =>
  `${ruleId} ${subjectId} ${partyId}`;

const columns = ['due', 'warnAt', 'metAt', 'harm', 'period', 'lapsesAt'] as const;

/** Makes the stored periods of a case those that were counted; writes only what is different. */
export function storePeriods(context: PeriodStore, whole: CaseFile, periods: readonly Period[]): void {
  const { store } = context;
  const caseId = whole.case.id;
  const before = new Map(
    store
      .all<StoredPeriod>(
        'select ruleId, subjectId, partyId, due, warnAt, metAt, harm, period, lapsesAt from period where caseId = ?',
        caseId,
      )
      .map((row) => [keyOf(row), row]),
  );
  for (const period of periods) {
    const row = storedPeriod(period, whole.today);
    const known = before.get(keyOf(row));
    before.delete(keyOf(row));
    if (known !== undefined && columns.every((column) => known[column] === row[column])) continue;
    store.run(
      `insert into period (caseId, ruleId, subjectId, partyId, due, warnAt, metAt, harm, period, lapsesAt)
       values (@caseId, @ruleId, @subjectId, @partyId, @due, @warnAt, @metAt, @harm, @period, @lapsesAt)
       on conflict (caseId, ruleId, subjectId, partyId) do update set
         due = excluded.due, warnAt = excluded.warnAt, metAt = excluded.metAt, harm = excluded.harm, period = excluded.period, lapsesAt = excluded.lapsesAt`,
      { caseId, ...row },
    );
  }
  for (const { ruleId, subjectId, partyId } of before.values())
    store.run(
      'delete from period where caseId = ? and ruleId = ? and subjectId = ? and partyId = ?',
      caseId,
      ruleId,
      subjectId,
      partyId,
    );
}

const storedPeriod = (period: Period, today: string): StoredPeriod => ({
  ruleId: period.ruleId,
  subjectId: period.subjectId,
  partyId: period.partyId ?? '',
  due: period.due,
  warnAt: watchedDate(period),
  metAt: period.metAt,
  harm: period.harm,
  period: JSON.stringify(period),
  lapsesAt: lapsesAt(period, today),
});

/** Brings the stored periods of the other cases about the same decision after what happened in this one. */
export function refreshLinkedPeriods(context: Omit<FeatureContext, 'operator'>, { linked }: CaseFile): void {
  for (const { id } of linked) {
    const whole = readWholeCase(context, id);
    storePeriods(context, whole, countPeriods(context, whole));
  }
}

/** Counts the periods of every running case again: a calendar year was entered, or a rule confirmed. */
export async function recountPeriods(context: FeatureContext): Promise<void> {
  for (const { id } of context.store.all<{ id: string }>("select id from case_record where state <> 'filed'"))
    await recount(context, id);
}

/**
 * Time alone changes a case when the last day of a period is over: a window of the party closes, and what follows on it may start
 * (申请法院执行, 加处罚款). Counts the cases of which that was said to come before today.
 */
export async function followLapses(context: FeatureContext): Promise<void> {
  // The hint keeps it to the periods whose last day is known: left alone, `distinct` walks all of them at every log-in.
  for (const { caseId } of context.store.all<{ caseId: string }>(
    'select distinct caseId from period indexed by period_lapses where lapsesAt < ?',
    todayOf(context),
  ))
    await recount(context, caseId);
}

async function recount(context: FeatureContext, caseId: string): Promise<void> {
  await context.store.unit.run(async () => {
    const whole = readWholeCase(context, caseId);
    storePeriods(context, whole, countPeriods(context, whole));
    refreshLinkedPeriods(context, whole);
    if (context.store.written.any())
      context.audit.append({ verb: '重算期限', what: whole.case.causeName, subjectId: caseId, caseId });
  });
  // Each case is a task of its own: whoever asks meanwhile is answered between two of them.
  await nextTurn();
}
