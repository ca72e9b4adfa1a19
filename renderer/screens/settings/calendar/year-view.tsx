import type { NoticeDays } from './notice.ts';
import css from './calendar.module.css';
import { kindOf, kindWords, weeksOf } from './year-days.ts';

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1);
const WEEK = ['一', '二', '三', '四', '五', '六', '日'];

/** A year at a glance: days off and days worked in exchange; with `onDay` every day can be pressed. */
export function YearView({ year, days, onDay }: { year: number; days: NoticeDays; onDay?: (day: string) => void }) {
  return (
    <div className={css.year} role="group" aria-label={`${year}年日历`}>
      {MONTHS.map((month) => (
        <table key={month} className={css.month} aria-label={`${month}月`}>
          <caption>{month}月</caption>
          <thead>
            <tr>
              {WEEK.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(year, month).map((week) => (
              <tr key={week.find((day) => day !== null) ?? ''}>
                {week.map((day, index) => (
                  <td key={WEEK[index]}>{day !== null && <Day day={day} days={days} onDay={onDay} />}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </div>
  );
}

const marks = { work: '', rest: '', off: '休', 'made-up': '班' };

function Day({ day, days, onDay }: { day: string; days: NoticeDays; onDay: ((day: string) => void) | undefined }) {
  const kind = kindOf(day, days);
  const number = Number(day.slice(8));
  const look = { className: css.day, 'data-kind': kind, 'data-mark': marks[kind] };
  if (onDay === undefined) return <span {...look}>{number}</span>;
  return (
    <button
      type="button"
      {...look}
      aria-label={`${Number(day.slice(5, 7))}月${number}日 ${kindWords[kind]}`}
      onClick={() => onDay(day)}
    >
      {number}
    </button>
  );
}
