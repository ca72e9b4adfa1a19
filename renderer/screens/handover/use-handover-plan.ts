import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { handover } from '../../../shared/contract/handover.ts';
import { useToday } from '../../data/session.ts';
import { queries } from '../../data/queries.ts';
import type { HandoverDraft } from './handover-draft.ts';

export type HandoverPlan = InferContractRouterOutputs<typeof handover>['plan'];

/** The as-decided set, the bodies to choose from and the day it is due; the set does not depend on the day of the notice. */
export function useHandoverPlan(caseId: string, { kind, receivedAt, simplified }: HandoverDraft) {
  const today = useToday();
  return useQuery({
    ...queries.handover.plan.queryOptions({
      input: { caseId, kind, receivedAt: receivedAt === '' ? today : receivedAt, simplified },
    }),
    placeholderData: keepPreviousData,
    staleTime: 0,
  });
}
