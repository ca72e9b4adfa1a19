/**
 * Days are `YYYY-MM-DD`. Moments are ISO 8601 with offset, or `YYYY-MM-DDTHH:mm` as typed, meant in the office's time
 * zone: Asia/Shanghai, fixed at +08:00 (no summer time since 1991).
 */
const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const OFFICE_OFFSET_MS = 8 * HOUR_MS;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const MOMENT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?$/;

/** Days since 1970-01-01 of a day; throws a RangeError for anything that is not a day of the calendar. */
export function dayNumber(day: string): number {
  const index = DAY.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN;
  const number = index / DAY_MS;
  if (Number.isNaN(number) || dayOfNumber(number) !== day) throw new RangeError(`not a day: ${day}`);
  return number;
}

/** The day that is so many days after 1970-01-01. */
export const dayOfNumber = (number: number): string => new Date(number * DAY_MS).toISOString().slice(0, 10);

/** Whether the text is a day that exists. */
export function isDay(text: unknown): text is string {
  if (typeof text !== 'string' || !DAY.test(text)) return false;
  const now = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(now.getTime()) && now.toISOString().startsWith(text);
}

/** Whether the text is a moment (a day with a time of day) that exists. */
export function isMoment(text: unknown): text is string {
  const day = typeof text === 'string' ? MOMENT.exec(text)?.[1] : undefined;
  return day !== undefined && isDay(day) && !Number.isNaN(Date.parse(text as string));
}

/** Milliseconds since 1970 of a moment; a day counts as its first moment. Throws a RangeError for anything else. */
function epochOf(moment: string): number {
  if (isDay(moment)) return dayNumber(moment) * DAY_MS - OFFICE_OFFSET_MS;
  if (!isMoment(moment)) throw new RangeError(`not a day or moment: ${moment}`);
  return Date.parse(/(Z|[+-]\d{2}:\d{2})$/.test(moment) ? moment : `${moment}+08:00`);
}

/** The moment on the office's clock, `YYYY-MM-DDTHH:mm`. */
const officeClock = (epoch: number): string => new Date(epoch + OFFICE_OFFSET_MS).toISOString().slice(0, 16);

/** A moment as the office's clock shows it, `YYYY-MM-DDTHH:mm`; a day counts as its first moment. */
export const momentOf = (moment: string): string => officeClock(epochOf(moment));

/** The office's day of a moment or day. */
export const dayOf = (moment: string): string => (isDay(moment) ? moment : momentOf(moment).slice(0, 10));

/** The office's day of a point in time. */
export const today = (now: Date): string => officeClock(now.getTime()).slice(0, 10);

/** The day `n` days later (earlier when negative). */
export const addDays = (day: string, n: number): string => dayOfNumber(dayNumber(day) + n);

/** Days from one day to another; negative when `to` is earlier. */
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** The same-numbered day `n` months later, or that month's last day where it has none (民法典202). */
export function addMonths(day: string, n: number): string {
  dayNumber(day);
  const months = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + n;
  const lastOfMonth = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0));
  return `${lastOfMonth.toISOString().slice(0, 8)}${String(Math.min(Number(day.slice(8)), lastOfMonth.getUTCDate())).padStart(2, '0')}`;
}

/** The moment `n` hours later, on the office's clock. */
export const addHours = (moment: string, n: number): string => officeClock(epochOf(moment) + n * HOUR_MS);

/** Hours from one moment to another, with fractions; negative when `to` is earlier. */
export const hoursBetween = (from: string, to: string): number => (epochOf(to) - epochOf(from)) / HOUR_MS;

/** Order for sorting: negative when `a` is earlier; a day counts as its first moment. */
export const compareMoments = (a: string, b: string): number => epochOf(a) - epochOf(b);
