import { schemaStep } from './schema-step.ts';

/**
 * 并案: a case is handled in another from `at` on and by itself again after `undoneAt`. Nothing of either is rewritten but the state of the one
 * that was joined: its papers and exhibits are read through these rows. `fromId` is in one case at most.
 */
export const joinedCases = schemaStep(35, 'JoinedCases', [
  `create table case_join (id text primary key not null, "fromId" text not null references case_record(id), "intoId" text not null references case_record(id),
     "stateBefore" text not null, reason text not null, "paperId" text references paper(id), "by" text not null, at text not null,
     "undoneReason" text, "undonePaperId" text references paper(id), "undoneBy" text, "undoneAt" text) strict`,
  'create unique index case_joined on case_join("fromId") where "undoneAt" is null',
  'create index case_joined_into on case_join("intoId")',
]);
