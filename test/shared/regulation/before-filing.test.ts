import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../../shared/case-file.ts';
import { blocking, judge } from '../../../shared/regulation/judge.ts';
import type { Values } from '../../../shared/template/values.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { paperIn, withPaper, withValues } from '../../support/change-case-file.ts';
import { judgementOf } from '../../support/judgement.ts';

const filedOn = '2026-03-04';
/** The sample case, filed on a day, with its 现场检查笔录 begun at a time. */
const inspected = (startAt: string, values: Values = {}): CaseFile =>
  withValues(withPaper(aCaseFile(), 'J04', { issuedAt: `${filedOn}T16:00:00+08:00` }), 'J08', { startAt, ...values });
const found = (file: CaseFile) => judge(judgementOf(file), 'filing').filter(({ checkId }) => checkId === 'R13d');

/** 监察条例14: patrols, checks of written materials and first verification come before a case is opened. */
describe('a record of before the case was opened', () => {
  it.each([
    ['2026-03-03T15:00', {}, 1],
    ['2026-03-03T15:00', { inquiryStage: '立案后调查' }, 1],
    ['2026-03-03T15:00', { inquiryStage: '日常巡视检查' }, 0],
    ['2026-03-03T15:00', { inquiryStage: '审查书面材料' }, 0],
    ['2026-03-03T15:00', { inquiryStage: '核实举报投诉' }, 0],
    // On the day of the filing there is nothing to explain.
    ['2026-03-04T09:00', {}, 0],
    ['2026-03-05T09:00', { inquiryStage: '立案后调查' }, 0],
  ] as const)('begun %s as %j: %i', (startAt, values, count) =>
    expect(found(inspected(startAt, values))).toHaveLength(count),
  );

  it('that was issued without saying so passes with a reason, and is not dated anew', () => {
    const [finding, ...more] = found(inspected('2026-03-03T15:00'));
    expect(more).toEqual([]);
    expect(finding).toMatchObject({
      severity: 'err',
      paperId: paperIn(aCaseFile(), 'J08').id,
      basis: expect.stringContaining('劳动保障监察条例第十四条'),
      sentence: expect.stringContaining('已经出具的，写明理由后可以继续'),
    });
    expect(blocking(found(inspected('2026-03-03T15:00')), 'filing')).toHaveLength(1);
  });
});
