import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { byWatchedDate } from '../../../shared/periods/binding.ts';
import { numberWords } from '../../../shared/procedure/case-words.ts';
import { watchedDate } from '../../../shared/periods/periods.ts';
import type { Period } from '../../../shared/periods/rule.ts';
import { DayText, PeriodTag } from '../../parts/days/day.tsx';
import { monthDayWords } from '../../parts/days/day-span.ts';
import { queries } from '../../data/queries.ts';
import { linksOf, unseenWords } from './case-links.tsx';
import css from './step-card.module.css';
import { useCalmCase } from './use-case-work.ts';
import { useWorkspace } from './use-workspace.ts';

const lastDay = (period: Period, today: string): string => {
  const day = watchedDate(period);
  return day === null ? '' : monthDayWords(day, today);
};

const shownActs = 5;

/** The cases this one hangs together with. */
function CasesAround() {
  const { file } = useCalmCase();
  const links = linksOf(file);
  if (links.length === 0 && file.unseenCases === 0) return null;
  return (
    <section className={css.block} aria-label="相关案件">
      <h3>相关案件</h3>
      <ul className={css.lines}>
        {links.map(({ id, words, number, causeName }) => (
          <li key={id}>
            <span>{words}</span>
            <Link className={css.what} to="/cases/$id" params={{ id }}>
              {causeName}
            </Link>
            <span>{numberWords(number)}</span>
          </li>
        ))}
      </ul>
      {file.unseenCases > 0 && <p className="second">{unseenWords(file.unseenCases)}</p>}
    </section>
  );
}

/** Below the next step: the periods that run, the cases round it, and what was done last. */
export function CaseSoFar() {
  const { file, periods } = useCalmCase();
  const { showTab } = useWorkspace();
  const caseId = file.case.id;
  const acts = useQuery(queries.cases.history.queryOptions({ input: { caseId, before: null, limit: shownActs } }));
  const running = periods.filter(({ metAt, kind }) => metAt === null && kind !== 'accrual').toSorted(byWatchedDate);
  return (
    <>
      {running.length > 0 && (
        <section className={css.block}>
          <h3>在走的期限</h3>
          <ul className={css.lines}>
            {running.map((period) => (
              <li key={`${period.ruleId} ${period.subjectId} ${period.partyId}`}>
                <span className={css.what}>{period.name}</span>
                <span>{lastDay(period, file.today)}</span>
                <PeriodTag period={period} now={file.today} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <CasesAround />
      {acts.data !== undefined && acts.data.length > 0 && (
        <section className={css.block}>
          <h3>最近办理</h3>
          <ul className={css.lines}>
            {acts.data.map((entry) => (
              <li key={entry.seq}>
                <span className={css.what}>
                  {entry.who}　{entry.verb}　{entry.what}
                </span>
                <DayText value={entry.at} />
              </li>
            ))}
          </ul>
          <button type="button" className={css.all} onClick={() => showTab('history')}>
            全部记录
          </button>
        </section>
      )}
    </>
  );
}
