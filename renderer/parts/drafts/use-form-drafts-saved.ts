import { useEffect, useState } from 'react';
import { createClosingApi } from '../../data/closing-api.ts';
import { closingRoom } from '../../data/closing-room.ts';
import type { Drafts } from './flush-registry.ts';
import { useKeptStores } from './form-draft-state.ts';

/** Makes unsaved forms durable before the lock and when the window closes. */
export function useKeeping(drafts: Drafts): void {
  const { drafts: kept } = useKeptStores();
  const [closing] = useState(createClosingApi);
  useEffect(() => drafts.register(kept.flush), [drafts, kept]);
  useEffect(() => {
    const onHide = (): void => {
      for (const draft of kept
        .unsaved()
        .toSorted((a, b) => a.value.length - b.value.length)
        .filter(closingRoom))
        void closing.kept.put(draft).catch(() => undefined);
    };
    window.addEventListener('pagehide', onHide);
    return () => window.removeEventListener('pagehide', onHide);
  }, [kept, closing]);
}
