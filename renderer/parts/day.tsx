import { dayWords, periodState, type ShownPeriod } from './day-words.ts';

/** A day or moment as a clerk writes it; empty text shows a dash. */
export function DayText({ value }: { value: string | null }) {
  return value === null || value === '' ? <span className="day">—</span> : <time className="day" dateTime={value}>{dayWords(value)}</time>;
}

/** How a period stands: 剩余 n 天, 今天到期, 逾期 n 天. `now` is the day (or date-time) of the office. */
export function PeriodTag({ period, now }: { period: ShownPeriod; now: string }) {
  const { tone, words } = periodState(period, now);
  return <span className={`period-tag period-${tone}`}>{words}</span>;
}
