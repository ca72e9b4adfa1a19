import { describe, expect, it } from 'vitest';
import { judge } from '../../../shared/regulation/judge.ts';
import { aCaseFile } from '../../support/a-case-file.ts';
import { plusPaper } from '../../support/change-case-file.ts';
import { judgementOf } from '../../support/judgement.ts';
import { withPeriod } from './examples/surroundings.ts';

const none = '没有申请行政复议，也没有提起行政诉讼';
const found = (date: string, remedyUsed: string, opens: string | null) => {
  const file = plusPaper(aCaseFile(), 'J44', '强制执行申请书', date, { date, remedyUsed });
  const given = judgementOf(file);
  const input = opens === null ? given : withPeriod({ ruleId: 'Q3M', from: opens })(given);
  return judge(input, 'issue')
    .filter(({ checkId }) => checkId === 'R29e')
    .map(({ severity }) => severity);
};

/** 强制法53: the window of three months begins when that for 复议 and 诉讼 has run out; its last day still belongs to the party. */
describe('强制执行申请书 is dated after the window of the party', () => {
  it.each([
    ['2026-10-08', none, '2026-10-09', ['veto']],
    ['2026-10-09', none, '2026-10-09', ['veto']],
    ['2026-10-10', none, '2026-10-09', []],
    ['2026-10-10', none, null, ['err']],
    ['2026-10-09', '复议维持后没有起诉', '2026-10-09', ['veto']],
    ['2026-10-10', '复议维持后没有起诉', '2026-10-09', []],
    // After a judgment there is no window left; its own period counts from the day it took effect.
    ['2026-10-10', '经人民法院裁判驳回', null, []],
  ] as const)('dated %s, “%s”, window over on %s', (date, remedyUsed, opens, severities) =>
    expect(found(date, remedyUsed, opens)).toEqual(severities),
  );
});
