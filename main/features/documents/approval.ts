import type { Approval, Paper } from '../../../shared/case-file.ts';
import type { SavedPaper } from '../../../shared/contract/documents.ts';
import {
  type ApprovalGap,
  approvalGaps,
  currentRound,
  standing,
  valuesByApproval,
} from '../../../shared/procedure/approvals.ts';
import { obstaclesToClose } from '../../../shared/procedure/closing.ts';
import { lacksOfficers, signersOf, signsFor } from '../../../shared/procedure/signers.ts';
import { problemsOf } from '../../../shared/template/validate.ts';
import { invalid, RefusalError } from '../../platform/refusal-error.ts';
import { templatesOf } from '../cases/case-definitions.ts';
import { type FeatureContext, hasRole, nowOf, todayOf } from '../context.ts';
import { actOnPaper, writePaper } from './change-paper.ts';
import { type PaperAt, requirePaper } from './papers.ts';
import { refuseWhileOut } from './refuse-while-out.ts';

interface PaperRequest {
  paperId: string;
  version: number;
}

/** What an opinion is called by which the paper was taken out of its chain. */
const RECALLED = '撤回';

/** Whom a paper waits for that waits for nobody. */
export const waitsForNobody = { waitsForRole: null, waitsSince: null };

/** Puts the paper into its approval chain (第十三条、第二十三条): opinion, name and time of each place, in order. */
export const submitPaper = (context: FeatureContext, { paperId, version }: PaperRequest): Promise<SavedPaper> =>
  actOnPaper(context, paperId, (paperAt) => {
    const { paper, template } = paperAt;
    requirePaper(context, paperAt, version, '送审', 'draft');
    refuseWhileOut(paper, '送审');
    if (template.approval.length === 0)
      throw new RefusalError({ code: 'wrong-status', what: paper.name, is: '不需要审批', act: '送审' });
    const obstacles = [
      ...lacksOfficers(template, paper, paperAt.file),
      ...obstaclesToClose(paperAt.file, templatesOf(context, paperAt.file), paper),
    ];
    if (obstacles.length > 0) throw new RefusalError({ code: 'not-yet', act: `把《${paper.name}》送审`, obstacles });
    const problems = problemsOf(template, paper.values);
    if (problems.length > 0) throw invalid(problems);
    return writePaper(context, paperAt, {
      verb: '送审',
      changes: {
        status: 'approving',
        values: valuesByApproval(template, paper.values, null),
        ...waiting(context, paperAt, paper.approvals),
      },
    });
  });

/** The opinion of the place whose turn it is. */
export const approvePaper = (
  context: FeatureContext,
  { paperId, version, verdict, opinion }: PaperRequest & { verdict: Approval['verdict']; opinion: string },
): Promise<SavedPaper> =>
  actOnPaper(context, paperId, (paperAt) => {
    const { paper, template, file } = paperAt;
    requirePaper(context, paperAt, version, '审批', 'approving');
    const [gap] = approvalGaps(template, paper, file.settings);
    if (!gap) throw new RefusalError({ code: 'wrong-status', what: paper.name, is: '已批准', act: '审批' });
    refuseOutOfTurn(context, paperAt, gap);
    const { personId, name } = context.operator;
    const said = wordsOf(context, verdict, opinion);
    const standsInFor = signsFor(gap, paper, personId, file);
    const approval: Approval = {
      step: gap.step,
      label: gap.label,
      verdict,
      opinion: said,
      personId,
      name,
      at: nowOf(context),
      byKey: true,
      ...(standsInFor === undefined ? {} : { standsInFor }),
    };
    const approvals = [...paper.approvals, approval];
    const detail = { label: gap.label, verdict, opinion: said, ...(standsInFor === undefined ? {} : { standsInFor }) };
    if (verdict !== '同意')
      return writePaper(context, paperAt, {
        verb: `审批${verdict}`,
        changes: { status: 'draft', approvals, ...waitsForNobody },
        detail,
      });
    const next = waiting(context, paperAt, approvals);
    const isComplete = next.waitsForRole === null;
    const status = isComplete ? 'approved' : 'approving';
    const values = valuesByApproval(template, paper.values, isComplete ? todayOf(context) : null);
    return writePaper(context, paperAt, { verb: '审批同意', changes: { approvals, status, values, ...next }, detail });
  });

