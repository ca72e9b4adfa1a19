import { now as clockNow } from '../../data/clock.ts';
import { useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';
import * as z from 'zod';
import type { Template } from '../../../shared/template/template.ts';
import { useFlush } from '../../parts/drafts/flush-registry.ts';
import { formDraftOf, useFormDraftStores } from '../../parts/drafts/form-draft-state.ts';
import type { FormDrafts } from '../../parts/drafts/form-drafts.ts';
import { useAlarms } from '../../data/alarms.ts';
import { queries } from '../../data/queries.ts';
import { savePaper } from '../../data/save-paper.ts';
import { useWindowEnd } from '../../data/window-end.ts';
import { keepableEdits } from './keepable-edits.ts';
import { createPaperDrafts } from './paper-drafts.ts';
import type { PaperDraft, PaperDrafts } from './paper-drafts.ts';
import { asideWords, unsavedFault } from './unsaved-fault.ts';

/** After this long without a key, what was typed is saved although the field was not left: a power cut takes no more than this. */
const pauseMs = 5_000;

export interface DraftsInHand {
  drafts: PaperDrafts;
  byPaper: ReadonlyMap<string, PaperDraft>;
}

/** The papers of one case in the page, saved when a field is left, on a pause, before the lock, and when the window closes. */
export function usePaperDrafts(): DraftsInHand {
  const cache = useQueryClient();
  const { drafts: forms } = useFormDraftStores();
  const [drafts] = useState(() =>
    createPaperDrafts({
      aside: asideIn(forms),
      save: (request) => savePaper(cache, request),
      keepable: (paper, edits) => keepableEdits(templateIn(cache, paper.templateId), paper, edits),
      now: clockNow,
    }),
  );
  const byPaper = useSyncExternalStore(drafts.subscribe, drafts.snapshot);

  useFlush(async () => {
    if (await drafts.flush()) return;
    // What is set aside is durable with the other unsaved forms, and is said at its field when the paper is opened again.
    const lost = [...drafts.snapshot().values()].find(({ phase }) => phase !== 'saved' && phase !== 'set-aside');
    if (lost !== undefined) throw unsavedFault(lost, templateIn(cache, lost.paper.templateId));
  });
  useEffect(() => {
    const unsaved = [...byPaper.values()].some((draft) => draft.phase === 'unsaved');
    if (!unsaved) return undefined;
    const timer = setTimeout(() => void drafts.flush(), pauseMs);
    return () => clearTimeout(timer);
  }, [byPaper, drafts]);
  useWindowEnd(() => {
    const papers = drafts.unsaved();
    return { papers, forms: forms.unsaved().filter(({ key }) => key.startsWith(KEY)) };
  });
  // Leaving the case for another screen saves as well, and says what could not go into the papers.
  const { tell } = useAlarms();
  const leave = useEffectEvent(async (): Promise<void> => {
    await drafts.flush();
    for (const draft of drafts.snapshot().values())
      if (draft.phase === 'set-aside') tell(asideWords(draft, templateIn(cache, draft.paper.templateId)));
  });
  useEffect(() => () => void leave(), []);
  return { drafts, byPaper };
}

const templateIn = (cache: QueryClient, templateId: string): Template | undefined =>
  cache
    .getQueryData(queries.regulation.definitions.queryKey())
    ?.templates.find((template) => template.id === templateId);

const KEY = 'paper ';
const keyOf = (paperId: string): string => `${KEY}${paperId}`;
const StoredAside = z.strictObject({ edits: z.record(z.string(), z.any()), was: z.record(z.string(), z.any()) });

/** What the papers cannot hold is an unsaved form of the person who typed it: it outlives the lock, a restart and a crash. */
const asideIn = (forms: FormDrafts): Parameters<typeof createPaperDrafts>[0]['aside'] => ({
  read: (paperId) => formDraftOf(forms, keyOf(paperId), StoredAside),
  keep: (paperId, aside) => (aside === null ? forms.drop(keyOf(paperId)) : forms.set(keyOf(paperId), aside)),
});
