import { hashKey, useQueryClient, type QueryClient } from '@tanstack/react-query';
import { useEffect, useEffectEvent } from 'react';
import type { Signal } from '../../shared/contract/desktop.ts';
import { api } from './api.ts';
import { queries } from './queries.ts';
import { broughtBySave, wasAnswered } from './save-paper.ts';

type Area = Extract<Signal, { kind: 'changed' }>['areas'][number];
type Alarm = Extract<Signal, { kind: 'alarm' }>;

/** The queries that show each area. */
const SHOWN_BY: Record<Area, (caseId: string | null) => readonly (readonly unknown[])[]> = {
  session: () => [queries.session.key()],
  today: () => [queries.cases.today.key()],
  case: (caseId) => [
    queries.cases.list.key(),
    queries.cases.today.key(),
    ...(caseId === null
      ? [queries.cases.open.key(), queries.cases.history.key()]
      : [queries.cases.open.key({ input: { caseId } }), queries.cases.history.key({ input: { caseId } })]),
  ],
  household: () => [queries.households.key()],
  archive: () => [queries.archive.key()],
  handover: () => [queries.handover.key()],
  // What 法规科 decides is told as a matter of the office: templates, rules, calendar, confirmed notes.
  staff: () => [queries.staff.key(), queries.regulation.key(), queries.cases.definitions.key()],
  audit: () => [
    queries.documents.key(),
    queries.supervision.audit.key(),
    queries.supervision.lastVerification.key(),
    queries.session.key(),
  ],
};

/** Brings the page up to date with what a signal says changed. */
export async function applySignal(signal: Signal, cache: QueryClient): Promise<void> {
  if (signal.kind === 'job')
    cache.setQueryData(queries.supervision.job.queryKey({ input: { jobId: signal.job.id } }), signal.job);
  if (signal.kind !== 'changed') return;
  const brought = (await wasAnswered(signal.anchor)) ? broughtBySave(signal.caseId ?? '').map(hashKey) : [];
  const keys = signal.areas
    .flatMap((area) => SHOWN_BY[area](signal.caseId))
    .filter((key) => !brought.includes(hashKey(key)));
  await Promise.all(keys.map((queryKey) => cache.invalidateQueries({ queryKey })));
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