/** 同意 without a word says just that, where the office wants it so; every other verdict needs its reason. */
function wordsOf(context: FeatureContext, verdict: Approval['verdict'], opinion: string): string {
  if (opinion !== '') return opinion;
  if (verdict === '同意' && context.editions.rules(nowOf(context)).blankOpinionAgrees) return '同意。';
  throw new RefusalError({ code: 'no-opinion', verdict });
}

/** Takes back one's own opinion (撤回意见) while nobody has gone on from it: the paper waits for it again. */
export const withdrawOpinion = (context: FeatureContext, { paperId, version }: PaperRequest): Promise<SavedPaper> =>
  actOnPaper(context, paperId, (paperAt) => {
    const { paper, template } = paperAt;
    requirePaper(context, paperAt, version, '撤回意见', 'approving', 'approved', 'draft');
    refuseWhileOut(paper, '撤回意见');
    const last = standing(paper.approvals).at(-1);
    if (last === undefined || last.personId !== context.operator.personId || hasGoneOn(context, paper, last))
      throw new RefusalError({ code: 'opinion-used', what: paper.name });
    const approvals = paper.approvals.map((approval) =>
      approval === last ? { ...approval, withdrawnAt: nowOf(context) } : approval,
    );
    return writePaper(context, paperAt, {
      verb: '撤回意见',
      changes: {
        status: 'approving',
        approvals,
        values: valuesByApproval(template, paper.values, null),
        ...waiting(context, paperAt, approvals),
      },
      detail: { label: last.label, verdict: last.verdict, opinion: last.opinion },
    });
  });

/** A paper that came back, or was taken back, is in its drafter's hands as soon as a word of it is changed. */
function hasGoneOn({ store }: FeatureContext, paper: Paper, { verdict, label }: Approval): boolean {
  if (label === RECALLED) return true;
  if (paper.status !== 'draft') return false;
  const newest = store.get<{ verb: string }>(
    'select verb from audit where caseId = ? and subjectId = ? order by seq desc limit 1',
    paper.caseId,
    paper.id,
  );
  return newest?.verb !== `审批${verdict}`;
}

/** Takes the paper out of the chain; opinions given so far stay on record. */
export const recallPaper = (context: FeatureContext, { paperId, version }: PaperRequest): Promise<SavedPaper> =>
  actOnPaper(context, paperId, (paperAt) => {
    const { paper, template } = paperAt;
    requirePaper(context, paperAt, version, '撤回', 'approving', 'approved');
    refuseWhileOut(paperAt.paper, '撤回');
    const withdrawn: Approval = {
      step: 0,
      label: RECALLED,
      verdict: '退回修改',
      opinion: '承办人撤回修改',
      personId: context.operator.personId,
      name: context.operator.name,
      at: nowOf(context),
    };
    return writePaper(context, paperAt, {
      verb: '撤回审批',
      changes: {
        status: 'draft',
        approvals: [...paper.approvals, withdrawn],
        values: valuesByApproval(template, paper.values, null),
        ...waitsForNobody,
      },
    });
  });

function refuseOutOfTurn({ operator }: FeatureContext, { paper, template, file }: PaperAt, gap: ApprovalGap): void {
  const step = template.approval[gap.step];
  const asked = signersOf(gap, paper, file);
  if (!step || asked.some(({ personId }) => personId === operator.personId)) return;
  if (!hasRole(operator, step.by)) {
    const own = template.approval.find(({ by }, index) => index > gap.step && hasRole(operator, by));
    if (own) throw new RefusalError({ code: 'approval-order', label: own.label, waitsFor: gap.label });
    throw new RefusalError({ code: 'not-allowed', act: `签署“${gap.label}”`, roles: [step.by], article: 13 });
  }
  const earlier = currentRound(paper.approvals).find(({ personId }) => personId === operator.personId);
  if (earlier) throw new RefusalError({ code: 'same-person', label: gap.label, other: earlier.label });
  throw new RefusalError({ code: 'not-asked', label: gap.label, by: gap.by, asked: asked.map(({ name }) => name) });
}

function waiting(
  context: FeatureContext,
  { template, file }: PaperAt,
  approvals: Approval[],
): { waitsForRole: string | null; waitsSince: string | null } {
  const [gap] = approvalGaps(template, { approvals }, file.settings);
  return gap ? { waitsForRole: gap.by, waitsSince: nowOf(context) } : waitsForNobody;
}
