import { schemaStep } from './schema-step.ts';

/** 由本案另立案件: which case another was begun from and by which lead, and where an exhibit was taken over from. */
const statements: readonly string[] = [
  'alter table case_record add column "originId" text references case_record(id)',
  'alter table case_record add column "originLead" text',
  'create index case_origin on case_record("originId") where "originId" is not null',
  'alter table exhibit add column "fromCaseId" text references case_record(id)',
  'alter table exhibit add column "fromId" text',
];

export const caseOrigin = schemaStep(29, 'CaseOrigin', statements);
