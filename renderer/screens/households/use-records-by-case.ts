import { useQueries } from '@tanstack/react-query';
import type { CaseSummary, TimelineEntry } from '../../../shared/contract/households.ts';
import { queries } from '../../data/queries.ts';
import type { CaseRow } from './records-by-case.tsx';

/** Records of one case that are shown below it; a longer case is looked at by time. */
const PER_CASE = 500;

interface Asked {
  householdId: string;
  cases: readonly CaseSummary[];
  /** Ids of the cases that are unfolded. */
  open: readonly string[];
  kinds: TimelineEntry['kind'][];
}

/** The cases, newest first, with the records of those that are unfolded; what stands in the head is not told again below it. */
export function useRecordsByCase({ householdId, cases, open, kinds }: Asked): { rows: CaseRow[]; isLoaded: boolean } {
  const shown = cases.filter(({ id }) => open.includes(id));
  const records = useQueries({
    queries: shown.map(({ id }) =>
      queries.households.timeline.queryOptions({ input: { householdId, caseId: id, kinds, limit: PER_CASE } }),
    ),
  });
  const rows = cases.flatMap((own): CaseRow[] => {
    const entries = records[shown.indexOf(own)]?.data ?? [];
    return [
      { own, isOpen: shown.includes(own) },
      ...entries.filter(({ kind }) => kind !== '案件').map((entry) => ({ entry })),
    ];
  });
  return { rows, isLoaded: records.every(({ isPending }) => !isPending) };
}
