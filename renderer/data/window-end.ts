import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { useEffect, useEffectEvent } from 'react';
import type { FormDraft } from '../../shared/contract/form-drafts.ts';
import type { Api } from './api.ts';
import type { SaveRequest } from './save-paper.ts';

/** Chromium sends at most 64 KiB for a window that is closing, all requests together; a part of it goes to their envelopes. */
const LIMIT_BYTES = 62 * 1024;

/** What is typed and not durable when the window closes. */
export interface Unsent {
  papers?: SaveRequest[];
  forms?: FormDraft[];
}

/** Sends what is left when the window closes, in a way that outlives it. */
export function useWindowEnd(unsent: () => Unsent): void {
  const latest = useEffectEvent(unsent);
  useEffect(() => {
    const onHide = (): void => send(latest());
    window.addEventListener('pagehide', onHide);
    return () => window.removeEventListener('pagehide', onHide);
  }, []);
}

const closingApi: Api = createORPCClient(
  new RPCLink({
    url: () => new URL('/rpc', location.href).href,
    fetch: (request, init) => fetch(request, { ...init, keepalive: true }),
  }),
);

function send({ papers = [], forms = [] }: Unsent): void {
  // Nobody is left to read the answers; a refused save is told by the paper itself at the next opening.
  for (const request of papersWithin(closingRoom, papers))
    void closingApi.documents.save(request).catch(() => undefined);
  for (const draft of shortestFirst(forms).filter(closingRoom))
    void closingApi.formDrafts.put(draft).catch(() => undefined);
}

/** As many whole fields as fit, the shortest first, so that one huge text does not take the others down with it. */
export const papersWithin = (fits: (value: unknown) => boolean, requests: SaveRequest[]): SaveRequest[] =>
  requests.flatMap((request) => {
    const fields = shortestFirst(Object.entries(request.values)).filter(fits);
    return fields.length === 0 ? [] : [{ ...request, values: Object.fromEntries(fields) }];
  });

/** Says of one value after the other whether there is still room to send it, and takes the room it needs. */
export function roomOf(limit: number): (value: unknown) => boolean {
  let left = limit;
  return (value) => {
    const bytes = bytesOf(value);
    if (bytes > left) return false;
    left -= bytes;
    return true;
  };
}

/** The one room that papers and unsaved forms share: a window closes but once. */
const closingRoom = roomOf(LIMIT_BYTES);

const bytesOf = (value: unknown): number => new TextEncoder().encode(JSON.stringify(value)).length;
const shortestFirst = <T>(values: readonly T[]): T[] => values.toSorted((a, b) => bytesOf(a) - bytesOf(b));
