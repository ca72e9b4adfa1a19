import { describe, expect, it, test } from 'vitest';
import { calendarOf } from '../../../shared/time/calendar.ts';
import { type Dated, groupOf, inOrder } from '../../../shared/inbox/order.ts';
import { isAsleep, latestSnooze, offeredDays } from '../../../shared/inbox/snooze.ts';

const calendar = calendarOf([
  // 清明: off from Saturday 4 April to Monday 6 April.
  { year: 2026, off: ['2026-04-04', '2026-04-05', '2026-04-06'], work: [], source: 'example' },
]);
/** A Wednesday. */
const today = '2026-04-08';

const line = (over: Partial<Dated> & { name?: string } = {}): Dated & { name: string } => ({
  name: '',
  due: null,
  overdue: false,
  harm: 1,
  undated: 'later',
  since: null,
  ...over,
});

describe('the group of a line', () => {
  it.each([
    ['overdue, however long ago', { due: '2026-01-05', overdue: true }, 'overdue'],
    ['overdue though no last day is known', { overdue: true }, 'overdue'],
    ['due today', { due: '2026-04-08' }, 'soon'],
    ['past its raw day, not yet overdue', { due: '2026-04-06' }, 'soon'],
    ['three working days ahead, over a weekend', { due: '2026-04-13' }, 'soon'],
    ['four working days ahead', { due: '2026-04-14' }, 'later'],
    ['a moment of today', { due: '2026-04-08T15:30' }, 'soon'],
    ['in a year whose notice is missing, by calendar days', { due: '2027-04-08' }, 'later'],
    ['without a last day, somebody waits', { undated: 'week' }, 'week'],
    ['without a last day', {}, 'later'],
  ] as const)('%s', (_, over, group) => expect(groupOf(line(over), today, calendar)).toBe(group));

  it('counts the week to its Sunday', () => {
    // From Monday 30 March, with three days off before Tuesday.
    expect(groupOf(line({ due: '2026-04-03' }), '2026-03-30', calendar)).toBe('week');
    expect(groupOf(line({ due: '2026-04-05' }), '2026-03-30', calendar)).toBe('week');
    expect(groupOf(line({ due: '2026-04-07' }), '2026-03-30', calendar)).toBe('later');
  });
});

test('the order: overdue, then by last day, of one day the most harmful, without a day the longest waiting', () => {
  const expected = [
    line({ name: 'overdue for long', due: '2026-03-02', overdue: true, harm: 1 }),
    line({ name: 'overdue since yesterday, harmful', due: '2026-04-07', overdue: true, harm: 3 }),
    line({ name: 'overdue since yesterday', due: '2026-04-07', overdue: true, harm: 2 }),
    line({ name: 'due today', due: '2026-04-08' }),
    line({ name: 'due on Monday, harmful', due: '2026-04-13', harm: 3 }),
    line({ name: 'due on Monday at noon', due: '2026-04-13T12:00', harm: 2 }),
    line({ name: 'an opinion, waited for since March', undated: 'week', since: '2026-03-20T01:00:00Z' }),
    line({ name: 'an opinion, waited for since yesterday', undated: 'week', since: '2026-04-07T01:00:00Z' }),
    line({ name: 'due in June', due: '2026-06-01', harm: 1 }),
    line({ name: 'due in July', due: '2026-07-01', harm: 3 }),
    line({ name: 'a case without a last day' }),
  ];
  const shuffled = [10, 3, 7, 0, 9, 5, 2, 8, 1, 6, 4].flatMap((index) => expected[index] ?? []);
  expect(inOrder(shuffled, today, calendar).map(({ name }) => name)).toEqual(expected.map(({ name }) => name));
});

describe('稍后', () => {
  it.each([
    ['without a last day, for 30 days', { due: null, overdue: false }, '2026-05-08'],
    ['until three working days before the last day', { due: '2026-04-24', overdue: false }, '2026-04-21'],
    ['days off are not counted', { due: '2026-04-20T12:00', overdue: false }, '2026-04-15'],
    ['not when four working days are left and one of them is today', { due: '2026-04-13', overdue: false }, null],
    ['until tomorrow at the latest', { due: '2026-04-14', overdue: false }, '2026-04-09'],
    ['never what is overdue', { due: '2026-04-24', overdue: true }, null],
    ['not without the notice of the year', { due: '2028-04-24', overdue: false }, null],
  ] as const)('%s', (_, given, latest) => expect(latestSnooze(given, today, calendar)).toBe(latest));

  it.each([
    ['until its day', '2026-04-10', '2026-04-15', true],
    ['not on its day', '2026-04-08', '2026-04-15', false],
    ['not when the last day moved nearer', '2026-04-10', '2026-04-09', false],
    ['not when it may not be put off any more', '2026-04-10', null, false],
  ] as const)('a line is out of sight %s', (_, until, latest, asleep) =>
    expect(isAsleep(until, latest, today)).toBe(asleep),
  );

  it.each([
    ['2026-04-08', '2026-04-13'],
    ['2026-04-12', '2026-04-13'],
    ['2026-04-13', '2026-04-20'],
  ])('on %s next Monday is %s', (day, monday) => expect(offeredDays(day).monday).toBe(monday));
});
