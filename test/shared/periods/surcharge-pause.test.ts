import { describe, expect, it } from 'vitest';
import type { Paper } from '../../../shared/case-file.ts';
import { caseFile, paper, period, receipt } from './case.ts';

const decision = paper('J32', '2026-02-24T10:00:00+08:00', {
  decidedAt: '2026-02-24',
  penalties: [{ kind: '罚款', amount: 10_000 }],
});
/** Served on 2 March, to be paid until 17 March; each day late is 300 yuan. */
const served = [decision, receipt([decision], '2026-03-02')];
const reconsidered = (values: Paper['values']) => paper('F01', null, { recvAt: '2026-03-26', ...values });
const suit = (values: Paper['values']) => paper('F02', null, { recvAt: '2026-04-02', ...values });
const decided = (values: Paper['values']) =>
  paper('F08', null, { kind: '行政复议决定书', result: '维持（驳回）', receivedAt: '2026-04-10', ...values });
const note = (today: string, ...papers: Paper[]) =>
  period(caseFile(today, { papers: [...served, ...papers] }), 'P3pct').note ?? '';
const days = (...args: Parameters<typeof note>) => Number(/（(\d+)日）/.exec(note(...args))?.[1]);

/** 处罚法73③: what falls into 复议 or a suit is not charged, from the day of applying on. */
describe('加处罚款 in 复议 and a suit', () => {
  it.each([
    ['the day before the application', '2026-03-19', [reconsidered({ appliedAt: '2026-03-20' })], 2],
    ['the day of the application', '2026-03-20', [reconsidered({ appliedAt: '2026-03-20' })], 2],
    ['after it', '2026-04-08', [reconsidered({ appliedAt: '2026-03-20' })], 2],
    ['applied for before it began', '2026-04-08', [reconsidered({ appliedAt: '2026-03-10' })], 0],
    [
      'until the decision reached the party',
      '2026-04-20',
      [reconsidered({ appliedAt: '2026-03-20' }), decided({ partyReceivedAt: '2026-04-13' })],
      9,
    ],
    [
      'until the decision reached us, where nobody knows when it reached the party',
      '2026-04-20',
      [reconsidered({ appliedAt: '2026-03-20' }), decided({})],
      12,
    ],
    ['from the day of the suit', '2026-04-20', [suit({ suedAt: '2026-03-25', acceptedAt: '2026-03-30' })], 7],
    [
      'between 复议 and the suit it is charged',
      '2026-05-10',
      [
        reconsidered({ appliedAt: '2026-03-20' }),
        decided({ partyReceivedAt: '2026-04-13' }),
        suit({ suedAt: '2026-04-20', recvAt: '2026-04-28' }),
      ],
      8,
    ],
  ] as const)('%s', (_, today, papers, count) => expect(days(today, ...papers)).toBe(count));

  it.each([
    ['the acceptance alone is on file', { acceptedAt: '2026-03-23' }, 5],
    ['nothing but our copy is on file', {}, 8],
  ])('says that the day is missing where %s', (_, values, count) => {
    expect(days('2026-04-08', reconsidered(values))).toBe(count);
    expect(note('2026-04-08', reconsidered(values))).toContain('申请复议（起诉）的日期没有录入');
    expect(note('2026-04-08', reconsidered({ ...values, appliedAt: '2026-03-20' }))).not.toContain('没有录入');
  });
});

it('the time to apply is met on the day of the application, not of our copy', () => {
  const applied = [...served, reconsidered({ appliedAt: '2026-03-20' })];
  expect(period(caseFile('2026-04-08', { papers: applied }), 'F60').metAt).toBe('2026-03-20');
  const suing = [...served, suit({ suedAt: '2026-03-25' })];
  expect(period(caseFile('2026-04-08', { papers: suing }), 'F6M').metAt).toBe('2026-03-25');
});
