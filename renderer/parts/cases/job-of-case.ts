import { useQuery } from '@tanstack/react-query';
import { Id } from '../../../shared/identity/party.ts';
import type { Job } from '../../../shared/contract/supervision.ts';
import { queries } from '../../data/queries.ts';
import { useFormDraft } from '../drafts/form-draft-state.ts';

export interface JobOfCase {
  /** Null while none is under way whose outcome has not been seen. */
  jobId: string | null;
  running: boolean;
  begun: (jobId: string) => void;
  /** Its outcome has been seen. */
  forget: () => void;
}

const JobId = Id.nullable();

/**
 * The long job of a case (成卷, 移送材料): begun here, and found again by who left the screen while it ran, even when it has ended since or
 * the program was started anew.
 */
export function useJobOfCase(kind: Job['kind'], caseId: string): JobOfCase {
  const [kept, keep, drop] = useFormDraft(`job ${kind} ${caseId}`, JobId, () => null);
  const running = useQuery({
    ...queries.supervision.running.queryOptions({ input: { kind, caseId } }),
    enabled: kept === null,
    staleTime: 0,
    gcTime: 0,
  });
  const jobId = kept ?? running.data?.id ?? null;
  const job = useQuery({
    ...queries.supervision.job.queryOptions({ input: { jobId: jobId ?? '' } }),
    enabled: jobId !== null,
  });
  const forget = (): void => {
    keep(null);
    drop();
  };
  return { jobId, running: jobId !== null && (job.data?.state ?? 'running') === 'running', begun: keep, forget };
}
