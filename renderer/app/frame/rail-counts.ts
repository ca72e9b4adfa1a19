import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRouterState } from '@tanstack/react-router';
import { useEffect } from 'react';
import type { Inbox, InboxItem } from '../../../shared/contract/inbox.ts';
import { queries } from '../../data/queries.ts';
import { places, type railPlaces } from '../places.ts';

export type RailPath = (typeof railPlaces)[number]['path'];

/** How much waits at a place of the rail. */
export interface RailCount {
  count: number;
  /** Something of it should have been done before today. */
  overdue: boolean;
}

const countOf = (items: readonly InboxItem[]): RailCount => ({
  count: items.length,
  overdue: items.some(({ overdue }) => overdue),
});

const countsOf = ({ todo }: Inbox): Readonly<Partial<Record<RailPath, RailCount>>> => ({
  [places.today.path]: countOf(todo.filter(({ group }) => group !== 'later')),
  [places.desk.path]: countOf(todo.filter(({ kind }) => kind === 'approval')),
  [places.tray.path]: countOf(todo.filter(({ kind }) => kind === 'sheets')),
  [places.archive.path]: countOf(todo.filter(({ kind }) => kind === 'filing')),
  [places.handover.path]: countOf(todo.filter(({ kind }) => kind === 'handover')),
});

/**
 * What the rail shows beside its places; a place that is not counted shows no number. It is looked at when somebody goes to another screen:
 * asking with every field that is saved would make typing wait.
 */
export function useRailCounts(): Readonly<Partial<Record<RailPath, RailCount>>> {
  const cache = useQueryClient();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const { data } = useQuery({
    ...queries.inbox.list.queryOptions(),
    enabled: path === places.today.path,
    select: countsOf,
  });
  useEffect(() => {
    if (path !== places.today.path) void cache.fetchQuery({ ...queries.inbox.list.queryOptions(), staleTime: 0 });
  }, [cache, path]);
  return data ?? {};
}
