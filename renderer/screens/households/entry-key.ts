import type { TimelineEntry } from '../../../shared/contract/households.ts';

/** What tells an entry from all others of its household. */
export const entryKey = ({ kind, at, caseId, exhibitId, paperId, title }: TimelineEntry): string =>
  `${kind} ${at} ${caseId} ${exhibitId ?? paperId ?? title}`;
