import { describe, expect, it } from 'vitest';
import type { CaseFile, Paper } from '../../../shared/case-file.ts';
import { RuleSettings } from '../../../shared/case-file.ts';
import { caseFile, paper, period, periods } from './case.ts';

const opened = paper('J04', '2026-03-02T10:00:00+08:00');
const extended = { ruleId: 'J60', kind: 'extension' as const, n: 30, from: null, to: null, basis: '批准延长' };
const inquiryEnded = (day: string) => paper('J18', `${day}T16:00:00+08:00`, { surveyEndAt: day });
const decided = (day: string) => paper('J32', `${day}T10:00:00+08:00`, { decidedAt: day });
const byInspection = (papers: Paper[], over: Partial<CaseFile> = {}) =>
  caseFile('2026-12-01', { papers, settings: RuleSettings.parse({}), ...over });

/** 处罚法60 gives way to 监察条例17 (60+30 working days from the opening) and 若干规定37 (15 working days after the inquiry). */
describe('a penalty of 劳动保障监察', () => {
  it('is under no ninety days, unless 法规科 has chosen to count them too', () => {
    expect(periods(byInspection([opened]), 'P90')).toEqual([]);
    expect(period(caseFile('2026-12-01', { papers: [opened] }), 'P90').due).toBe('2026-06-01');
  });

  it('says on which law it counts, and only where that was chosen', () => {
    expect(period(byInspection([opened]), 'J60').note).toContain('处罚法60的九十日不另计算');
    expect(period(caseFile('2026-12-01', { papers: [opened] }), 'J60').note).toBeNull();
  });

  it.each([
    [undefined, '2026-05-28'],
    [extended, '2026-07-10'],
    [{ ...extended, n: 45 }, '2026-07-10'],
  ])('ends its inquiry in sixty working days, thirty more at most', (change, due) =>
    expect(period(byInspection([opened], { periodChanges: change === undefined ? [] : [change] }), 'J60').due).toBe(
      due,
    ),
  );

  it.each([
    // Fifteen working days pass 中秋 and, a day later, 国庆; the working Sunday 2026-09-20 counts.
    ['2026-09-09', '2026-09-30', '2026-09-30', true],
    ['2026-09-09', '2026-10-08', '2026-09-30', false],
    ['2026-09-10', '2026-10-08', '2026-10-08', true],
  ])('inquiry ended %s, decided %s: until %s', (ended, day, due, inTime) => {
    const term = period(byInspection([opened, inquiryEnded(ended), decided(day)]), 'J15');
    expect(term).toMatchObject({ due, metAt: day });
    expect((term.metAt ?? '') <= (term.due ?? '')).toBe(inTime);
  });
});
