import { expect, test } from 'vitest';
import { monthDayWords, spanWords } from '../../../../renderer/parts/days/day-span.ts';

test.each([
  ['2026-04-13', '4月13日'],
  ['2025-12-31', '2025年12月31日'],
])('%s looked at in 2026 is %s', (day, words) => expect(monthDayWords(day, '2026-05-01')).toBe(words));

test.each([
  ['2026-03-04', '2026-03-20', '3月4日–20日'],
  ['2026-03-04', '2026-03-04', '3月4日'],
  ['2026-03-28', '2026-04-02', '3月28日–4月2日'],
  ['2025-12-28', '2026-01-02', '2025年12月28日–1月2日'],
])('from %s to %s is %s', (first, last, words) => expect(spanWords(first, last, '2026-05-01')).toBe(words));
