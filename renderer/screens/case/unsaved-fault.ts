import { ORPCError } from '@orpc/client';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import type { FieldProblem } from '../../../shared/field-problem.ts';
import type { Template } from '../../../shared/template/template.ts';
import { problemsOf } from '../../../shared/template/validate.ts';
import type { PaperDraft } from './paper-drafts.ts';
import { paperWithEdits } from './paper-drafts.ts';

/** Why words of this paper are not saved: what main refused, or what it could not keep. */
export function unsavedFault(draft: PaperDraft, template: Template | undefined): unknown {
  if (draft.phase === 'refused') return draft.refusal;
  const problems = problemsToKeep(draft, template);
  return refused(problems.length > 0 ? { code: 'invalid', problems } : { code: 'busy', what: draft.paper.name });
}

/** A refusal found in the page, thrown the way a call throws one, so that it is said in the same words. */
export const refused = (data: Refusal): Error => new ORPCError('REFUSED', { data });

/** What is told when the case is left while something of this paper is set aside. */
export const asideWords = (draft: PaperDraft, template: Template | undefined): string => {
  const reasons = problemsToKeep(draft, template).map(({ sentence }) => sentence);
  return `《${draft.paper.name}》有内容没有写入文书。${reasons.join('')}所填内容已另行留存，打开本文书即可改正。`;
};

const problemsToKeep = (draft: PaperDraft, template: Template | undefined): FieldProblem[] =>
  template === undefined ? [] : problemsOf(template, paperWithEdits(draft).values, { draft: true });
