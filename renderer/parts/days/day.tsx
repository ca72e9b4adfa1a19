import type { ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import { calendarOf, type Calendar } from '../../../shared/time/calendar.ts';
import type { CalendarEntry } from '../../../shared/contract/regulation.ts';
import { useOperator } from '../../data/session.ts';
import { queries } from '../../data/queries.ts';
import { useToday } from '../../data/session.ts';
import { dayWords, periodState, tableDay, type PeriodTone, type ShownPeriod } from './day-words.ts';
import css from './day.module.css';
import { Tag, type TagTone } from '../../ui/tag.tsx';

/** A day or moment as a clerk writes it; empty text shows a dash. */
export function DayText({ value }: { value: string | null }) {
  return value === null || value === '' ? (
    <span className={css.day}>—</span>
  ) : (
    <time className={css.day} dateTime={value}>
      {dayWords(value)}
    </time>
  );
}

/** The same in a table, where days stand one below the other. */
export function DayCell({ value }: { value: string | null }) {
  const today = useToday();
  return value === null || value === '' ? (
    <span className={css.day}>—</span>
  ) : (
    <time className={css.day} dateTime={value} title={dayWords(value)}>
      {tableDay(value, today)}
    </time>
  );
}

// Made once for all tags of a screen; the query gives each the same entries.
const calendars = new WeakMap<CalendarEntry[], Calendar>();
function toCalendar(entries: CalendarEntry[]): Calendar {
  const calendar = calendars.get(entries) ?? calendarOf(entries.map((entry) => entry.calendar));
  calendars.set(entries, calendar);
  return calendar;
}

const tones: Readonly<Record<PeriodTone, TagTone>> = {
  running: 'neutral',
  unknown: 'care',
  soon: 'soon',
  overdue: 'overdue',
  met: 'good',
};

/** The working days of the office; null while they are not there yet. */
export const useCalendar = (): Calendar | null =>
  useQuery({
    ...queries.regulation.calendarYears.queryOptions(),
    select: toCalendar,
    // It lies among the cases; who reads none has no period to count.
    enabled: useOperator().reads === 'content',
  }).data ?? null;

/** How a period stands now, in words; undefined for no period. */
export function usePeriodState(
  period: ShownPeriod | undefined,
  now: string,
): ReturnType<typeof periodState> | undefined {
  const calendar = useCalendar();
  return period === undefined ? undefined : periodState(period, now, calendar);
}

/** How a period stands: 剩余 n 天 or n 个工作日, 今天到期, 逾期 n 天. `now` is the day (or date-time) of the office; `children` say more. */
export function PeriodTag({ period, now, children }: { period: ShownPeriod; now: string; children?: ReactNode }) {
  const state = usePeriodState(period, now);
  return (
    state !== undefined && (
      <Tag tone={tones[state.tone]}>
        {state.words}
        {children}
      </Tag>
    )
  );
}
