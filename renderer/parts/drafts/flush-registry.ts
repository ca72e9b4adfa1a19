import { createContext, useContext, useEffect, useEffectEvent } from 'react';

type Flush = () => Promise<void>;

/** What screens still hold unsaved; the lock saves all of it before the screens go. */
export interface Drafts {
  register: (flush: Flush) => () => void;
  /** Saves everything; rejects with the first fault after all were tried. */
  flush: Flush;
}

export function createDrafts(): Drafts {
  const flushes = new Set<Flush>();
  return {
    register: (flush) => {
      flushes.add(flush);
      return () => flushes.delete(flush);
    },
    flush: async () => {
      const results = await Promise.allSettled([...flushes].map((flush) => flush()));
      const failed = results.find((result) => result.status === 'rejected');
      if (failed !== undefined) throw failed.reason;
    },
  };
}

export const DraftsContext = createContext<Drafts | null>(null);

/** Registers how this screen saves its unsaved values (before the lock). `flush` resolves when they are durable. */
export function useDraftFlush(flush: Flush): void {
  const drafts = useContext(DraftsContext);
  if (drafts === null) throw new Error('DraftsContext is missing above this part');
  const latest = useEffectEvent(flush);
  useEffect(() => drafts.register(() => latest()), [drafts]);
}
