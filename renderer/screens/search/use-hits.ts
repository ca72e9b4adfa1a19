import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { SearchKind, type SearchHit } from '../../../shared/contract/households.ts';
import { queries } from '../../data/queries.ts';
import type { AskedFor, Scope } from './asked-for.ts';
import { groupOfKind, kindOfGroup, PER_GROUP, type Found, type GroupName } from './found-groups.ts';

const NUMBERED: readonly SearchKind[] = ['case', 'paper'];
/** People stand in the file of a party and in the papers that name them. */
const OF_PEOPLE: readonly SearchKind[] = ['household', 'case', 'paper'];
const WHOLE_GROUP = 100;
const LONGEST = 40;

interface Hits {
  found: readonly Found[];
  more: ReadonlyMap<GroupName, number>;
  error: unknown;
  /** They are those of what is typed now. */
  isCurrent: boolean;
}

/** What the workstation finds among parties, cases, papers and exhibits, by the rights of this person. */
export function useHits({ scope, words }: AskedFor, narrowed: GroupName | null, used: boolean): Hits {
  const goTo = useGoTo();
  const kinds = kindsOf(scope, narrowed);
  const asks = used && words !== '' && kinds.length > 0;
  const found = useQuery({
    ...queries.households.search.queryOptions({
      input: {
        query: words.slice(0, LONGEST),
        kinds: [...kinds],
        inNumber: scope === 'numbers',
        limit: narrowed === null ? PER_GROUP : WHOLE_GROUP,
      },
    }),
    enabled: asks,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const { data } = found;
  return useMemo(
    () => ({
      found: !asks || data === undefined ? [] : data.hits.map((hit) => foundHit(hit, goTo)),
      more: new Map(asks ? data?.more.map(({ kind, more }) => [groupOfKind[kind], more]) : []),
      error: found.error,
      isCurrent: !asks || (found.isSuccess && !found.isPlaceholderData),
    }),
    [asks, data, found.error, found.isSuccess, found.isPlaceholderData, goTo],
  );
}

function kindsOf(scope: Scope | null, narrowed: GroupName | null): readonly SearchKind[] {
  const [ofScope, own] = [scopeKinds(scope), narrowed === null ? undefined : kindOfGroup.get(narrowed)];
  if (narrowed === null) return ofScope;
  return own !== undefined && ofScope.includes(own) ? [own] : [];
}

function scopeKinds(scope: Scope | null): readonly SearchKind[] {
  if (scope === 'commands') return [];
  return scope === 'numbers' ? NUMBERED : scope === 'people' ? OF_PEOPLE : SearchKind.options;
}

/** 最近打开, before anything is typed. */
export function useRecentlyOpened(used: boolean): readonly Found[] {
  const goTo = useGoTo();
  const recent = useQuery({
    ...queries.households.recentlyOpened.queryOptions({ input: {} }),
    enabled: used,
    // What was opened a moment ago is at the head of it.
    staleTime: 0,
    gcTime: 0,
  });
  return useMemo(() => (recent.data ?? []).map((hit) => foundHit(hit, goTo)), [recent.data, goTo]);
}

const foundHit = (hit: SearchHit, goTo: (hit: SearchHit) => void): Found => ({
  id: `${hit.kind} ${hit.id}`,
  group: groupOfKind[hit.kind],
  isExact: hit.isExact,
  run: () => goTo(hit),
  row: { hit },
});

/** Leads to the file of a party, or into a case at its paper or exhibit. */
function useGoTo(): (hit: SearchHit) => void {
  const navigate = useNavigate();
  return useMemo(
    () =>
      ({ kind, id, caseId, householdId }) => {
        if (kind === 'household' || caseId === null)
          void navigate({ to: '/households/$id', params: { id: householdId ?? id } });
        else
          void navigate({
            to: '/cases/$id',
            params: { id: caseId },
            search: { paper: kind === 'paper' ? id : undefined, exhibit: kind === 'exhibit' ? id : undefined },
          });
      },
    [navigate],
  );
}
