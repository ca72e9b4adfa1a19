import { describe, expect, it } from 'vitest';
import { parseDay, parseMoment } from '../../../../renderer/parts/days/typed-day.ts';

const TODAY = '2026-11-22';

describe('parseDay', () => {
  it.each([
    ['20261122', '2026-11-22'],
    ['2026-11-22', '2026-11-22'],
    ['2026/1/2', '2026-01-02'],
    ['2026年1月2日', '2026-01-02'],
    ['26.11.22', '2026-11-22'],
    ['261122', '2026-11-22'],
    ['11.22', '2026-11-22'],
    ['1122', '2026-11-22'],
    ['1月2号', '2026-01-02'],
    ['２０２６．１１．２２', '2026-11-22'],
    ['今天', '2026-11-22'],
    ['昨天', '2026-11-21'],
    ['前天', '2026-11-20'],
    ['20240229', '2024-02-29'],
  ])('reads %s as %s', (typed, day) => {
    expect(parseDay(typed, TODAY)).toBe(day);
  });

  it.each(['20260229', '2026-13-01', '0.5', '11.31', '12345', '下周', '2026-11', ''])(
    'does not take %s for a day',
    (typed) => {
      expect(parseDay(typed, TODAY)).toBeNull();
    },
  );

  it('crosses the year for relative days', () => {
    expect(parseDay('昨天', '2026-01-01')).toBe('2025-12-31');
  });
});

describe('parseMoment', () => {
  it.each([
    ['11.22 9:30', '2026-11-22T09:30'],
    ['2026-11-22T09:30', '2026-11-22T09:30'],
    ['2026-11-22 0930', '2026-11-22T09:30'],
    ['202611220930', '2026-11-22T09:30'],
    ['今天 14时30分', '2026-11-22T14:30'],
    ['今天14:30', '2026-11-22T14:30'],
    ['昨天 9点', '2026-11-21T09:00'],
    ['2026年11月22日14时5分', '2026-11-22T14:05'],
    ['9：30', '2026-11-22T09:30'],
    ['0930', '2026-11-22T09:30'],
  ])('reads %s as %s', (typed, moment) => {
    expect(parseMoment(typed, TODAY)).toBe(moment);
  });

  it.each(['11.22', '11.22 25:00', '11.22 9:61', '11.31 9:30', '上午', ''])(
    'does not take %s for a moment',
    (typed) => {
      expect(parseMoment(typed, TODAY)).toBeNull();
    },
  );
});
