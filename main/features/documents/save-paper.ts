import type { SavedPaper } from '../../../shared/contract/documents.ts';
import { titleOf } from '../../../shared/template/template.ts';
import { problemsOf } from '../../../shared/template/validate.ts';
import type { Values } from '../../../shared/template/values.ts';
import { invalid } from '../../platform/refusal-error.ts';
import type { FeatureContext } from '../context.ts';
import { actOnPaper, writePaper } from './change-paper.ts';
import { refuseWhileOut } from './refuse-while-out.ts';
import { requirePaper } from './papers.ts';

/** Keeps changed fields; an unfinished draft is fine, a value that cannot be kept is refused by field. Durable when it returns. */
export const savePaper = (
  context: FeatureContext,
  { paperId, version, values }: { paperId: string; version: number; values: Values },
): Promise<SavedPaper> =>
  actOnPaper(context, paperId, (paperAt) => {
    const { paper, template } = paperAt;
    requirePaper(context, paperAt, version, '修改', 'draft');
    refuseWhileOut(paperAt.paper, '修改');
    const merged = { ...paper.values, ...values };
    const problems = problemsOf(template, merged, { draft: true }).filter(
      (problem) => (problem.field.split('.')[0] ?? '') in values,
    );
    if (problems.length > 0) throw invalid(problems);
    const before = Object.fromEntries(Object.keys(values).map((key) => [key, paper.values[key] ?? null]));
    return writePaper(context, paperAt, {
      verb: '填写文书',
      changes: { values: merged, name: titleOf(template, merged) },
      detail: { before, after: values },
    });
  });
