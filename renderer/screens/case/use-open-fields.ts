import type { Paper } from '../../../shared/case-file.ts';
import type { Template } from '../../../shared/template/template.ts';
import { useReturningField } from '../../data/returning.ts';
import { useChoice } from '../../parts/drafts/form-draft-state.ts';
import { nothingOpen, openedMore, type OpenFields } from './form-groups.ts';
import type { PaperDraft } from './paper-drafts.ts';
import { useWorkspace } from './use-workspace.ts';

/** The fields that stand open as inputs; they stay open while the paper is in hand, through the lock too. */
export function useOpenFields(
  paper: Paper,
  { conflicts }: PaperDraft,
  template: Template,
  busy: string | null,
): OpenFields {
  const { wantedField } = useWorkspace();
  const [open, setOpen] = useChoice<OpenFields>(`open fields ${paper.id}`, () => nothingOpen);
  const returning = useReturningField();
  const wanted = [
    ...conflicts,
    ...(wantedField?.paperId === paper.id ? [wantedField.field] : []),
    ...(returning?.startsWith(`${paper.id}-`) === true ? [returning.slice(paper.id.length + 1)] : []),
  ];
  const more = openedMore(open, template, paper.values, { busy, wanted });
  if (more !== open) setOpen(more);
  return more;
}
