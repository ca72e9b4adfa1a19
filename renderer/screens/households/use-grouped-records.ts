import { useQueries } from '@tanstack/react-query';
import type { TimelineEntry } from '../../../shared/contract/households.ts';
import { queries } from '../../data/queries.ts';
import type { GroupedRow, RecordGroup } from './grouped-records.tsx';

/** Records of one group that are shown below its head; of a longer one the newest, the others are looked at by time. */
export const PER_GROUP = 500;

/** A group and what is asked for when it is unfolded. */
export type AskedGroup = RecordGroup & { ask: { caseId?: string; kinds?: TimelineEntry['kind'][] } };

/** The groups with the records of those that are unfolded; a case is a head, and is not told again below one. */
export function useGroupedRecords(
  householdId: string,
  groups: readonly AskedGroup[],
  open: readonly string[],
): { rows: GroupedRow[]; isLoaded: boolean } {
  const shown = groups.filter(({ id }) => open.includes(id));
  const records = useQueries({
    queries: shown.map(({ ask }) =>
      queries.households.timeline.queryOptions({ input: { householdId, ...ask, limit: PER_GROUP } }),
    ),
  });
  const rows = groups.flatMap((group): GroupedRow[] => {
    const isOpen = shown.includes(group);
    const entries = records[shown.indexOf(group)]?.data ?? [];
    return [
      { group, isOpen },
      ...entries.filter(({ kind }) => kind !== '案件').map((entry) => ({ entry, groupId: group.id })),
    ];
  });
  return { rows, isLoaded: records.every(({ isPending }) => !isPending) };
}
