import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { yearToEnter } from '../../../../shared/time/calendar.ts';
import type { CalendarEntry } from '../../../../shared/contract/regulation.ts';
import { EmptyState } from '../../../parts/articles/empty-state.tsx';
import { ReasonButton } from '../../../ui/reason-button.tsx';
import { RefusalNote } from '../../../parts/refusals/refusal-note.tsx';
import { useToday } from '../../../data/session.ts';
import { useRight } from '../../../data/rights.ts';
import { queries } from '../../../data/queries.ts';
import css from './calendar.module.css';
import { YearEntry } from './year-entry.tsx';
import { spanWords } from './year-days.ts';
import { YearView } from './year-view.tsx';
import settings from '../settings.module.css';
import { Fact, Facts } from '../../../ui/fact.tsx';

/** 工作日历: the yearly notices that say which days are worked; a year without one is said, never guessed. */
export function CalendarSection() {
  const years = useQuery(queries.regulation.calendarYears.queryOptions());
  if (years.data === undefined) return <RefusalNote error={years.error} />;
  return <Years entries={years.data.toSorted((a, b) => a.calendar.year - b.calendar.year)} />;
}

/** The years there are, one of them shown; the one 今日 asks for is ready to be entered. */
function Years({ entries }: { entries: readonly CalendarEntry[] }) {
  const notMine = useRight('regulation.addCalendarYear');
  const today = useToday();
  const asked = notMine === null ? yearToEnter(new Set(entries.map(({ calendar }) => calendar.year)), today) : null;
  const [shown, setShown] = useState(asked ?? Number(today.slice(0, 4)));
  const [entering, setEntering] = useState(asked !== null);
  const next = (entries.at(-1)?.calendar.year ?? shown) + 1;
  const entry = entries.find(({ calendar }) => calendar.year === shown);
  const show = (year: number): void => {
    setShown(year);
    setEntering(false);
  };
  const enter = (year: number): void => {
    setShown(year);
    setEntering(true);
  };
  return (
    <section className={settings.section} aria-label="工作日历">
      <p>
        以工作日计算的期限，以国务院办公厅每年的放假通知为准。没有通知的年份，期限算不出届满日，程序如实说明，不推测。
      </p>
      <div className={css.years} role="group" aria-label="年份">
        {entries.map(({ calendar: { year } }) => (
          <ReasonButton
            key={year}

            aria-pressed={!entering && year === shown}
            onClick={() => show(year)}
          >
            {year}年
          </ReasonButton>
        ))}
        <ReasonButton reason={notMine} aria-pressed={entering} onClick={() => enter(next)} data-testid="enter-year">
          录入新年份
        </ReasonButton>
      </div>
      {entering && (
        <YearEntry
          key={shown}
          shippedYears={entries.filter(({ shipped }) => shipped).map(({ calendar }) => calendar.year)}
          entries={entries}
          first={shown}
          onSaved={show}
        />
      )}
      {!entering &&
        (entry === undefined ? (
          <EmptyState title={`${shown}年的放假通知还没有录入。`} why="录入以后，各案的期限重新计算。" article={49} />
        ) : (
          <Year entry={entry} onCorrect={notMine === null && !entry.shipped ? () => enter(shown) : null} />
        ))}
    </section>
  );
}

/** `onCorrect` for a year the office entered itself. */
function Year({ entry: { calendar, shipped }, onCorrect }: { entry: CalendarEntry; onCorrect: (() => void) | null }) {
  const { year, off, work, source } = calendar;
  return (
    <>
      <Facts>
        <Fact term="放假">{spanWords(off, year)}</Fact>
        <Fact term="调休上班">{work.length === 0 ? '没有' : spanWords(work, year)}</Fact>
        <Fact term="出处" className="second">
          {source}　{shipped ? '随程序提供' : '本局录入'}
          {'　'}
          {onCorrect !== null && (
            <ReasonButton kind="quiet" onClick={onCorrect}>
              更正
            </ReasonButton>
          )}
        </Fact>
      </Facts>
      <YearView year={year} days={calendar} />
    </>
  );
}
