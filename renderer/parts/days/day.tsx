import { useQuery } from '@tanstack/react-query';
import { calendarOf, type Calendar } from '../../../shared/time/calendar.ts';
import type { CalendarEntry } from '../../../shared/contract/regulation.ts';
import { queries } from '../../data/queries.ts';
import { dayWords, periodState, type PeriodTone, type ShownPeriod } from './day-words.ts';
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

/** How a period stands: 剩余 n 天 or n 个工作日, 今天到期, 逾期 n 天. `now` is the day (or date-time) of the office. */
export function PeriodTag({ period, now }: { period: ShownPeriod; now: string }) {
  const calendar = useQuery({ ...queries.regulation.calendarYears.queryOptions(), select: toCalendar });
  const { tone, words } = periodState(period, now, calendar.data ?? null);
  return <Tag tone={tones[tone]}>{words}</Tag>;
}
