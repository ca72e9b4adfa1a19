import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { TemplateEdition } from '../../../../shared/contract/regulation.ts';
import { editionFaults } from '../../../../shared/template/edition.ts';
import type { Template } from '../../../../shared/template/template.ts';
import { refusalOf } from '../../../api.ts';
import { useKept } from '../../../parts/kept.ts';
import type { PdfSource } from '../../../parts/pdf-engine.ts';
import { plainFetch } from '../../../parts/plain-fetch.ts';
import { useSettled } from '../../../parts/use-settled.ts';
import type { Change } from '../edition-history.tsx';
import { templateChanges } from './template-words.ts';

/** What is wrong at each place of the draft, by path (`sections.0.fields.2.label`). */
export type Faults = ReadonlyMap<string, string>;

export interface TemplateEdit {
  draft: Template;
  /** The template as it came with the program: its fields, choices and signature places stay. */
  shipped: Template;
  set: (draft: Template) => void;
  /** Gives the changes up. */
  reset: () => void;
  changes: readonly Change[];
  faults: Faults;
  /** The page of the draft; null until there is one. The last good one stays while something is wrong. */
  page: PdfSource | null;
  /** Why there is no newer page, other than what `faults` says. */
  pageFault: unknown;
}

const PAUSE_MS = 250;

/** A template being edited: the draft outlives other screens and the lock; its page follows what is typed. */
export function useTemplateEdit(editions: readonly [TemplateEdition, ...TemplateEdition[]], editable: boolean): TemplateEdit {
  const newest = editions[0].template;
  const shipped = (editions.at(-1) ?? editions[0]).template;
  const [kept, set, forget] = useKept<Template | null>(`template ${newest.id}`, () => null);
  const draft = kept ?? newest;
  const own = editionFaults(draft, shipped);
  const { page, error } = usePage(draft, editable && own.length === 0);
  const refusal = refusalOf(error);
  const theirs = own.length === 0 && refusal?.code === 'invalid' ? refusal.problems.map(({ field, sentence }) => ({ path: field, sentence })) : [];
  const faults = new Map([...own, ...theirs].map(({ path, sentence }) => [path, sentence]));
  return {
    draft, shipped, set, faults, page,
    reset: () => {
      set(null);
      forget();
    },
    changes: kept === null ? [] : templateChanges(newest, draft),
    pageFault: theirs.length > 0 ? null : error,
  };
}

/** The blank form of a template that is not saved, as main prints it. */
function usePage(template: Template, enabled: boolean): { page: PdfSource | null; error: unknown } {
  const settled = useSettled(template, PAUSE_MS);
  const [page, setPage] = useState<{ made: ArrayBuffer; source: PdfSource } | null>(null);
  const made = useQuery({
    queryKey: ['template page', settled],
    queryFn: async () => (await plainFetch('/templates/preview', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ template: settled }) })).arrayBuffer(),
    enabled, gcTime: 0, staleTime: Infinity,
  });
  // The last good page stays while the next is made or cannot be; the viewer takes the bytes away from whoever hands them over.
  if (made.data !== undefined && made.data !== page?.made) setPage({ made: made.data, source: { bytes: made.data.slice(0) } });
  return { page: page?.source ?? null, error: enabled ? made.error : null };
}
