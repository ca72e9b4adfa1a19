import { useEffect, useState } from 'react';
import { createClosingApi } from '../closing-api.ts';
import type { Drafts } from './drafts.ts';
import { useKeptStores } from './kept.ts';

/** Chromium sends at most this much for a window that is closing. */
const limitBytes = 60 * 1024;

/** Makes unsaved forms durable before the lock and when the window closes. */
export function useKeeping(drafts: Drafts): void {
  const { drafts: kept } = useKeptStores();
  const [closing] = useState(createClosingApi);
  useEffect(() => drafts.register(kept.flush), [drafts, kept]);
  useEffect(() => {
    const onHide = (): void => {
      for (const draft of kept.unsaved().filter(({ value }) => new TextEncoder().encode(value).length < limitBytes)) void closing.kept.put(draft).catch(() => undefined);
    };
    window.addEventListener('pagehide', onHide);
    return () => window.removeEventListener('pagehide', onHide);
  }, [kept, closing]);
}
