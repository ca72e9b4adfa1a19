import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Inbox, InboxItem, InboxPlace } from '../../../shared/contract/inbox.ts';
import { queries } from '../../data/queries.ts';
import { keyInHand, leftFrom, type Left } from './in-hand.ts';

/** The lists of 今日 that hold lines; 今天已办 holds what is done. */
export type Shown = 'todo' | 'waiting' | 'later' | 'done';

/** Where the line was that a person left 今日 from; kept with the data of the session, so that it goes at the lock. */
const LEFT = ['inbox-left'];

export interface InboxInUse {
  inbox: Inbox | undefined;
  error: unknown;
  shown: Shown;
  show: (shown: Shown) => void;
  items: readonly InboxItem[];
  inHand: InboxItem | null;
  move: (key: string) => void;
  /** Goes to where the line in hand is done. */
  open: (item: InboxItem) => void;
  openCase: (item: InboxItem) => void;
}

export function useInbox(): InboxInUse {
  const cache = useQueryClient();
  const navigate = useNavigate();
  const { data: inbox, error } = useQuery({ ...queries.inbox.list.queryOptions(), staleTime: 0 });
  const [shown, setShown] = useState<Shown>('todo');
  const [moved, setMoved] = useState<string | null>(null);
  const [order, setOrder] = useState<Left>();
  const items = inbox === undefined || shown === 'done' ? [] : inbox[shown];
  const left = order ?? cache.getQueryData<Left>(LEFT);
  const key = items.some((item) => item.key === moved) ? moved : keyInHand(items, left);
  const remember = (item: InboxItem): void => {
    cache.setQueryDefaults(LEFT, { gcTime: Number.POSITIVE_INFINITY });
    cache.setQueryData<Left>(LEFT, leftFrom(items, item.key));
  };
  return {
    inbox,
    error,
    shown,
    show: (next) => {
      setShown(next);
      setMoved(null);
      setOrder(undefined);
    },
    items,
    inHand: items.find((item) => item.key === key) ?? null,
    move: (next) => {
      setMoved(next);
      // Should the line go, the one after it comes into hand.
      setOrder(leftFrom(items, next));
    },
    open: (item) => {
      remember(item);
      void navigate(addressOf(item.go));
    },
    openCase: (item) => {
      remember(item);
      if (item.caseId === null) return;
      void navigate({ to: '/cases/$id', params: { id: item.caseId }, search: { paper: item.paperId ?? undefined } });
    },
  };
}

/** The screen a line leads to, and the very place on it. */
function addressOf(go: InboxPlace) {
  switch (go.at) {
    case 'case':
      return {
        to: '/cases/$id',
        params: { id: go.caseId },
        search: {
          paper: go.paper,
          field: go.field,
          step: go.step,
          exhibit: go.exhibit,
          begin: go.begin,
          assign: go.assign,
          join: go.join,
        },
      } as const;
    case 'approval':
      return { to: '/desk', search: { paper: go.paper } } as const;
    case 'archive':
      return { to: '/archive/$caseId', params: { caseId: go.caseId } } as const;
    case 'tray':
      return { to: '/tray' } as const;
    case 'handover':
      return { to: '/handover/$caseId', params: { caseId: go.caseId } } as const;
    case 'supervision':
      return { to: '/supervision', search: { tab: go.tab } } as const;
    case 'settings':
      return { to: '/settings', search: { section: go.section } } as const;
  }
}

/** 稍后 and taking it back; both answer the lists as they are then. */
export function useSnooze() {
  const cache = useQueryClient();
  const onSuccess = (inbox: Inbox): void => void cache.setQueryData(queries.inbox.list.queryKey(), inbox);
  const snooze = useMutation(queries.inbox.snooze.mutationOptions({ onSuccess }));
  const wake = useMutation(queries.inbox.wake.mutationOptions({ onSuccess }));
  return { snooze, wake };
}
