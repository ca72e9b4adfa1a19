import { schemaStep } from './schema-step.ts';

// SM3 follows after a file was taken in. SQLite cannot make a column nullable, so another takes its place; the index finds what is
// still to be computed among all exhibits.
const statements: readonly string[] = [
  'alter table exhibit rename column "sm3" to "sm3Given"',
  'alter table exhibit add column "sm3" text',
  'update exhibit set "sm3" = "sm3Given"',
  'alter table exhibit drop column "sm3Given"',
  'create index exhibit_sm3_pending on exhibit("importedAt", "id") where "sm3" is null',
];

export const pendingSm3 = schemaStep(10, 'PendingSm3', statements);
