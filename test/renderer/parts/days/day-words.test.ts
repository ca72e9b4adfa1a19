import { describe, expect, it } from 'vitest';
import { calendarOf } from '../../../../shared/time/calendar.ts';
import {
  dayWords,
  localOf,
  periodState,
  tableDay,
  type ShownPeriod,
} from '../../../../renderer/parts/days/day-words.ts';

const calendar = calendarOf([
  {
    year: 2026,
    off: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
    work: [],
    source: '放假通知',
  },
]);
const period = (change: Partial<ShownPeriod>): ShownPeriod => ({
  statutory: '2026-11-28',
  due: '2026-11-30',
  unit: 'CD',
  kind: 'max',
  duty: '本机关',
  metAt: null,
  ...change,
});

describe('words of days', () => {
  it('writes days and moments the way papers do', () => {
    expect(dayWords('2026-01-02')).toBe('2026年1月2日');
    expect(dayWords('2026-01-02T09:05')).toBe('2026年1月2日 09:05');
    expect(dayWords('待定')).toBe('待定');
  });

  it('writes days of a table so that they stand one below the other', () => {
    expect(tableDay('2026-01-02', '2026-04-03')).toBe('01-02');
    expect(tableDay('2025-12-31', '2026-04-03')).toBe('2025-12-31');
    expect(tableDay('2026-01-02T09:05', '2026-04-03')).toBe('01-02 09:05');
    expect(tableDay('2025-12-31T16:30:00.000Z', '2026-01-01')).toBe('01-01 00:30');
  });

  it('shows a moment in the time of the office', () => {
    expect(localOf('2026-11-21T16:30:00.000Z')).toBe('2026-11-22T00:30');
    expect(localOf('2026-11-22T09:10:00+08:00')).toBe('2026-11-22T09:10');
    expect(dayWords('2026-11-21T16:30:00.000Z')).toBe('2026年11月22日 00:30');
  });
});

describe('periodState', () => {
  it.each([
    ['our own duty warns by the statutory day', period({}), '2026-11-27', 'soon', '剩余 1 天'],
    ['our own duty is late after the statutory day', period({}), '2026-11-29', 'overdue', '逾期 1 天'],
    ['the party is late only after the rolled day', period({ duty: '当事人' }), '2026-11-29', 'soon', '剩余 1 天'],
    ['the last day itself is in time', period({ duty: '当事人' }), '2026-11-30', 'soon', '今天到期'],
    ['a far day is only said', period({}), '2026-11-01', 'running', '剩余 27 天'],
    ['a met period is done', period({ metAt: '2026-11-20' }), '2026-12-01', 'met', '已于2026年11月20日完成'],
    [
      'a period met after its rolled day was met late',
      period({ metAt: '2026-12-01' }),
      '2026-12-02',
      'overdue',
      '2026年12月1日完成，已逾期',
    ],
    [
      'a window that ran out was not missed',
      period({ metAt: '2026-12-01', lapses: true }),
      '2026-12-02',
      'met',
      '已于2026年12月1日完成',
    ],
    [
      'what grows by the day has no last day',
      period({ kind: 'accrual', statutory: null, due: null }),
      '2026-12-02',
      'soon',
      '按日累计',
    ],
    ['a waiting time runs the other way', period({ kind: 'min' }), '2026-11-27', 'running', '还须等 1 天'],
    ['what is kept for ever', period({ kind: 'min', statutory: null, due: null }), '2026-11-27', 'unknown', '长期'],
    ['no calendar, no date', period({ statutory: null, due: null }), '2026-11-27', 'unknown', '日期待定'],
    [
      'hours run through nights',
      period({ unit: 'H', statutory: '2026-11-28T09:00', due: '2026-11-28T09:00' }),
      '2026-11-27T20:30',
      'soon',
      '剩余 12 小时',
    ],
    [
      'hours are late at once',
      period({ unit: 'H', statutory: '2026-11-28T09:00', due: '2026-11-28T09:00' }),
      '2026-11-28T09:30',
      'overdue',
      '逾期 1 小时',
    ],
  ] as const)('%s', (_, entry, now, tone, words) => {
    expect(periodState(entry, now, calendar)).toEqual({ tone, words });
  });

  it.each([
    [
      'working days leave out the weekend',
      period({ unit: 'WD', statutory: '2026-11-30' }),
      '2026-11-26',
      'soon',
      '剩余 2 个工作日',
    ],
    [
      'and the holidays, however many days that takes',
      period({ unit: 'WD', statutory: '2026-10-09' }),
      '2026-09-30',
      'soon',
      '剩余 2 个工作日',
    ],
    [
      'lateness too is counted in them',
      period({ unit: 'WD', statutory: '2026-11-27' }),
      '2026-11-30',
      'overdue',
      '逾期 1 个工作日',
    ],
    ['the last day is the last day', period({ unit: 'WD', statutory: '2026-11-30' }), '2026-11-30', 'soon', '今天到期'],
    [
      'a waiting time of working days',
      period({ unit: 'WD', kind: 'min', statutory: '2026-11-30' }),
      '2026-11-26',
      'running',
      '还须等 2 个工作日',
    ],
    [
      'without the notice of the year, calendar days',
      period({ unit: 'WD', statutory: '2027-01-05' }),
      '2026-12-30',
      'running',
      '剩余 6 天',
    ],
  ] as const)('%s', (_, entry, now, tone, words) => {
    expect(periodState(entry, now, calendar)).toEqual({ tone, words });
  });

  it('counts in calendar days until the calendar is there', () => {
    expect(periodState(period({ unit: 'WD', statutory: '2026-11-30' }), '2026-11-26', null).words).toBe('剩余 4 天');
  });
});
