import { ORPCError } from '@orpc/client';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import type { Template } from '../../../shared/template/template.ts';
import { problemsOf } from '../../../shared/template/validate.ts';
import type { PaperDraft } from './paper-drafts.ts';
import { paperWithEdits } from './paper-drafts.ts';

/** Why words of this paper are not saved: what main refused, or what it could not keep. */
export function unsavedFault(draft: PaperDraft, template: Template | undefined): unknown {
  if (draft.phase === 'refused') return draft.refusal;
  const problems = template === undefined ? [] : problemsOf(template, paperWithEdits(draft).values, { draft: true });
  return refused(problems.length > 0 ? { code: 'invalid', problems } : { code: 'busy', what: draft.paper.name });
}

/** A refusal found in the page, thrown the way a call throws one, so that it is said in the same words. */
export const refused = (data: Refusal): Error => new ORPCError('REFUSED', { data });
