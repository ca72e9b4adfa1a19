/** Days and moments as clerks type them; pure, so that the field can say what it understood. */

const pad = (number: number): string => String(number).padStart(2, '0');

/** `YYYY-MM-DD` of the parts when such a day exists. */
function dayFrom(year: number, month: number, day: number): string | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const exists = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
  return exists ? `${year}-${pad(month)}-${pad(day)}` : null;
}

function shifted(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}

const RELATIVE: Readonly<Record<string, number>> = { 今天: 0, 今日: 0, 明天: 1, 昨天: -1, 前天: -2, 后天: 2 };

/**
 * Reads a typed day: `20261122`, `2026-11-22`, `2026年11月22日`, `26.11.22`, `11.22` and `1122` (year of `today`), `今天`, `昨天`, `明天`.
 * Full-width digits of an input method count too. Returns `YYYY-MM-DD`, or null when it is no day.
 */
export function parseDay(typed: string, today: string): string | null {
  const text = typed.normalize('NFKC').replaceAll(/\s/g, '');
  const days = RELATIVE[text];
  if (days !== undefined) return shifted(today, days);
  const year = Number(today.slice(0, 4));
  const packed = /^(?:(\d{4})|(\d{2}))?(\d{2})(\d{2})$/.exec(text);
  if (packed !== null) {
    const [, long, short, month, day] = packed;
    return dayFrom(
      long === undefined ? (short === undefined ? year : 2000 + Number(short)) : Number(long),
      Number(month),
      Number(day),
    );
  }
  const parted = /^(?:(\d{4}|\d{2})[-./年])?(\d{1,2})[-./月](\d{1,2})[日号]?$/.exec(text);
  if (parted === null) return null;
  const [, ownYear, month, day] = parted;
  const full = ownYear === undefined ? year : ownYear.length === 2 ? 2000 + Number(ownYear) : Number(ownYear);
  return dayFrom(full, Number(month), Number(day));
}

function parseTime(typed: string): string | null {
  const [, hour, minute] =
    /^(\d{1,2})(?:[:时点](\d{1,2})分?|[时点])$/.exec(typed) ?? /^(\d{2})(\d{2})$/.exec(typed) ?? [];
  if (hour === undefined || Number(hour) > 23 || Number(minute ?? 0) > 59) return null;
  return `${pad(Number(hour))}:${pad(Number(minute ?? 0))}`;
}

/**
 * Reads a typed moment: a day and a time (`11.22 9:30`, `2026-11-22 0930`, `202611220930`, `今天 14时30分`), or a time alone (that day is `today`).
 * Returns `YYYY-MM-DDTHH:mm`, or null when day or time is missing.
 */
export function parseMoment(typed: string, today: string): string | null {
  const text = typed.normalize('NFKC').trim().replace('T', ' ');
  const joined = /^(\d{8})(\d{4})$/.exec(text);
  const [dayText, timeText] = joined === null ? splitAtTime(text) : [joined[1] ?? '', joined[2] ?? ''];
  const day = dayText === '' ? today : parseDay(dayText, today);
  const time = parseTime(timeText);
  return day === null || time === null ? null : `${day}T${time}`;
}

function splitAtTime(text: string): [day: string, time: string] {
  const alone = parseTime(text.replaceAll(/\s/g, ''));
  // Four bare digits are a day in a day field, but a field that wants a moment gets a time.
  if (alone !== null) return ['', text.replaceAll(/\s/g, '')];
  const parts = text.split(/\s+|(?<=[日号天])/).filter((part) => part !== '');
  return [parts[0] ?? '', parts.slice(1).join('')];
}
