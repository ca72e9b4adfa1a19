import { describe, expect, it } from 'vitest';
import { isOver, isOverdue, wasMetLate, watchedDate } from '../../../shared/periods/periods.ts';
import type { Period } from '../../../shared/periods/rule.ts';

const aPeriod = (changes: Partial<Period>): Period => ({
  ruleId: 'P90',
  name: '',
  caseId: '',
  subjectId: '',
  partyId: null,
  from: '2026-03-05',
  statutory: '2026-06-06',
  due: '2026-06-08',
  unit: 'CD',
  kind: 'max',
  harm: 2,
  duty: '本机关',
  basis: '',
  article: null,
  metAt: null,
  lapses: false,
  note: null,
  charge: null,
  ...changes,
});

describe('the date to look at', () => {
  it('is the earlier one for ourselves, the later one for everybody else', () => {
    expect(watchedDate(aPeriod({}))).toBe('2026-06-06');
    expect(watchedDate(aPeriod({ duty: '当事人' }))).toBe('2026-06-08');
    expect(watchedDate(aPeriod({ duty: '当事人', due: null }))).toBeNull();
  });
});

describe('overdue', () => {
  it.each([
    ['not while the rolled day lasts', {}, '2026-06-08T23:59', false],
    ['from the day after', {}, '2026-06-09', true],
    ['not when met', { metAt: '2026-06-30' }, '2026-07-01', false],
    ['our own duty also without a rolled date', { due: null }, '2026-06-07', true],
    ['the party never without a rolled date', { due: null, duty: '当事人' }, '2027-06-07', false],
    ['nothing without any date', { due: null, statutory: null }, '2027-06-07', false],
    ['never a minimum period', { kind: 'min', lapses: true }, '2027-06-07', false],
    ['never a window of the party', { lapses: true, duty: '当事人' }, '2027-06-07', false],
    [
      'hours by the minute',
      { unit: 'H', statutory: '2026-03-07T15:30', due: '2026-03-07T15:30' },
      '2026-03-07T15:31',
      true,
    ],
    [
      'hours not before',
      { unit: 'H', statutory: '2026-03-07T15:30', due: '2026-03-07T15:30' },
      '2026-03-07T07:30:00Z',
      false,
    ],
  ] as const)('%s', (_, changes, moment, overdue) => expect(isOverdue(aPeriod(changes), moment)).toBe(overdue));

  it('tells what was met, but late', () => {
    expect(wasMetLate(aPeriod({ metAt: '2026-06-08' }))).toBe(false);
    expect(wasMetLate(aPeriod({ metAt: '2026-06-09' }))).toBe(true);
    expect(wasMetLate(aPeriod({}))).toBe(false);
    expect(wasMetLate(aPeriod({ unit: 'H', due: '2026-03-07T15:30', metAt: '2026-03-07T15:31' }))).toBe(true);
    expect(wasMetLate(aPeriod({ lapses: true, metAt: '2026-06-09' }))).toBe(false);
  });
});

describe('over', () => {
  it.each([
    ['a window the day after its rolled end', { lapses: true }, '2026-06-09', true],
    ['not while it lasts', { lapses: true }, '2026-06-08T23:59', false],
    ['not without a known end', { lapses: true, due: null }, '2030-01-01', false],
    ['a duty only when met', {}, '2030-01-01', false],
    ['a duty that was met', { metAt: '2026-06-01' }, '2026-06-01', true],
  ] as const)('%s', (_, changes, moment, over) => expect(isOver(aPeriod(changes), moment)).toBe(over));
});
