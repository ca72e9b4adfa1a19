import type { CaseFile, Paper } from '../../../shared/case-file.ts';
import { approvalGaps, lastReturn } from '../../../shared/procedure/approvals.ts';
import { awaitsSheets } from '../../../shared/procedure/prints.ts';
import type { GuideStep } from '../../../shared/procedure/procedure.ts';
import { paperSigning, signedCount } from '../../../shared/procedure/signing-state.ts';
import type { Template } from '../../../shared/template/template.ts';
import { missingOf } from './stages.ts';

/** Something of a case that waits, beside its next step: a paper, or a step not begun. */
export interface Wait {
  name: string;
  /** Why it waits, or for whom. */
  why: string;
  goTo: { paperId: string } | { stepId: string };
}

/** As many as are read at a glance. */
const shownWaits = 3;

/**
 * What waits in a case beside the step that stands above it, the most pressing first: what came back, what lies with others, what is out to
 * be signed, what is half written, what could be begun too.
 */
export function waitsOf(
  file: CaseFile,
  guide: readonly GuideStep[],
  { templates, shownStep }: { templates: ReadonlyMap<string, Template>; shownStep: string | undefined },
): { shown: Wait[]; more: number } {
  const others = guide.filter(({ step }) => step.id !== shownStep);
  const papers = file.papers.filter(
    ({ id }) => !guide.some((own) => !others.includes(own) && own.stepPaperIds.includes(id)),
  );
  const toWait =
    (why: (paper: Paper) => string | null) =>
    (paper: Paper): Wait[] => {
      const said = why(paper);
      return said === null ? [] : [{ name: `《${paper.name}》`, why: said, goTo: { paperId: paper.id } }];
    };
  const waits = [
    ...papers.flatMap(toWait(returned)),
    ...papers.flatMap(toWait((paper) => awaited(paper, templates, file))),
    ...papers.flatMap(toWait((paper) => outToSign(paper, templates))),
    ...papers.flatMap(toWait((paper) => halfWritten(paper, others))),
    ...others
      .filter(({ state, required, stepPaperIds }) => state === 'current' && required && stepPaperIds.length === 0)
      .map(({ step }) => ({ name: step.name, why: '现在也可以办', goTo: { stepId: step.id } })),
  ];
  return { shown: waits.slice(0, shownWaits), more: Math.max(0, waits.length - shownWaits) };
}

const isReturned = ({ status, approvals }: Paper): boolean => status === 'draft' && lastReturn(approvals) !== undefined;

const returned = (paper: Paper): string | null => {
  const back = isReturned(paper) ? lastReturn(paper.approvals) : undefined;
  return back === undefined ? null : `${back.name}${back.verdict}：${back.opinion}`;
};

function awaited(paper: Paper, templates: ReadonlyMap<string, Template>, { settings }: CaseFile): string | null {
  const template = templates.get(paper.templateId);
  if (paper.status !== 'approving' || template === undefined) return null;
  const [gap] = approvalGaps(template, paper, settings);
  return gap === undefined ? null : `送审了，等${gap.by}签意见`;
}

function outToSign(paper: Paper, templates: ReadonlyMap<string, Template>): string | null {
  if (!awaitsSheets(paper)) return null;
  const template = templates.get(paper.templateId);
  const signing = template === undefined ? null : paperSigning(template, paper);
  return `已经印出${signing === null ? '' : `，${signedCount(signing)}`}，还没有收回`;
}

function halfWritten(paper: Paper, others: readonly GuideStep[]): string | null {
  if (paper.status === 'approved' && !awaitsSheets(paper)) return '已经批准，可以出具';
  if (paper.status !== 'draft' || isReturned(paper) || awaitsSheets(paper)) return null;
  const step = others.find(({ stepPaperIds }) => stepPaperIds.includes(paper.id));
  const missing = step === undefined ? 0 : missingOf(step);
  return missing === 0 ? '写了，还没有出具' : `写了一半，还差${missing}项`;
}
