import { describe, expect, it } from 'vitest';
import { daysBetween, dayWords, localOf, periodState, type ShownPeriod } from '../../renderer/parts/day-words.ts';

const period = (change: Partial<ShownPeriod>): ShownPeriod => ({ statutory: '2026-11-28', due: '2026-11-30', unit: 'CD', kind: 'max', duty: '本机关', metAt: null, ...change });

describe('words of days', () => {
  it('writes days and moments the way papers do', () => {
    expect(dayWords('2026-01-02')).toBe('2026年1月2日');
    expect(dayWords('2026-01-02T09:05')).toBe('2026年1月2日 09:05');
    expect(dayWords('待定')).toBe('待定');
  });

  it('shows a moment in the time of the office', () => {
    expect(localOf('2026-11-21T16:30:00.000Z')).toBe('2026-11-22T00:30');
    expect(localOf('2026-11-22T09:10:00+08:00')).toBe('2026-11-22T09:10');
    expect(dayWords('2026-11-21T16:30:00.000Z')).toBe('2026年11月22日 00:30');
  });

  it('counts days over the end of a month', () => {
    expect(daysBetween('2026-02-27', '2026-03-02')).toBe(3);
    expect(daysBetween('2026-03-02', '2026-02-27')).toBe(-3);
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
    ['a waiting time runs the other way', period({ kind: 'min' }), '2026-11-27', 'running', '还须等 1 天'],
    ['no calendar, no date', period({ statutory: null, due: null }), '2026-11-27', 'unknown', '日期待定'],
    ['hours run through nights', period({ unit: 'H', statutory: '2026-11-28T09:00', due: '2026-11-28T09:00' }), '2026-11-27T20:30', 'soon', '剩余 12 小时'],
    ['hours are late at once', period({ unit: 'H', statutory: '2026-11-28T09:00', due: '2026-11-28T09:00' }), '2026-11-28T09:30', 'overdue', '逾期 1 小时'],
  ] as const)('%s', (_, one, now, tone, words) => {
    expect(periodState(one, now)).toEqual({ tone, words });
  });
});
