import { describe, expect, it } from 'vitest';
import {
  addDays,
  addHours,
  addMonths,
  compareMoments,
  dayOf,
  daysBetween,
  hoursBetween,
  isDay,
  isMoment,
  momentOf,
  today,
} from '../../../shared/time/moments.ts';

describe('days of the office', () => {
  it.each([
    ['2026-03-01', '2026-03-01'],
    ['2026-03-01T23:59', '2026-03-01'],
    ['2026-03-01T15:59:59Z', '2026-03-01'],
    ['2026-03-01T16:00:00.000Z', '2026-03-02'],
    ['2026-03-01T00:10:00+09:00', '2026-02-28'],
  ])('%s lies on %s', (moment, day) => expect(dayOf(moment)).toBe(day));

  it('takes today from the clock of the office, whatever the machine says', () => {
    expect(today(new Date('2026-12-31T16:00:00Z'))).toBe('2027-01-01');
    expect(today(new Date('2026-12-31T15:59:59Z'))).toBe('2026-12-31');
  });

  it.each(['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', '', null, 20260101])(
    '%s is no day',
    (text) => expect(isDay(text)).toBe(false),
  );
  it.each(['2026-02-30T08:00', '2026-02-28T24:01', '2026-02-28T08', '2026-02-28', null])('%s is no moment', (text) =>
    expect(isMoment(text)).toBe(false),
  );
  it.each(['2026-02-28T08:00', '2026-02-28T08:00:30', '2026-02-28T08:00:30.5Z', '2026-02-28T08:00+08:00'])(
    '%s is a moment',
    (text) => expect(isMoment(text)).toBe(true),
  );

  it('refuses to count from what is no day', () => {
    expect(() => addDays('2026-02-30', 1)).toThrow(RangeError);
    expect(() => addMonths('2026-02', 1)).toThrow(RangeError);
    expect(() => dayOf('昨天')).toThrow(RangeError);
  });
});

describe('arithmetic', () => {
  it('adds and counts days over leap days and years', () => {
    expect(addDays('2024-02-28', 2)).toBe('2024-03-01');
    expect(addDays('2023-02-28', 2)).toBe('2023-03-02');
    expect(addDays('2026-01-01', -1)).toBe('2025-12-31');
    expect(daysBetween('2024-01-01', '2025-01-01')).toBe(366);
  });

  it.each([
    ['2021-08-31', 6, '2022-02-28'],
    ['2023-08-31', 6, '2024-02-29'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2021-11-30', 3, '2022-02-28'],
    ['2021-01-31', 1, '2021-02-28'],
    ['2021-12-15', 1, '2022-01-15'],
    ['2022-03-31', -1, '2022-02-28'],
    ['2022-01-15', -1, '2021-12-15'],
  ])('%s and %i months is %s', (day, months, end) => expect(addMonths(day, months)).toBe(end));

  it('adds hours across midnight, year and zone', () => {
    expect(addHours('2026-12-31T09:30', 24)).toBe('2027-01-01T09:30');
    expect(addHours('2026-12-31T09:30:00Z', 24)).toBe('2027-01-01T17:30');
    expect(hoursBetween('2026-01-01T08:00', '2026-01-02T01:30:00Z')).toBe(25.5);
    expect(momentOf('2026-01-01')).toBe('2026-01-01T00:00');
  });

  it('sorts days and moments together, a day first', () => {
    const mixed = ['2026-01-02T08:00', '2026-01-01T23:00:00Z', '2026-01-02', '2026-01-01T12:00'];
    expect(mixed.toSorted(compareMoments)).toEqual([
      '2026-01-01T12:00',
      '2026-01-02',
      '2026-01-01T23:00:00Z',
      '2026-01-02T08:00',
    ]);
  });
});
