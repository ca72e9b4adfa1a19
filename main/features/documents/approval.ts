import type { Approval, Paper } from '../../../shared/case-file.ts';
import { approvalGaps, currentRound } from '../../../shared/procedure/approvals.ts';
import { problemsOf } from '../../../shared/template/validate.ts';
import { type Desk, hasRole, nowOf } from '../context.ts';
import { invalid, Refused } from '../../platform/refusal-error.ts';
import type { PaperAt, Papers } from './papers.ts';

/** The approval chain (第十三条、第二十三条): opinion, name and time of each place, in order. */
export function createApproval(desk: Desk, papers: Papers) {
  async function submit({ paperId, version }: { paperId: string; version: number }): Promise<Paper> {
    const at = papers.at(paperId);
    papers.require(at, version, '送审', 'draft');
    if (at.template.approval.length === 0)
      throw new Refused({ code: 'wrong-status', what: at.paper.name, is: '不需要审批', act: '送审' });
    const problems = problemsOf(at.template, at.paper.values);
    if (problems.length > 0) throw invalid(problems);
    return papers.change(at.paper, '送审', { status: 'approving', ...waiting(at, at.paper.approvals) });
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
    const at = papers.at(paperId);
    papers.require(at, version, '审批', 'approving');
    const [gap] = approvalGaps(at.template, at.paper, at.file.settings);
    if (!gap) throw new Refused({ code: 'wrong-status', what: at.paper.name, is: '已批准', act: '审批' });
    refuseOutOfTurn(at, gap);
    const approval: Approval = {
      step: gap.step,
      label: gap.label,
      verdict,
      opinion,
      personId: desk.operator.personId,
      name: desk.operator.name,
      at: nowOf(desk),
    };
    const approvals = [...at.paper.approvals, approval];
    const detail = { label: gap.label, verdict, opinion };
    if (verdict !== '同意')
      return papers.change(
        at.paper,
        `审批${verdict}`,
        { status: 'draft', approvals, waitsForRole: null, waitsSince: null },
        detail,
      );
    const next = waiting(at, approvals);
    return papers.change(
      at.paper,
      '审批同意',
      { approvals, status: next.waitsForRole === null ? 'approved' : 'approving', ...next },
      detail,
    );
  }

  function refuseOutOfTurn(at: PaperAt, gap: { step: number; label: string; by: Approval['label'] }): void {
    const step = at.template.approval[gap.step];
    if (!step) return;
    if (!hasRole(desk.operator, step.by)) {
      const own = at.template.approval.find((one, index) => index > gap.step && hasRole(desk.operator, one.by));
      if (own) throw new Refused({ code: 'approval-order', label: own.label, waitsFor: gap.label });
      throw new Refused({ code: 'not-allowed', act: `签署“${gap.label}”`, roles: [step.by], article: 13 });
    }
    const round = currentRound(at.paper.approvals);
    const earlier = round.find((one) => one.personId === desk.operator.personId);
    if (earlier) throw new Refused({ code: 'same-person', label: gap.label, other: earlier.label });
  }

  const waiting = (at: PaperAt, approvals: Approval[]): { waitsForRole: string | null; waitsSince: string | null } => {
    const [gap] = approvalGaps(at.template, { approvals }, at.file.settings);
    return gap ? { waitsForRole: gap.by, waitsSince: nowOf(desk) } : { waitsForRole: null, waitsSince: null };
  };

  return { submit, approve };
}
