import { invalidField } from '../../platform/refusal-error.ts';
import { type FeatureContext, nowOf, todayOf } from '../context.ts';

/** Who decided and when; every decision of 法规科 carries it. */
export const stampOf = (context: Pick<FeatureContext, 'operator' | 'now'>): { by: string; at: string } => ({
  by: context.operator.name,
  at: nowOf(context),
});

/** A rule is never made for the past: cases that began keep what they were begun under. */
export function refusePast(context: FeatureContext, effectiveFrom: string): void {
  if (effectiveFrom < todayOf(context))
    throw invalidField('effectiveFrom', '生效日期', '生效日期不能早于今天，已经开始的案件按原来的规则办。', 50);
}
