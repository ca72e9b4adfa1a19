import { schemaStep } from './schema-step.ts';

/** The case of long work, and for each finding whom it concerns: those of before may name anything. */
const statements: readonly string[] = [
  'alter table job add column "caseId" text',
  `update job set "faults" = (select json_group_array(json_object('sentence', value, 'concern', 'everything')) from json_each(job."faults"))`,
];

export const jobConcerns = schemaStep(15, 'JobConcerns', statements);
