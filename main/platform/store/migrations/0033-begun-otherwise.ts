import { schemaStep } from './schema-step.ts';

/**
 * What puts right how a case or a household was begun. A case whose registration was cancelled (撤销登记) has the reason; one that was
 * registered after a former one names it. Two households of one target are read as one from `at` on, and as two again after `undoneAt`:
 * neither is written to, every list reads through these rows. `fromId` is in one merge at most.
 */
export const begunOtherwise = schemaStep(33, 'BegunOtherwise', [
  'alter table case_record add column "cancelReason" text',
  'alter table case_record add column "modelId" text references case_record(id)',
  `create table household_merge (id text primary key not null, "fromId" text not null references household(id), "intoId" text not null references household(id),
     reason text not null, "by" text not null, at text not null, "undoneReason" text, "undoneBy" text, "undoneAt" text) strict`,
  'create unique index household_merged on household_merge("fromId") where "undoneAt" is null',
  'create index household_merged_into on household_merge("intoId") where "undoneAt" is null',
]);
