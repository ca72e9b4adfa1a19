import { findWorkday, getWorkdaysInRange } from 'chinese-days';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addWorkingDays,
  calendarOf,
  CalendarYear,
  isWorkingDay,
  nextWorkingDay,
  workingDaysBetween,
  yearToEnter,
} from '../../../shared/time/calendar.ts';
import { addDays, daysBetween } from '../../../shared/time/moments.ts';
import { calendar, calendarYears } from '../periods/data.ts';

const FIRST = '2021-01-01';
/** The days after it wait for the notice of 2027. */
const LAST = '2026-12-28';

/** All working days of the shipped years, by an independent library. */
const theirs = getWorkdaysInRange(FIRST, LAST, true);

describe('the shipped calendars', () => {
  it('cover 2021 to 2026, each from its notice', () => {
    expect(calendarYears.map((year) => year.year)).toEqual([2021, 2022, 2023, 2024, 2025, 2026]);
    for (const year of calendarYears) expect(year.source).toMatch(/gov\.cn/);
  });

  it('agree with chinese-days on every day', () => {
    const ours = Array.from({ length: daysBetween(FIRST, LAST) + 1 }, (_, n) => addDays(FIRST, n)).filter((day) =>
      isWorkingDay(calendar, day),
    );
    expect(ours).toEqual(theirs);
    expect(ours.length).toBeGreaterThan(1450);
  });

  it('agree with chinese-days on 100 000 random sums of working days, forward and back', () => {
    // The oracle counts by position in the other library's list, not by stepping.
    const upTo = Array.from({ length: daysBetween(FIRST, LAST) + 1 }, () => 0);
    for (const day of theirs) upTo[daysBetween(FIRST, day)] = 1;
    upTo.forEach((worked, index) => {
      upTo[index] = (upTo[index - 1] ?? 0) + worked;
    });
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: upTo.length - 1 }),
        fc.integer({ min: 1, max: 60 }),
        fc.boolean(),
        (offset, n, back) => {
          const from = addDays(FIRST, offset);
          const before = back ? (upTo[offset - 1] ?? 0) : (upTo[offset] ?? 0);
          const expected = theirs[back ? before - n : before + n - 1];
          const ours = addWorkingDays(calendar, from, back ? -n : n);
          return expected === undefined ? 'missingYear' in ours : 'day' in ours && ours.day === expected;
        },
      ),
      { numRuns: 100_000 },
    );
  });

  it('agree with the way chinese-days itself steps', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 1, max: 15 }), (offset, n) => {
        const from = addDays(FIRST, offset);
        expect(addWorkingDays(calendar, from, n)).toEqual({ day: findWorkday(n, from) });
      }),
      { numRuns: 500 },
    );
  });
});

it('the working days between two days are those that chinese-days lists, negative backwards', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 120 }), (offset, span) => {
      const [from, to] = [addDays(FIRST, offset), addDays(FIRST, offset + span)];
      const between = theirs.filter((day) => day > from && day <= to).length;
      expect(workingDaysBetween(calendar, from, to)).toBe(between);
      expect(workingDaysBetween(calendar, to, from)).toBe(between === 0 ? 0 : -between);
    }),
    { numRuns: 500 },
  );
});

describe('a year without its notice', () => {
  it('is said, never guessed', () => {
    expect(isWorkingDay(calendar, '2027-01-04')).toBeNull();
    expect(workingDaysBetween(calendar, '2026-12-20', '2027-01-04')).toBeNull();
    expect(isWorkingDay(calendar, '2020-12-31')).toBeNull();
    expect(nextWorkingDay(calendar, '2027-03-01')).toEqual({ missingYear: 2027 });
    expect(nextWorkingDay(calendar, '2020-12-31')).toEqual({ missingYear: 2020 });
    expect(addWorkingDays(calendar, '2026-12-25', 5)).toEqual({ missingYear: 2027 });
    expect(addWorkingDays(calendar, '2021-01-04', -3)).toEqual({ missingYear: 2020 });
  });

  it('leaves the last days of December open, because the next notice may change them', () => {
    expect(isWorkingDay(calendar, '2026-12-28')).toBe(true);
    expect(isWorkingDay(calendar, '2026-12-29')).toBeNull();
    expect(isWorkingDay(calendar, '2022-12-31')).toBe(false);
  });

  it('is known once the office enters it', () => {
    const entered = CalendarYear.parse({
      year: 2027,
      off: ['2026-12-31', '2027-01-01'],
      work: [],
      source: '国务院办公厅通知',
    });
    const longer = calendarOf([...calendarYears, entered]);
    expect(isWorkingDay(longer, '2026-12-31')).toBe(false);
    expect(addWorkingDays(longer, '2026-12-30', 1)).toEqual({ day: '2027-01-04' });
  });
});

it.each([
  ['2026-10-31', [2026], null],
  ['2026-11-01', [2026], 2027],
  ['2026-12-01', [2025, 2026], 2027],
  ['2026-12-01', [2026, 2027], null],
  ['2027-01-01', [2026], 2027],
  ['2027-11-01', [2027], 2028],
] as const)('on %s with the notices of %j that of %s is asked for', (today, years, asked) => {
  expect(yearToEnter(new Set(years), today)).toBe(asked);
});

describe('a calendar file', () => {
  const year = { year: 2027, off: ['2027-01-01'], work: ['2027-01-03'], source: '通知' };
  it.each([
    ['a day of another year', { ...year, off: ['2028-01-01'] }, '2028-01-01不属于2027年的放假安排'],
    ['a make-up day on a weekday', { ...year, work: ['2027-01-04'] }, '2027-01-04不是周六或周日，无须列为调休上班日'],
    ['a day both off and worked', { ...year, off: ['2027-01-03'] }, '2027-01-03既列为放假又列为上班'],
  ])('with %s is refused with a sentence', (_, file, sentence) => {
    expect(CalendarYear.safeParse(file).error?.issues[0]?.message).toBe(sentence);
  });
  it.each([
    { ...year, off: ['2027-02-30'] },
    { ...year, off: [] },
    { ...year, source: '' },
    { ...year, extra: 1 },
  ])('that is malformed is refused', (file) => {
    expect(CalendarYear.safeParse(file).success).toBe(false);
  });
});
