import { useNavigate } from '@tanstack/react-router';
import type { TimelineEntry } from '../../../shared/contract/households.ts';

/** Opens an entry of the household where it is worked on: the case at it, the volume, or the hand-overs. */
export function useOpenEntry(): (entry: TimelineEntry) => void {
  const navigate = useNavigate();
  return (entry) => {
    if (entry.kind === '案卷') void navigate({ to: '/archive/$caseId', params: { caseId: entry.caseId } });
    else if (entry.kind === '移送') void navigate({ to: '/handover' });
    else
      void navigate({
        to: '/cases/$id',
        params: { id: entry.caseId },
        search: {
          paper: entry.exhibitId === null ? (entry.paperId ?? undefined) : undefined,
          exhibit: entry.exhibitId ?? undefined,
        },
      });
  };
}
