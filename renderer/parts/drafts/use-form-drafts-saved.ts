import { useEffect, useState } from 'react';
import { createClosingApi } from '../../data/closing-api.ts';
import { closingRoom } from '../../data/closing-room.ts';
import type { FlushRegistry } from './flush-registry.ts';
import { useFormDraftStores } from './form-draft-state.ts';

/** Makes unsaved forms durable before the lock and when the window closes. */
export function useFormDraftsSaved(drafts: FlushRegistry): void {
  const { drafts: kept } = useFormDraftStores();
  const [closing] = useState(createClosingApi);
  useEffect(() => drafts.register(kept.flush), [drafts, kept]);
  useEffect(() => {
    const onHide = (): void => {
      for (const draft of kept
        .unsaved()
        .toSorted((a, b) => a.value.length - b.value.length)
        .filter(closingRoom))
        void closing.formDrafts.put(draft).catch(() => undefined);
    };
    window.addEventListener('pagehide', onHide);
    return () => window.removeEventListener('pagehide', onHide);
  }, [kept, closing]);
}
