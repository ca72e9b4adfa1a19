import { CalendarYear } from '../../../../shared/time/calendar.ts';
import { addDays } from '../../../../shared/time/moments.ts';
import { inOrder, type NoticeDays } from './notice.ts';

/** work 工作日; rest 周末; off 放假; made-up 调休上班. */
export type DayKind = 'work' | 'rest' | 'off' | 'made-up';

export const kindWords: Readonly<Record<DayKind, string>> = {
  work: '工作日',
  rest: '周末',
  off: '放假',
  'made-up': '调休上班',
};

const weekday = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay();
const isWeekend = (day: string): boolean => weekday(day) === 0 || weekday(day) === 6;

export function kindOf(day: string, { off, work }: NoticeDays): DayKind {
  if (off.includes(day)) return 'off';
  if (work.includes(day)) return 'made-up';
  return isWeekend(day) ? 'rest' : 'work';
}

/** The days after a click on one: a weekday is a day off or not; a weekend day goes 周末 → 调休上班 → 放假 → 周末. */
export function clicked(days: NoticeDays, day: string): NoticeDays {
  const without = { off: days.off.filter((other) => other !== day), work: days.work.filter((other) => other !== day) };
  const next = { work: 'off', rest: 'made-up', off: isWeekend(day) ? 'rest' : 'work', 'made-up': 'off' }[
    kindOf(day, days)
  ];
  if (next === 'off') return { ...without, off: inOrder([...without.off, day]) };
  return next === 'made-up' ? { ...without, work: inOrder([...without.work, day]) } : without;
}

/** The weeks of a month, Monday first; null where a day is of another month. */
export function weeksOf(year: number, month: number): (string | null)[][] {
  const prefix = `${year}-${String(month).padStart(2, '0')}-`;
  const monday = addDays(`${prefix}01`, -((weekday(`${prefix}01`) + 6) % 7));
  const weeks = Array.from({ length: 6 }, (_, week) =>
    Array.from({ length: 7 }, (_day, index) => addDays(monday, week * 7 + index)),
  );
  return weeks
    .map((week) => week.map((day) => (day.startsWith(prefix) ? day : null)))
    .filter((week) => week.some((day) => day !== null));
}

/** Days as spans in words: 1月1日至3日、2月14日. Days of another year carry it. */
export function spanWords(days: readonly string[], year: number): string {
  const spans: [string, string][] = [];
  for (const day of days) {
    const last = spans.at(-1);
    if (last !== undefined && addDays(last[1], 1) === day) last[1] = day;
    else spans.push([day, day]);
  }
  return spans
    .map(([from, to]) =>
      from === to
        ? words(from, year)
        : `${words(from, year)}至${from.slice(0, 7) === to.slice(0, 7) ? `${Number(to.slice(8))}日` : words(to, year)}`,
    )
    .join('、');
}

const words = (day: string, year: number): string => {
  const yearOfDay = Number(day.slice(0, 4));
  return `${yearOfDay === year ? '' : `${yearOfDay}年`}${Number(day.slice(5, 7))}月${Number(day.slice(8))}日`;
};

/** What is wrong with a year as it stands, in sentences; the shape is that of the contract, so main finds the same. */
export function calendarProblems(year: CalendarYear): string[] {
  const result = CalendarYear.safeParse(year);
  if (result.success) return [];
  return [
    ...new Set(
      result.error.issues.map(({ path, message }) => {
        if (path[0] === 'year') return '年份应在 2000 到 2100 之间。';
        if (path[0] === 'source') return '请写明放假通知的文号或者出处。';
        return path.length === 1 ? '还没有放假的日子。' : `${message}。`;
      }),
    ),
  ];
}
