import { schemaStep } from './schema-step.ts';

/** A case that waits for somebody to be given to (分派). */
export const unassigned = `"officerIds" = '[]' and state in ('source', 'open')`;

export const unassignedCases = schemaStep(26, 'UnassignedCases', [
  `create index case_unassigned on case_record("createdAt") where ${unassigned}`,
]);
