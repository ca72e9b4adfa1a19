import { describe, expect, test } from 'vitest';
import type { PeriodChange } from '../../../shared/case-file.ts';
import { extensionLeft, openSuspension, whyNotExtend, whyNotSuspend } from '../../../shared/periods/changes.ts';
import { ruleOf, rules } from './data.ts';

const extension = (ruleId: string, n: number): PeriodChange => ({
  ruleId,
  kind: 'extension',
  n,
  from: null,
  to: null,
  basis: '审批表',
});
const suspension = (ruleId: string, to: string | null): PeriodChange => ({
  ruleId,
  kind: 'suspension',
  n: null,
  from: '2026-03-10',
  to,
  basis: '审批表',
});

describe('extension', () => {
  test('is allowed up to what the law allows, all approvals together', () => {
    expect(extensionLeft(ruleOf('J60'), [])).toBe(30);
    expect(extensionLeft(ruleOf('J60'), [extension('J60', 20), extension('P90', 5)])).toBe(10);
    expect(whyNotExtend(ruleOf('J60'), [extension('J60', 20)])).toBeNull();
    expect(whyNotExtend(ruleOf('J60'), [extension('J60', 30)])).toBe(
      '“完成案件调查”已经延长到法定上限（监察条例17）。',
    );
  });

  test('has no bound where the law states none, and is refused with its basis where it gives none', () => {
    expect(extensionLeft(ruleOf('P90'), [extension('P90', 60)])).toBeNull();
    expect(whyNotExtend(ruleOf('P90'), [extension('P90', 60)])).toBeNull();
    expect(whyNotExtend(ruleOf('P5'), [])).toContain('依法不能延长');
  });
});

describe('suspension', () => {
  test('is refused where the law is silent, in its own words', () => {
    expect(whyNotSuspend(ruleOf('P5'), [])).toContain('依法没有中止');
    expect(whyNotSuspend(ruleOf('J60'), [])).toContain('鉴定、审计是否扣除无明文，默认不扣除');
  });

  test('is left to the papers where they stop and extend the period by themselves', () => {
    expect(whyNotSuspend(ruleOf('G60'), [])).toContain('出具工伤认定中止通知书');
    expect(whyNotExtend(ruleOf('X20'), [])).toContain('出具延长行政许可审查期限审批表');
  });

  test('is allowed once at a time where the law gives it', () => {
    expect(whyNotSuspend(ruleOf('G1Y'), [])).toBeNull();
    expect(whyNotSuspend(ruleOf('G1Y'), [suspension('G1Y', null)])).toContain('已经中止');
    expect(whyNotSuspend(ruleOf('G1Y'), [suspension('G1Y', '2026-03-20')])).toBeNull();
    expect(openSuspension(ruleOf('G1Y'), [suspension('G1Y', '2026-03-20')])).toBeUndefined();
  });

  test('is never given by a rule that says 无', () => {
    expect(
      rules.filter((rule) => rule.suspend.startsWith('无') && rule.suspension !== undefined).map(({ id }) => id),
    ).toEqual([]);
  });
});
