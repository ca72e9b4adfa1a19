import { expect, test } from 'vitest';
import { chineseDay } from '../../../../shared/time/chinese-day.ts';
import { chineseMoment, compactDay, duration, money } from '../../../../main/platform/print/format.ts';

test.each([
  ['2026-11-02', '2026年11月2日'],
  ['2026-11-02T09:05', '2026年11月2日'],
  ['2026-11-30T23:30:00Z', '2026年12月1日'],
  ['2026-02-30', '2026-02-30'],
  ['现场', '现场'],
])('a day %s is said %s', (text, said) => expect(chineseDay(text)).toBe(said));

test.each([
  ['2026-11-02T09:05', '2026年11月2日9时05分'],
  ['2026-11-02T20:05:00Z', '2026年11月3日4时05分'],
  ['2026-11-02T20:05:00+08:00', '2026年11月2日20时05分'],
  ['2026-11-02', '2026年11月2日'],
  ['上午', '上午'],
])('a moment %s is said %s in Beijing time', (text, said) => expect(chineseMoment(text)).toBe(said));

test('money has two decimals and groups of three', () => {
  expect([money(12_000), money(0.5), money(1_234_567.89)]).toEqual(['12,000.00元', '0.50元', '1,234,567.89元']);
});

test('a date of a catalogue has eight digits, other text stays', () => {
  expect([compactDay('2026-11-02'), compactDay('第1号')]).toEqual(['20261102', '第1号']);
});

test.each([
  [0, '0秒'],
  [59.6, '1分0秒'],
  [3_723, '1小时2分3秒'],
  [3_600, '1小时0分0秒'],
])('%d seconds are %s', (seconds, said) => expect(duration(seconds)).toBe(said));
