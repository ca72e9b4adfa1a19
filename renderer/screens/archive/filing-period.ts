import type { archive } from '../../../shared/contract/archive.ts';
import type { InferContractRouterOutputs } from '@orpc/contract';
import type { ShownPeriod } from '../../parts/days/day-words.ts';

export type QueuedCase = InferContractRouterOutputs<typeof archive>['queue'][number];

/** The 30 days of filing (第三十五条) as a period to show. */
export const filingPeriod = (due: string | null): ShownPeriod => ({
  statutory: due,
  due,
  unit: 'CD',
  kind: 'max',
  duty: '本机关',
  metAt: null,
});
