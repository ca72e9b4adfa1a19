import { createTanstackQueryUtils, type OperationKey } from '@orpc/tanstack-query';
import { QueryCache, MutationCache, QueryClient, type QueryKey } from '@tanstack/react-query';
import { api, refusalOf } from './api.ts';

/**
 * TanStack options of every call: `useQuery(queries.cases.open.queryOptions({ input: { caseId } }))`,
 * `useMutation(queries.cases.begin.mutationOptions())`, `queries.cases.list.key()` to invalidate.
 */
export const queries = createTanstackQueryUtils(api);

/** The case a query of `queries` asks about; null for one that asks about none, or about all. */
export function caseAskedFor(queryKey: QueryKey): string | null {
  const [, { input }] = queryKey as OperationKey<'query', { caseId?: string | null } | undefined>;
  return input?.caseId ?? null;
}

/**
 * The cache of one unlocked session; dropped as a whole when the workstation locks, so that nothing of a case stays in the page.
 * `onLocked` is told when any call finds the workstation locked.
 */
export function createQueryClient(onLocked: () => void): QueryClient {
  const onError = (error: unknown): void => {
    if (refusalOf(error)?.code === 'locked') onLocked();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    // Main runs on this machine: a second try gives the same answer, and signals say when data changed.
    defaultOptions: {
      queries: { retry: false, refetchOnWindowFocus: false, staleTime: 30_000, networkMode: 'always' },
      mutations: { retry: false, networkMode: 'always' },
    },
  });
}
