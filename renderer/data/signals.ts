import { partialMatchKey, type Query, type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { Signal } from '../../shared/contract/desktop.ts';
import { api } from './api.ts';
import { caseAskedFor, queries } from './queries.ts';
import { broughtBySave, wasAnswered } from './save-paper.ts';

type Alarm = Extract<Signal, { kind: 'alarm' }>;

/** Whether a query asks about one case, and another than this one. */
function isOfAnotherCase({ queryKey }: Query, caseId: string | null): boolean {
  const asked = caseAskedFor(queryKey);
  return caseId !== null && asked !== null && asked !== caseId;
}

/** Brings the page up to date with what a signal says changed. */
export async function applySignal(signal: Signal, cache: QueryClient): Promise<void> {
  if (signal.kind === 'job')
    cache.setQueryData(queries.supervision.job.queryKey({ input: { jobId: signal.job.id } }), signal.job);
  if (signal.kind !== 'changed') return;
  const { areas, caseId, anchor } = signal;
  const brought = (await wasAnswered(anchor)) ? broughtBySave(caseId ?? '') : [];
  const isStale = (query: Query): boolean =>
    !isOfAnotherCase(query, caseId) && !brought.some((key) => partialMatchKey(query.queryKey, key));
  await Promise.all(
    areas.map((area) => cache.invalidateQueries({ queryKey: queries[area].key(), predicate: isStale })),
  );
}

const PAUSE_MS = 1_000;

/**
 * Listens to main while the frame is on the page, and listens again whenever the stream ends (it does after some minutes, and when
 * the window was asleep). What changed while nobody listened is asked for anew.
 */
export function useSignals(onAlarm: (alarm: Alarm) => void): void {
  const cache = useQueryClient();
  const alarmed = useEffectEvent(onAlarm);
  useEffect(() => {
    const stop = new AbortController();
    let heard = false;
    async function listen(): Promise<void> {
      const signals = await api.desktop.signals(undefined, { signal: stop.signal });
      if (heard) void cache.invalidateQueries({ refetchType: 'active' });
      heard = true;
      for await (const signal of signals) {
        if (signal.kind === 'alarm') alarmed(signal);
        else await applySignal(signal, cache);
      }
    }
    async function keepListening(): Promise<void> {
      while (!stop.signal.aborted) {
        // A broken stream is the normal end of one; the calls of the screens report a workstation that is gone.
        await listen().catch(() => undefined);
        if (stop.signal.aborted) return;
        await new Promise((resume) => setTimeout(resume, PAUSE_MS));
      }
    }
    void keepListening();
    return () => stop.abort();
  }, [cache]);
}
