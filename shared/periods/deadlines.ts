import { addWorkingDays, calendarOf, nextWorkingDay, type Calendar, type CalendarDay } from '../time/calendar.ts';
import {
  addDays,
  addHours,
  addMonths,
  compareMoments,
  dayOf,
  daysBetween,
  hoursBetween,
  isDay,
  momentOf,
} from '../time/moments.ts';
import { isUnverified, type PeriodRule, type PeriodUnit } from './rule.ts';

/** An approved extension: so many more of the unit the rule is extended in, or a new last day. */
export type Extension = { n: number } | { to: string };

/** A span that does not count (R11): from the day of 中止 to the day of 恢复, neither lost; `to` null while it lasts. */
export interface Suspension {
  from: string;
  to: string | null;
}

export interface DeadlineQuestion {
  rule: PeriodRule;
  /** The day of the event; for hour periods its moment. */
  from: string;
  /**
   * For `accrual` periods the day that is counted to: `days` and `note` say how many days that makes. For all others the day
   * (or moment) on which the period was met or is judged: `note` says whether it lies in time.
   */
  to?: string;
  /** May be left out for periods that ask nothing of it: hours, and days, months or years that do not roll over. */
  calendar?: Calendar;
  extensions?: readonly Extension[];
  suspensions?: readonly Suspension[];
}

export interface Deadline {
  /** Raw end by the rule; null when it cannot be given, and `note` says why. A moment for hour periods. */
  statutory: string | null;
  /** The end moved to a working day where the rule rolls over (R3). */
  due: string | null;
  unit: PeriodUnit;
  /** The law in force on the trigger day. */
  basis: string;
  /** Sentences for the clerk: what is missing or unverified, and how `to` stands to the end. */
  note: string | null;
  /** Days charged up to `to`; only for `accrual` periods. */
  days?: number;
}

type CountUnit = Exclude<PeriodUnit, 'H'>;

/** What a clerk reads where a year has no calendar yet. */
export const missingCalendarNote = (year: number): string =>
  `${year}年节假日安排尚未录入，请法规科在“设置—工作日历”录入。`;

/** The rule as the law stood on the trigger day (R12); null where there was no such period yet. */
export function lawAt(rule: PeriodRule, day: string): PeriodRule | null {
  const earlier = rule.versions
    .toSorted((a, b) => (a.before < b.before ? -1 : 1))
    .find((version) => day < version.before);
  if (!earlier) return rule;
  const { n, unit, roll, basis, confidence } = earlier;
  return n === null ? null : { ...rule, n, unit, roll, basis, confidence };
}

/** Whether a day falls into a span that does not count: the day of 中止 counts, the day of 恢复 does not (工伤条例20). */
const skipping =
  (suspensions: readonly Suspension[]) =>
  (day: string): boolean =>
    suspensions.some(({ from, to }) => from < day && (to === null || day <= to));

/** Days after `from` up to `to` that are not skipped; none when `to` is earlier. */
function countedDays(from: string, to: string, suspensions: readonly Suspension[]): number {
  const days = Math.max(0, daysBetween(from, to));
  if (suspensions.length === 0) return days;
  const skip = skipping(suspensions);
  return Array.from({ length: days }, (_, index) => addDays(from, index + 1)).filter((day) => !skip(day)).length;
}

/**
 * Days charged from the day of the event up to `to` (按日累计): that day itself only where the law says so. A pause is charged on none of its
 * days, its first included (处罚法73③), unlike a period, in which the day of 中止 still counts.
 */
export const chargedDays = ({
  from,
  to,
  countsFirstDay,
  pauses = [],
}: {
  from: string;
  to: string;
  countsFirstDay: boolean;
  pauses?: readonly Suspension[];
}): number =>
  countedDays(
    countsFirstDay ? addDays(from, -1) : from,
    to,
    pauses.map((pause) => ({ from: addDays(pause.from, -1), to: pause.to })),
  );

/** The `n`th day after `from` that is not skipped. */
function addCountedDays(from: string, n: number, skip: (day: string) => boolean): string {
  let day = from;
  for (let left = n; left > 0;) {
    day = addDays(day, 1);
    if (!skip(day)) left -= 1;
  }
  return day;
}

/** Counts forward (back when `n` is negative) in one unit, over the closed spans of `suspensions`. */
function count(
  from: string,
  n: number,
  unit: CountUnit,
  calendar: Calendar,
  suspensions: readonly Suspension[],
): CalendarDay {
  const skip = skipping(suspensions);
  if (unit === 'WD') return addWorkingDays(calendar, from, n, suspensions.length === 0 ? undefined : skip);
  const plain = unit === 'CD' ? addDays(from, n) : addMonths(from, unit === 'Y' ? 12 * n : n);
  return { day: suspensions.length === 0 ? plain : addCountedDays(from, daysBetween(from, plain), skip) };
}

interface Ending {
  end: CalendarDay;
  notes: string[];
}

/** Prolongs an end by what was approved, up to what the law allows; an end is never brought forward (R9). */
function extended(
  end: CalendarDay,
  rule: PeriodRule,
  extensions: readonly Extension[],
  add: (from: string, n: number, unit: CountUnit) => CalendarDay,
): Ending {
  if (extensions.length === 0 || 'missingYear' in end) return { end, notes: [] };
  const unit = rule.extension?.unit;
  if (!rule.extension || !unit || unit === 'H')
    return { end, notes: [`本期限依法不得延长（${rule.basis}），延长未计入。`] };
  const byNumber = extensions.reduce((sum, extension) => sum + ('n' in extension ? Math.max(0, extension.n) : 0), 0);
  const counted = add(end.day, byNumber, unit);
  if ('missingYear' in counted) return { end: counted, notes: [] };
  const latest = extensions.reduce(
    (day, extension) => ('to' in extension && extension.to > day ? extension.to : day),
    counted.day,
  );
  const limit = rule.extension.n === undefined ? null : add(end.day, rule.extension.n, unit);
  if (limit && 'missingYear' in limit) return { end: limit, notes: [] };
  if (!limit || latest <= limit.day) return { end: { day: latest }, notes: [] };
  return { end: limit, notes: [`批准的延长超过法定上限（${rule.basis}），按上限计算。`] };
}

