import { schemaStep } from './schema-step.ts';

/** When an exhibit was gathered, where that was before it was stored (行诉法35, 复议法46). */
export const gatheredAt = schemaStep(34, 'GatheredAt', ['alter table exhibit add column "gatheredAt" text']);
