import { schemaStep } from './schema-step.ts';

/** 劳动者名单 of a case; amounts are 分. */
export const caseWorkers = schemaStep(30, 'CaseWorkers', [
  'create table case_worker ("id" text primary key not null, "caseId" text not null references case_record(id), "position" integer not null, "name" text not null, "idNumber" text not null, "phone" text not null, "job" text not null, "from" text not null, "to" text not null, "agreed" integer, "paid" integer, "owed" integer, "note" text not null, "version" integer not null, "createdAt" text not null)',
  'create index case_worker_case on case_worker("caseId", "position")',
]);