const unverifiedNote = (rule: PeriodRule): string[] =>
  !isUnverified(rule.confidence) ? [] : [`依据（${rule.basis}）未经核实，请法规科确认。`];

const answer = (rule: PeriodRule, statutory: string | null, due: string | null, notes: string[]): Deadline => ({
  statutory,
  due,
  unit: rule.unit,
  basis: rule.basis,
  note: notes.length === 0 ? null : notes.join(''),
});

function endOfHours(rule: PeriodRule, from: string): Deadline {
  if (isDay(from)) return answer(rule, null, null, ['按小时计算的期限须填写起算的时刻（几时几分）。']);
  // Hours run through weekends and holidays (R7).
  const end = addHours(momentOf(from), rule.n);
  return answer(rule, end, end, unverifiedNote(rule));
}

/** What grows by the day has no end; with a day to count to, the answer is how many days that makes. */
function accrued(rule: PeriodRule, from: string, to: string | undefined, suspensions: readonly Suspension[]): Deadline {
  if (to === undefined) return answer(rule, null, null, ['按日累计，没有届满日。']);
  const days = chargedDays({
    from,
    to: dayOf(to),
    countsFirstDay: rule.charge?.countsFirstDay === true,
    pauses: suspensions,
  });
  return {
    ...answer(rule, null, null, [`自${from}起至${dayOf(to)}，按日累计${days}日。`, ...unverifiedNote(rule)]),
    days,
  };
}

/** Whether the day or moment on which a period was met, or is judged, lies in time, as a sentence. */
function judgement({ kind, unit }: PeriodRule, { statutory, due }: Deadline, to: string): string | null {
  if (due === null || statutory === null) return null;
  const moment = unit === 'H' && !isDay(to) ? momentOf(to) : dayOf(to);
  const passed = unit === 'H' && !isDay(moment) ? compareMoments(moment, due) > 0 : dayOf(moment) > dayOf(due);
  if (kind === 'min') return passed ? `${moment}时最短期限已满。` : `${moment}时最短期限未满，须在${due}以后。`;
  if (passed)
    return unit === 'H' && !isDay(moment)
      ? `${moment}已超过期限${Math.ceil(hoursBetween(due, moment))}小时。`
      : `${moment}已超过期限${daysBetween(dayOf(due), dayOf(moment))}日。`;
  return dayOf(moment) > dayOf(statutory)
    ? `${moment}在顺延后的期限内（原届满日${statutory}）。`
    : `${moment}在期限内。`;
}

/** Why a rule has no last day of its own; null when it has one. */
function endlessNote(rule: PeriodRule): string | null {
  return rule.kind === 'min' && rule.n === 0 ? `没有固定的天数：${rule.extend}。` : null;
}

/**
 * The end of a period (rules R1–R12 of counting): raw and rolled over, as days, or moments for hour periods.
 * For `min` periods it is the last day that must still pass; for `before` the last possible day.
 * Throws a RangeError when `from` is no day or moment.
 */
export function deadlineFor(question: DeadlineQuestion): Deadline {
  const { rule: today, from, to } = question;
  const day = dayOf(from);
  const rule = lawAt(today, day);
  if (!rule) return answer(today, null, null, [`起算日${day}时尚无此期限的规定（${today.basis}）。`]);
  if (rule.kind === 'accrual') return accrued(rule, day, to, question.suspensions ?? []);
  const deadline = endOf(rule, from, question);
  const judged = to === undefined ? null : judgement(rule, deadline, to);
  return judged === null ? deadline : { ...deadline, note: `${judged}${deadline.note ?? ''}` };
}

/** The end by the rule as it stood on the trigger day. */
function endOf(
  rule: PeriodRule,
  from: string,
  { calendar = calendarOf([]), extensions = [], suspensions = [] }: DeadlineQuestion,
): Deadline {
  const day = dayOf(from);
  const endless = endlessNote(rule);
  if (endless) return answer(rule, null, null, [endless]);
  if (rule.unit === 'H') return endOfHours(rule, from);

  // A period counted back from its event leaves no room for a suspension.
  const spans = rule.kind === 'before' ? [] : suspensions;
  const closed = spans.filter((span) => span.to !== null);
  const add = (start: string, n: number, unit: CountUnit) => count(start, n, unit, calendar, closed);
  const { end, notes } = extended(
    add(day, rule.kind === 'before' ? -rule.n : rule.n, rule.unit),
    rule,
    extensions,
    add,
  );
  if ('missingYear' in end) return answer(rule, null, null, [...notes, missingCalendarNote(end.missingYear)]);
  if (spans.some((span) => span.to === null && span.from < end.day))
    return answer(rule, null, null, [...notes, '期限中止，恢复后再计算届满日。']);

  notes.push(...unverifiedNote(rule));
  if (rule.roll !== 'yes') return answer(rule, end.day, end.day, notes);
  const rolled = nextWorkingDay(calendar, end.day);
  return 'day' in rolled
    ? answer(rule, end.day, rolled.day, notes)
    : answer(rule, end.day, null, [...notes, missingCalendarNote(rolled.missingYear)]);
}
