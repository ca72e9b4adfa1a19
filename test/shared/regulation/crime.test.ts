import { describe, expect, it } from 'vitest';
import type { CaseFile } from '../../../shared/case-file.ts';
import { conditions } from '../../../shared/procedure/conditions.ts';
import { judge } from '../../../shared/regulation/judge.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { paperIn, plusPaper } from '../../support/change-case-file.ts';
import { judgementOf } from '../../support/judgement.ts';

const approved = (file: CaseFile, reportAt: string, verdict = '批准移送', crime = '拒不支付劳动报酬罪'): CaseFile =>
  plusPaper(file, 'J61', '涉嫌犯罪案件移送审批表', reportAt, { crime, verdict, reportAt });
const found = (file: CaseFile): string[] =>
  judge(judgementOf(file), 'issue')
    .map(({ checkId }) => checkId)
    .filter((id) => id.startsWith('V09') && id !== 'V09');

/** An order to pay of this case, and its service. */
function orderServed(servedAt: string): CaseFile {
  const ordered = plusPaper(aCaseFile(), 'J19', '劳动保障监察限期改正指令书', '2026-03-01', {
    correctBy: '2026-03-10',
  });
  const documents = [paperIn(ordered, 'J19').id];
  return plusPaper(ordered, 'J40', '送达回证', servedAt, { mode: '直接', servedAt, documents });
}

describe('a case goes to the police (移送规定5, 刑法276之一)', () => {
  it.each([
    ['served the day before the report', '2026-03-19', []],
    ['served on the day of the report', '2026-03-20', []],
    ['served the day after', '2026-03-21', ['V09c']],
  ])('an order to pay %s', (_name, served, ids) => {
    expect(found(approved(orderServed(served), '2026-03-20'))).toEqual(ids);
  });

  it('another crime, or a refusal, asks for no order to pay', () => {
    expect(found(approved(aCaseFile(), '2026-03-20', '批准移送', '其他'))).toEqual([]);
    expect(found(approved(aCaseFile(), '2026-03-20', '不批准移送'))).toEqual([]);
  });

  it('a referral that was approved goes out; the case that may not go on is not dropped', () => {
    const referral = (file: CaseFile) => plusPaper(file, 'J37', '涉嫌犯罪案件移送书', '2026-03-22', {});
    expect(found(referral(approved(orderServed('2026-03-10'), '2026-03-20')))).toEqual([]);
    expect(found(referral(aCaseFile()))).toEqual(['V09b']);
    expect(conditions.withdrawalProposed(approved(aCaseFile(), '2026-03-20', '批准移送'))).toBe(true);
    expect(conditions.withdrawalProposed(approved(aCaseFile(), '2026-03-20', '不批准移送'))).toBe(false);
  });
});
