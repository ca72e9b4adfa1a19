import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { TimelineEntry } from '../../../shared/contract/households.ts';
import { api } from '../../data/api.ts';
import { wholePage } from './timeline-pages.ts';

export interface TimelineFilter {
  kinds: TimelineEntry['kind'][];
  year: number | null;
}

const PAGE = 200;

/**
 * The time line of a household, newest first, page by page as it is looked at. A new `revision` of the household begins again at the
 * first page (0 waits for the first one): asking again for every page that was looked at would take as many calls.
 */
export function useTimeline(householdId: string, { kinds, year }: TimelineFilter, revision: number) {
  const input = { householdId, kinds, year, limit: PAGE };
  const timeline = useInfiniteQuery({
    queryKey: ['timeline', input, revision],
    queryFn: async ({ pageParam, signal }) =>
      wholePage(await api.households.timeline({ ...input, before: pageParam }, { signal }), PAGE),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => last.before,
    enabled: revision > 0,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const entries = useMemo(() => timeline.data?.pages.flatMap((page) => page.entries) ?? [], [timeline.data]);
  const more = (): void => {
    if (timeline.hasNextPage && !timeline.isFetching) void timeline.fetchNextPage();
  };
  return {
    entries,
    more,
    isComplete: timeline.isSuccess && !timeline.hasNextPage,
    isLoaded: timeline.isSuccess,
    error: timeline.error,
  };
}
