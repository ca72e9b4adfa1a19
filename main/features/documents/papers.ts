import type { CaseFile, Paper } from '../../../shared/case-file.ts';
import type { Period } from '../../../shared/periods/rule.ts';
import type { Judgement } from '../../../shared/regulation/finding.ts';
import type { Template } from '../../../shared/template/template.ts';
import { procedureOf, templateOf, templatesOf } from '../cases/case-definitions.ts';
import { readWholeCase, shownTo } from '../cases/case-file.ts';
import type { FeatureContext } from '../context.ts';
import { notFound, RefusalError } from '../../platform/refusal-error.ts';
import { requireAccess } from '../staff/access.ts';

const statusWords: Record<Paper['status'], string> = {
  draft: '草稿',
  approving: '审批中',
  approved: '已批准',
  issued: '已出具',
  void: '已作废',
};

export interface PaperAt {
  paper: Paper;
  template: Template;
  /** The case as the person logged in may see it. */
  file: CaseFile;
  /** The case as periods are counted by it; never shown to anybody as it is. */
  whole: CaseFile;
}

/** The paper with its case and template; refuses who has nothing to do with the case. */
export function loadPaper(context: FeatureContext, paperId: string): PaperAt {
  const row = context.store.get<{ caseId: string }>('select caseId from paper where id = ?', paperId);
  if (!row) throw notFound('paper');
  requireAccess(context, row.caseId);
  const whole = readWholeCase(context, row.caseId);
  const paper = whole.papers.find((candidate) => candidate.id === paperId);
  if (!paper) throw notFound('paper');
  return { paper, template: templateOf(context, whole, paper.templateId), file: shownTo(context, whole), whole };
}

/** Refuses when somebody saved since `version`, or when the paper is in another state than the act needs. */
export function requirePaper(
  context: FeatureContext,
  { paper }: PaperAt,
  version: number,
  act: string,
  ...allowed: Paper['status'][]
): void {
  if (paper.version !== version)
    throw new RefusalError({
      code: 'stale',
      what: paper.name,
      by: lastEditor(context, paper.id) ?? '其他人',
      at: paper.updatedAt,
    });
  if (!allowed.includes(paper.status))
    throw new RefusalError({ code: 'wrong-status', what: paper.name, is: statusWords[paper.status], act });
}

function lastEditor({ store, office }: FeatureContext, paperId: string): string | undefined {
  const paper = store.get<{ updatedBy: string }>('select updatedBy from paper where id = ?', paperId);
  return office.store.get<{ name: string }>('select name from person where id = ?', paper?.updatedBy ?? '')?.name;
}

/** All that the checks look at for a case. */
export const judgementOf = (context: FeatureContext, file: CaseFile, periods: Period[]): Judgement => ({
  file,
  procedure: procedureOf(context, file),
  templates: templatesOf(context, file),
  periods,
  phrases: context.definitions.phrases,
  laws: context.definitions.laws,
});
