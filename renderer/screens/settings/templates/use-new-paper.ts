import { useNavigate } from '@tanstack/react-router';
import * as z from 'zod';
import { useFormDraft, useFormDraftStores } from '../../../parts/drafts/form-draft-state.ts';

/** What the dialog 新建文书 asks for; null as long as it is not open. `id` null means: the one proposed. */
export const NewPaperAsked = z.strictObject({
  model: z.string().nullable(),
  id: z.string().nullable(),
  name: z.string(),
  letters: z.string(),
});
export type NewPaperAsked = z.infer<typeof NewPaperAsked>;

const KEY = 'new paper';
export const nothingAsked: NewPaperAsked = { model: null, id: null, name: '', letters: '' };

/** The dialog as it was left: it opens again after the lock and a restart. */
export const useNewPaper = () => useFormDraft<NewPaperAsked | null>(KEY, NewPaperAsked.nullable(), () => null);

/** Opens the dialog in the list of templates with a model already chosen. */
export function useNewPaperLike(model: string): () => void {
  const { drafts } = useFormDraftStores();
  const navigate = useNavigate();
  return () => {
    drafts.set(KEY, { ...nothingAsked, model });
    void navigate({ to: '/settings', search: { section: 'templates' } });
  };
}
