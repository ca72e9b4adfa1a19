import type { CaseFile } from '../../../shared/case-file.ts';
import type { Finding } from '../../../shared/regulation/finding.ts';
import { questions } from '../../../shared/regulation/questions.ts';
import type { Template } from '../../../shared/template/template.ts';

/** What to look at for a finding. */
export interface Looked {
  paperId: string | null;
  exhibitId: string | null;
}

/**
 * The paper or exhibit a finding is about; of a question, the issued paper it is judged by. Null where there is nothing to look at.
 */
export function judgedBy(
  finding: Finding,
  { papers }: Pick<CaseFile, 'papers'>,
  templates: readonly Pick<Template, 'id' | 'class'>[],
): Looked | null {
  const { paperId = null, exhibitId = null, questionId } = finding;
  if (paperId !== null || exhibitId !== null) return { paperId, exhibitId };
  const classes = questions.find(({ id }) => id === questionId)?.judgedBy ?? [];
  for (const wanted of classes) {
    const ids = new Set(templates.filter((template) => template.class === wanted).map(({ id }) => id));
    const paper = papers.find(({ status, templateId }) => status === 'issued' && ids.has(templateId));
    if (paper !== undefined) return { paperId: paper.id, exhibitId: null };
  }
  return null;
}
