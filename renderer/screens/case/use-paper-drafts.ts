import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Paper } from '../../../shared/case-file.ts';
import type { Template } from '../../../shared/template/template.ts';
import { problemsOf } from '../../../shared/template/validate.ts';
import type { Values } from '../../../shared/template/values.ts';
import { useFlush } from '../../parts/drafts/flush-registry.ts';
import { queries } from '../../data/queries.ts';
import { savePaper } from '../../data/save-paper.ts';
import { useWindowEnd } from '../../data/window-end.ts';
import { createPaperDrafts } from './paper-drafts.ts';
import type { PaperDraft, PaperDrafts } from './paper-drafts.ts';
import { unsavedFault } from './unsaved-fault.ts';

/** After this long without a key, what was typed is saved although the field was not left: a power cut takes no more than this. */
const pauseMs = 5_000;

export interface DraftsInHand {
  drafts: PaperDrafts;
  byPaper: ReadonlyMap<string, PaperDraft>;
}

/** The papers of one case in the page, saved when a field is left, on a pause, before the lock, and when the window closes. */
export function usePaperDrafts(): DraftsInHand {
  const cache = useQueryClient();
  const [drafts] = useState(() =>
    createPaperDrafts({
      save: (request) => savePaper(cache, request),
      keepable: (paper, edits) => keepable(templateIn(cache, paper.templateId), paper, edits),
      now: () => new Date(),
    }),
  );
  const byPaper = useSyncExternalStore(drafts.subscribe, drafts.snapshot);

  useFlush(async () => {
    if (await drafts.flush()) return;
    const held = [...drafts.snapshot().values()].find((draft) => Object.keys(draft.edits).length > 0);
    if (held !== undefined) throw unsavedFault(held, templateIn(cache, held.paper.templateId));
  });
  useEffect(() => {
    const unsaved = [...byPaper.values()].some((draft) => draft.phase === 'unsaved');
    if (!unsaved) return undefined;
    const timer = setTimeout(() => void drafts.flush(), pauseMs);
    return () => clearTimeout(timer);
  }, [byPaper, drafts]);
  useWindowEnd(() => ({ papers: drafts.unsaved() }));
  // Leaving the case for another screen saves as well.
  useEffect(() => () => void drafts.flush(), [drafts]);
  return { drafts, byPaper };
}

const templateIn = (cache: QueryClient, templateId: string): Template | undefined =>
  cache
    .getQueryData(queries.regulation.definitions.queryKey())
    ?.templates.find((template) => template.id === templateId);

/** What main would take: everything but fields whose value cannot be kept (too long, of the wrong kind). */
function keepable(template: Template | undefined, paper: Paper, edits: Values): Values {
  if (template === undefined) return edits;
  const faulty = new Set(
    problemsOf(template, { ...paper.values, ...edits }, { draft: true }).map((problem) => problem.field.split('.')[0]),
  );
  return Object.fromEntries(Object.entries(edits).filter(([key]) => !faulty.has(key)));
}
