import { describe, expect, it } from 'vitest';
import { followingLateness, latenessMark } from '../../../renderer/screens/case/lateness-fields.ts';
import type { Paper } from '../../../shared/case-file.ts';
import { latenessOf } from '../../../shared/periods/lateness.ts';
import { periodsOf } from '../../../shared/periods/periods.ts';
import { caseFile, paper, receipt } from './case.ts';
import { calendar, rules } from './data.ts';

const decision = paper('J32', '2026-02-24T10:00:00+08:00', {
  decidedAt: '2026-02-24',
  penalties: [{ kind: '罚款', amount: 10_000 }],
});
/** Served on 2 March, to be paid until 17 March; each day late is 300 yuan. */
const served = [decision, receipt([decision], '2026-03-02')];
const today = '2026-04-30';
const periodsWith = (...papers: Paper[]) =>
  periodsOf(caseFile(today, { papers: [...served, ...papers] }), rules, calendar);
const record = (values: Paper['values']) => paper('J39', null, values);

describe('how late a fine was paid', () => {
  it.each([
    ['on the last day', { performed: '全部履行', performedAt: '2026-03-17' }, 0, 0],
    ['a day late', { performed: '全部履行', performedAt: '2026-03-18' }, 1, 300],
    ['in part, ten days late', { performed: '部分履行', performedAt: '2026-03-27' }, 10, 3_000],
    ['so late that it doubles', { performed: '全部履行', performedAt: '2026-04-25' }, 39, 10_000],
    ['not at all until today', { performed: '未履行' }, 44, 10_000],
  ])('%s', (_, values, overdueDays, surcharge) => {
    expect(latenessOf(record(values), periodsWith(), today)).toMatchObject({
      dueDate: '2026-03-17',
      overdueDays,
      surcharge,
    });
  });

  it('is not known without a day, without a late fine, in another paper', () => {
    const paid = { performed: '全部履行', performedAt: '2026-03-27' };
    expect(latenessOf(record({ performed: '全部履行' }), periodsWith(), today)).toBeNull();
    expect(latenessOf(record(paid), [], today)).toBeNull();
    expect(latenessOf(paper('J43', null, paid), periodsWith(), today)).toBeNull();
  });

  it('leaves out 复议 and says so', () => {
    const applied = paper('F01', null, { recvAt: '2026-03-26', appliedAt: '2026-03-20' });
    const late = latenessOf(record({ performed: '未履行' }), periodsWith(applied), today);
    expect(late?.overdueDays).toBe(2);
    expect(late?.words).toContain('逾期2日（复议、诉讼期间不计）');
  });
});

describe('in the form', () => {
  const known = { periods: periodsWith(), today };
  const paidOn = (performedAt: string) => ({ performed: '全部履行', performedAt });

  it('the day of payment fills what stands open, and a later one what was filled so', () => {
    const open = record({ performed: '全部履行', overdueDays: 0 });
    expect(followingLateness(open, { performedAt: '2026-03-27' }, known)).toEqual({
      dueDate: '2026-03-17',
      overdueDays: 10,
      surcharge: 3_000,
    });
    const filled = record({ ...paidOn('2026-03-27'), dueDate: '2026-03-17', overdueDays: 10, surcharge: 3_000 });
    expect(followingLateness(filled, { performedAt: '2026-03-28' }, known)).toEqual({
      overdueDays: 11,
      surcharge: 3_300,
    });
  });

  it('what was typed otherwise stays, and other fields change nothing', () => {
    const typed = record({ ...paidOn('2026-03-27'), dueDate: '2026-03-20', overdueDays: 7, surcharge: 3_000 });
    expect(followingLateness(typed, { performedAt: '2026-03-28' }, known)).toEqual({ surcharge: 3_300 });
    expect(followingLateness(typed, { amount: 10_000 }, known)).toEqual({});
  });

  it('says at the number how it was counted, and what it is where another was typed', () => {
    const typed = record({ ...paidOn('2026-03-27'), overdueDays: 7, surcharge: 3_000 });
    const late = latenessOf(typed, known.periods, today);
    expect(latenessMark('overdueDays', 7, late)).toEqual({ origin: late?.words, carriedAs: '10' });
    expect(latenessMark('surcharge', 3_000, late)).toEqual({ origin: late?.words, carriedAs: undefined });
    expect(latenessMark('amount', 1, late)).toBeUndefined();
    expect(latenessMark('overdueDays', 7, null)).toBeUndefined();
  });
});
