import { useEffect, useEffectEvent } from 'react';
import { requiredContext } from '../../required-context.ts';

type Flush = () => Promise<void>;

/** What screens still hold unsaved; the lock saves all of it before the screens go. */
export interface FlushRegistry {
  register: (flush: Flush) => () => void;
  /** Saves everything; rejects with the first fault after all were tried. */
  flush: Flush;
}

export function createFlushRegistry(): FlushRegistry {
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

export const [FlushRegistryContext, useFlushRegistry] = requiredContext<FlushRegistry>('FlushRegistryContext');

/** Registers how this screen saves its unsaved values (before the lock). `flush` resolves when they are durable. */
export function useFlush(flush: Flush): void {
  const registry = useFlushRegistry();
  const latest = useEffectEvent(flush);
  useEffect(() => registry.register(() => latest()), [registry]);
}
