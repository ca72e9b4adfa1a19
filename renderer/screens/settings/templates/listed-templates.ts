import { useQuery } from '@tanstack/react-query';
import { Template } from '../../../../shared/template/template.ts';
import { formDraftOf, useFormDraftStores } from '../../../parts/drafts/form-draft-state.ts';
import { usualTemplatesFirst } from '../../../data/template-order.ts';
import { useDefinitions } from '../../../data/definitions.ts';
import { queries } from '../../../data/queries.ts';
import { TemplateDraft, templateDraftKey } from './use-template-edit.ts';

/** A paper as 法规科 sees it in the list. */
export interface ListedTemplate {
  template: Template;
  /** In force; saved and not yet in force; or begun by this person and never saved. */
  state: 'inForce' | 'waiting' | 'draft';
  /** From when it holds, where it waits. */
  from: string;
  /** This person has changes of it that are not saved. */
  unsaved: boolean;
}

/** Every paper in force, the bureau's own that wait for their day, and those this person has begun; what is not in force yet comes first. Undefined until it is known. */
export function useListedTemplates(): { listed: readonly ListedTemplate[] | undefined; error: unknown } {
  const definitions = useDefinitions();
  const ownPapers = useQuery(queries.regulation.ownPapers.queryOptions());
  const { drafts } = useFormDraftStores();
  const error = definitions.error ?? ownPapers.error;
  if (definitions.data === undefined || ownPapers.data === undefined) return { listed: undefined, error };
  const { templates } = definitions.data;
  const waiting = ownPapers.data.filter(
    (edition) => !templates.some((template) => template.id === edition.template.id),
  );
  const known = new Set([...templates, ...waiting.map(({ template }) => template)].map(({ id }) => id));
  const unsaved = new Map(
    drafts.keys().flatMap((key) => {
      const draft = formDraftOf(drafts, key, TemplateDraft);
      return draft === undefined || draft === null || key !== templateDraftKey(draft.id)
        ? []
        : [[draft.id, draft] as const];
    }),
  );
  const begun = [...unsaved.values()].filter(({ id }) => !known.has(id));
  return {
    error,
    listed: [
      ...begun.map((template) => ({ template, state: 'draft' as const, from: '', unsaved: true })),
      ...waiting.map(({ template, effectiveFrom }) => ({
        template,
        state: 'waiting' as const,
        from: effectiveFrom,
        unsaved: unsaved.has(template.id),
      })),
      ...usualTemplatesFirst(templates).map((template) => ({
        template,
        state: 'inForce' as const,
        from: '',
        unsaved: unsaved.has(template.id),
      })),
    ],
  };
}
