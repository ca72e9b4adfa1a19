import { expect, test } from 'vitest';
import { wholePage, yearsOf } from '../../../../renderer/screens/households/timeline-pages.ts';
import type { TimelineEntry } from '../../../../shared/contract/households.ts';

const entry = (moment: string, title: string): TimelineEntry => ({
  at: moment,
  kind: '文书',
  title,
  detail: '',
  caseId: '018f5a3e-0000-7000-8000-000000000001',
  caseNumber: '某人社监案〔2026〕1号',
  paperId: null,
  exhibitId: null,
});

/** What main does: entries before a moment, newest first, at most `limit`. */
const ask = (all: TimelineEntry[], before: string | null, limit: number): TimelineEntry[] =>
  all.filter((item) => before === null || item.at < before).slice(0, limit);

function readAll(all: TimelineEntry[], limit: number): string[] {
  const read: string[] = [];
  for (let before: string | null = null, pages = 0; pages < 100; pages += 1) {
    const page = wholePage(ask(all, before, limit), limit);
    read.push(...page.entries.map((other) => other.title));
    if (page.before === null) return read;
    before = page.before;
  }
  throw new Error('the pages do not end');
}

test('every entry is read once when pages cut through entries of one moment', () => {
  const all = ['09', '08', '08', '08', '07', '06', '06', '05'].map((day, index) =>
    entry(`2026-11-${day}`, `第${index + 1}份`),
  );
  for (const limit of [4, 5, 6, 7, 8, 9]) expect(readAll(all, limit)).toEqual(all.map((item) => item.title));
});

test('a page that is not full is the last one', () => {
  expect(wholePage([entry('2026-11-09', '甲')], 2)).toEqual({ entries: [entry('2026-11-09', '甲')], before: null });
  expect(wholePage([], 2)).toEqual({ entries: [], before: null });
});

test('a page of one single moment goes on after that moment instead of standing still', () => {
  const page = wholePage([entry('2026-11-09', '甲'), entry('2026-11-09', '乙')], 2);
  expect(page.before).toBe('2026-11-09');
  expect(page.entries).toHaveLength(2);
});

test('years run from this year back to the first case', () => {
  expect(yearsOf('2026-11-22', ['2024-03-01T08:00:00.000Z', '2025-01-01T08:00:00.000Z'])).toEqual([2026, 2025, 2024]);
  expect(yearsOf('2026-11-22', [])).toEqual([2026]);
});
