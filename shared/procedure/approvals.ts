import type { Approval, Paper, RuleSettings } from '../case-file.ts';

import { fieldsOf, type ApprovalStep, type Template } from '../template/template.ts';
import type { Values } from '../template/values.ts';

/** A place of the approval chain that is still open, with its index in the template. */
export interface ApprovalGap {
  step: number;
  label: string;
  by: ApprovalStep['by'];
}

/** Steps the office may switch off (局领导签批, 第十三条 “需要局领导签批的”) follow its setting. */
const counts = (step: ApprovalStep, settings: RuleSettings): boolean => !step.optional || settings.leaderSignsFiling;

/** What nobody took back (撤回意见). */
export const standing = (approvals: readonly Approval[]): Approval[] =>
  approvals.filter(({ withdrawnAt }) => withdrawnAt === undefined);

/** Why the paper last came back (退回修改, 不同意, 撤回); undefined where it did not. */
export const lastReturn = (approvals: readonly Approval[]): Approval | undefined =>
  standing(approvals).findLast(({ verdict }) => verdict !== '同意');

/** Approvals since the paper last came back; what was said before stays on record but no longer carries it. */
export function currentRound(approvals: readonly Approval[]): Approval[] {
  const given = standing(approvals);
  return given.slice(given.findLastIndex(({ verdict }) => verdict !== '同意') + 1);
}

/** Places of the chain without the approval they need, in the order of the chain; empty when the paper may go on. */
export const approvalGaps = (
  template: Template,
  paper: Pick<Paper, 'approvals'>,
  settings: RuleSettings,
): ApprovalGap[] => {
  const round = currentRound(paper.approvals);
  return template.approval.flatMap((step, index) => {
    const people = new Set(round.filter((approval) => approval.step === index).map((approval) => approval.personId));
    return !counts(step, settings) || people.size >= step.people
      ? []
      : [{ step: index, label: step.label, by: step.by }];
  });
};

/** The values of a paper with the days only its chain of approval can know (签发日期): set when it is complete, empty before. */
export function valuesByApproval(template: Template, values: Values, day: string | null): Values {
  const known = fieldsOf(template).filter(({ from }) => from === 'approval');
  return { ...values, ...Object.fromEntries(known.map(({ key }) => [key, day])) };
}
