import { RefusalError } from '../../platform/refusal-error.ts';
import type { FeatureContext } from '../context.ts';

/** Refuses every act in a case whose registration was cancelled (撤销登记), until it is restored. */
export function refuseCancelled({ store }: Pick<FeatureContext, 'store'>, caseId: string, act = '办理'): void {
  const cancelled = store.get<{ causeName: string }>(
    "select causeName from case_record where id = ? and state = 'cancelled'",
    caseId,
  );
  if (cancelled) throw new RefusalError({ code: 'wrong-status', what: cancelled.causeName, is: '登记已撤销', act });
}
