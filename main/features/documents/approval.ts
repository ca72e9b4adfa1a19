import type { Approval, Paper } from '../../../shared/case-file.ts';
import { approvalGaps, currentRound } from '../../../shared/procedure/approvals.ts';
import { problemsOf } from '../../../shared/template/validate.ts';
import { type FeatureContext, hasRole, nowOf } from '../context.ts';
import { invalid, RefusalError } from '../../platform/refusal-error.ts';
import type { PaperAt, Papers } from './papers.ts';

/** The approval chain (第十三条、第二十三条): opinion, name and time of each place, in order. */
export function createApproval(context: FeatureContext, papers: Papers) {
  async function submit({ paperId, version }: { paperId: string; version: number }): Promise<Paper> {
    const paperAt = papers.at(paperId);
    papers.require(paperAt, version, '送审', 'draft');
    if (paperAt.template.approval.length === 0)
      throw new RefusalError({ code: 'wrong-status', what: paperAt.paper.name, is: '不需要审批', act: '送审' });
    const problems = problemsOf(paperAt.template, paperAt.paper.values);
    if (problems.length > 0) throw invalid(problems);
    return papers.change(paperAt.paper, '送审', { status: 'approving', ...waiting(paperAt, paperAt.paper.approvals) });
  }

  async function approve({
    paperId,
    version,
    verdict,
    opinion,
  }: {
    paperId: string;
    version: number;
    verdict: Approval['verdict'];
    opinion: string;
  }): Promise<Paper> {
    const paperAt = papers.at(paperId);
    papers.require(paperAt, version, '审批', 'approving');
    const [gap] = approvalGaps(paperAt.template, paperAt.paper, paperAt.file.settings);
    if (!gap) throw new RefusalError({ code: 'wrong-status', what: paperAt.paper.name, is: '已批准', act: '审批' });
    refuseOutOfTurn(paperAt, gap);
    const approval: Approval = {
      step: gap.step,
      label: gap.label,
      verdict,
      opinion,
      personId: context.operator.personId,
      name: context.operator.name,
      at: nowOf(context),
    };
    const approvals = [...paperAt.paper.approvals, approval];
    const detail = { label: gap.label, verdict, opinion };
    if (verdict !== '同意')
      return papers.change(
        paperAt.paper,
        `审批${verdict}`,
        { status: 'draft', approvals, waitsForRole: null, waitsSince: null },
        detail,
      );
    const next = waiting(paperAt, approvals);
    return papers.change(
      paperAt.paper,
      '审批同意',
      { approvals, status: next.waitsForRole === null ? 'approved' : 'approving', ...next },
      detail,
    );
  }

  function refuseOutOfTurn(paperAt: PaperAt, gap: { step: number; label: string; by: Approval['label'] }): void {
    const step = paperAt.template.approval[gap.step];
    if (!step) return;
    if (!hasRole(context.operator, step.by)) {
      const own = paperAt.template.approval.find(
        (item, index) => index > gap.step && hasRole(context.operator, item.by),
      );
      if (own) throw new RefusalError({ code: 'approval-order', label: own.label, waitsFor: gap.label });
      throw new RefusalError({ code: 'not-allowed', act: `签署“${gap.label}”`, roles: [step.by], article: 13 });
    }
    const round = currentRound(paperAt.paper.approvals);
    const earlier = round.find((item) => item.personId === context.operator.personId);
    if (earlier) throw new RefusalError({ code: 'same-person', label: gap.label, other: earlier.label });
  }

  const waiting = (
    paperAt: PaperAt,
    approvals: Approval[],
  ): { waitsForRole: string | null; waitsSince: string | null } => {
    const [gap] = approvalGaps(paperAt.template, { approvals }, paperAt.file.settings);
    return gap ? { waitsForRole: gap.by, waitsSince: nowOf(context) } : { waitsForRole: null, waitsSince: null };
  };

  return { submit, approve };
}
