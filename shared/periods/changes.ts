import type { PeriodChange } from '../case-file.ts';
import type { PeriodRule } from './rule.ts';

type Changes = readonly PeriodChange[];

const extensionsOf = (rule: PeriodRule, changes: Changes): Changes =>
  changes.filter(({ ruleId, kind }) => ruleId === rule.id && kind === 'extension');

/** The suspension of this period that has not ended yet. */
export const openSuspension = (rule: PeriodRule, changes: Changes): PeriodChange | undefined =>
  changes.findLast(({ ruleId, kind, to }) => ruleId === rule.id && kind === 'suspension' && to === null);

/** How much more the law allows, in the unit the rule is extended in; null where it states no figure, or allows none. */
export function extensionLeft(rule: PeriodRule, changes: Changes): number | null {
  if (rule.extension?.n === undefined) return null;
  return Math.max(0, rule.extension.n - extensionsOf(rule, changes).reduce((sum, { n }) => sum + (n ?? 0), 0));
}

/** Why no approval can extend the period, with what the law says instead; null when one can. */
export function whyNotExtend(rule: PeriodRule, changes: Changes): string | null {
  const { name, extend, basis } = rule;
  if (rule.extension === undefined)
    return extend.startsWith('无')
      ? `“${name}”依法不能延长（${basis}）。`
      : `“${name}”不由本机关审批延长：${extend}（${basis}）。`;
  if (rule.extension.papers.length > 0) return `“${name}”随文书自动延长：${rule.extension.by}。`;
  return extensionLeft(rule, changes) === 0 ? `“${name}”已经延长到法定上限（${basis}）。` : null;
}

/** Why no approval can suspend the period, with what the law says instead; null when one can. */
export function whyNotSuspend(rule: PeriodRule, changes: Changes): string | null {
  const { name, suspend, basis } = rule;
  if (rule.suspension === undefined)
    return suspend.startsWith('无')
      ? `“${name}”依法没有中止（${basis}）。`
      : `“${name}”不由本机关审批中止：${suspend}（${basis}）。`;
  if (rule.suspension.papers.length > 0) return `“${name}”随文书自动中止和恢复：${rule.suspension.by}。`;
  return openSuspension(rule, changes) === undefined ? null : `“${name}”已经中止，恢复后才能再次中止。`;
}
