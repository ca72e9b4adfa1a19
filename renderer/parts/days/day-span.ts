import { dayOf, dayWords } from './day-words.ts';

/** A day of the year that is looked at without its year: 4月13日. */
export function monthDayWords(dayOrMoment: string, today: string): string {
  const day = dayOf(dayOrMoment);
  return day.slice(0, 4) === today.slice(0, 4) ? dayWords(day).replace(/^\d+年/, '') : dayWords(day);
}

/** Two days and what lies between them, the second without what the first says already: 3月4日–20日. */
export function spanWords(first: string, last: string, today: string): string {
  const [from, to] = [monthDayWords(first, today), monthDayWords(last, today)];
  if (from === to) return from;
  const isSameMonth = dayOf(first).slice(0, 7) === dayOf(last).slice(0, 7);
  return `${from}–${isSameMonth ? to.replace(/^.*月/, '') : to}`;
}
