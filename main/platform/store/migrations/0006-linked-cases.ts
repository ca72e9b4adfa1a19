import { schemaStep } from './schema-step.ts';

/** A case may follow another: it enforces its decision, or answers for it before a court or the reconsideration body. */
const statements: readonly string[] = [
  'alter table case_record add column "followsId" text references case_record(id)',
  'create index case_follows on case_record("followsId") where "followsId" is not null',
];

export const linkedCases = schemaStep(6, 'LinkedCases', statements);
