import { expect, test } from 'vitest';
import type { LaneCase } from '../../../../shared/contract/households.ts';
import { laneOf } from '../../../../renderer/screens/households/lane-places.ts';

const own = (caseId: string, from: string, to: string | null, marks: LaneCase['marks'] = []): LaneCase => ({
  caseId,
  causeName: caseId,
  number: '',
  state: to === null ? 'open' : 'closed',
  from: `${from}T01:00:00.000Z`,
  to: to === null ? null : `${to}T01:00:00.000Z`,
  marks,
});
const TODAY = '2026-06-01';

test.each<{ name: string; cases: LaneCase[]; rows: number[]; years: number[] }>([
  { name: 'nothing', cases: [], rows: [], years: [2025, 2026] },
  {
    name: 'one young case is shown within a year',
    cases: [own('a', '2026-05-01', null)],
    rows: [0],
    years: [2025, 2026],
  },
  {
    name: 'cases after each other share a row',
    cases: [own('a', '2023-01-10', '2023-05-01'), own('b', '2024-01-10', '2024-05-01')],
    rows: [0, 0],
    years: [2023, 2024, 2025, 2026],
  },
  {
    name: 'cases at once stand below each other, and the fourth shares the last row',
    cases: ['a', 'b', 'c', 'd'].map((id) => own(id, '2025-07-01', null)),
    rows: [0, 1, 2, 2],
    years: [2025, 2026],
  },
])('$name', ({ cases, rows, years }) => {
  const lane = laneOf(cases, TODAY, null);
  expect(lane.bars.map(({ row }) => row)).toEqual(rows);
  expect(lane.years.map(({ year }) => year)).toEqual(years);
  for (const { at, length } of lane.bars) expect(at >= 0 && at + length <= 100).toBe(true);
});

test('the last years alone leave out what ended before, and marks before them', () => {
  const old = own('old', '2015-01-10', '2016-05-01');
  const long = own('long', '2016-01-10', null, [
    { at: '2017-03-01T02:00:00.000Z', kind: '决定', name: '旧决定' },
    { at: '2026-03-01T02:00:00.000Z', kind: '送达', name: '送达回证' },
  ]);
  const lane = laneOf([old, long], TODAY, '2023-06-01');
  expect(lane.bars.map(({ own: { caseId }, at }) => [caseId, at])).toEqual([['long', 0]]);
  expect(lane.marks.map(({ name }) => name)).toEqual(['送达回证']);
  expect(lane.years[0]?.year).toBe(2023);
});
