import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { FoundRecord } from '../../../shared/contract/households.ts';
import { queries } from '../../data/queries.ts';

export interface RecordsFound {
  records: readonly FoundRecord[];
  /** How many more there are. */
  more: number;
  isLoaded: boolean;
  error: unknown;
}

/** The records of a household that hold `query`, newest first; none while nothing is looked for. */
export function useFoundRecords(householdId: string, query: string): RecordsFound {
  const asks = query !== '';
  const { data, isPlaceholderData, error } = useQuery({
    ...queries.households.findRecords.queryOptions({ input: { householdId, query } }),
    enabled: asks,
    placeholderData: keepPreviousData,
    gcTime: 0,
  });
  const { records, more } = asks && data !== undefined ? data : { records: [], more: 0 };
  return { records, more, isLoaded: data !== undefined && !isPlaceholderData, error };
}
