import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { byteRoutes } from '../../../../shared/contract/bytes.ts';
import type { TemplateEdition } from '../../../../shared/contract/regulation.ts';
import { editionFaults } from '../../../../shared/template/edition.ts';
import { aroundFaults } from '../../../../shared/procedure/own-paper.ts';
import { Template } from '../../../../shared/template/template.ts';
import { refusalOf } from '../../../data/api.ts';
import { useFormDraft } from '../../../parts/drafts/form-draft-state.ts';
import type { PdfSource } from '../../../parts/pdf/pdf-engine.ts';
import { fetchPreview } from '../../../data/fetch-bytes.ts';
import { useDefinitions } from '../../../data/definitions.ts';
import { useSettled } from '../../../ui/use-settled.ts';
import type { Change } from '../../../parts/editions/change.ts';
import { templateChanges } from './template-words.ts';

/** What is wrong at each place of the draft, by path (`sections.0.fields.2.label`). */
export type Faults = ReadonlyMap<string, string>;

export interface TemplateEdit {
  draft: Template;
  /** The template as it came with the program: its fields, choices and signature places stay. Null for a paper of the bureau's own. */
  shipped: Template | null;
  set: (draft: Template) => void;
  /** Gives the changes up. */
  reset: () => void;
  /** Goes on from what was saved; nothing is left to keep. */
  saved: (template: Template) => void;
  changes: readonly Change[];
  faults: Faults;
  /** The edition that somebody saved after this draft was begun; null when the draft is of the newest. */
  overtaken: TemplateEdition | null;
  /** The page of the draft; null until there is one. The last good one stays while something is wrong. */
  page: PdfSource | null;
  /** Why there is no newer page, other than what `faults` says. */
  pageFault: unknown;
}

const PAUSE_MS = 250;

/** Where the unsaved changes of a template are kept. */
export const templateDraftKey = (id: string): string => `template ${id}`;
export const TemplateDraft = Template.nullable();

/** A template being edited: main keeps the draft; its page follows what is typed. Null where there is neither edition nor draft. */
export function useTemplateEdit(
  id: string,
  editions: readonly TemplateEdition[],
  editable: boolean,
): TemplateEdit | null {
  const { templates = [], procedures = [] } = useDefinitions().data ?? {};
  const [stored, set, forget] = useFormDraft<Template | null>(templateDraftKey(id), TemplateDraft, () => null);
  const [newest] = editions;
  const draft = stored ?? newest?.template ?? null;
  // Of the program's own papers the oldest edition is the shipped one.
  const shipped = editions.findLast((edition) => edition.effectiveFrom === '')?.template ?? null;
  const ownFaults =
    draft === null
      ? []
      : [
          ...editionFaults(draft, shipped),
          ...aroundFaults(draft, {
            templates,
            procedures: new Map(procedures.map((procedure) => [procedure.id, procedure])),
          }),
        ];
  const { page, error } = usePage(draft, editable && ownFaults.length === 0);
  if (draft === null) return null;
  const refusal = refusalOf(error);
  const mainFaults =
    ownFaults.length === 0 && refusal?.code === 'invalid'
      ? refusal.problems.map(({ field, sentence }) => ({ path: field, sentence }))
      : [];
  const faults = new Map([...ownFaults, ...mainFaults].map(({ path, sentence }) => [path, sentence]));
  return {
    draft,
    shipped,
    set,
    faults,
    page,
    reset: () => {
      set(null);
      forget();
    },
    saved: (template) => {
      set(template);
      forget();
    },
    changes:
      stored === null
        ? []
        : newest === undefined
          ? [{ where: '新建文书', before: '', after: draft.name }]
          : templateChanges(newest.template, draft, procedures),
    overtaken: stored !== null && newest !== undefined && stored.version < newest.template.version ? newest : null,
    pageFault: mainFaults.length > 0 ? null : error,
  };
}

/** The blank form of a template that is not saved, as main prints it. */
function usePage(template: Template | null, enabled: boolean): { page: PdfSource | null; error: unknown } {
  const settled = useSettled(template, PAUSE_MS);
  const [page, setPage] = useState<{ made: ArrayBuffer; source: PdfSource } | null>(null);
  const made = useQuery({
    queryKey: ['template page', settled],
    queryFn: () => fetchPreview(byteRoutes.templatePreview, {}, { template: settled }),
    // A draft that is right again must not send the one that was wrong a moment ago.
    enabled: enabled && settled !== null && settled === template,
    gcTime: 0,
    staleTime: Infinity,
  });
  // The last good page stays while the next is made or cannot be; the viewer takes the bytes away from whoever hands them over.
  if (made.data !== undefined && made.data !== page?.made)
    setPage({ made: made.data, source: { bytes: made.data.slice(0) } });
  return { page: page?.source ?? null, error: enabled ? made.error : null };
}
