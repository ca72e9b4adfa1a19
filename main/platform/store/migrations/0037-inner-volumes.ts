import { schemaStep } from './schema-step.ts';

/** 副卷: internal papers in a volume of their own beside the 正卷. A volume of before holds everything, and its part stays null. */
export const innerVolumes = schemaStep(37, 'InnerVolumes', ['alter table volume add column "part" text']);
