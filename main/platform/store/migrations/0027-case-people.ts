import { schemaStep } from './schema-step.ts';

/** 本案人员: entered once and picked by name in the papers. */
export const casePeople = schemaStep(27, 'CasePeople', [
  'create table case_person ("id" text primary key not null, "caseId" text not null references case_record(id), "kind" text not null, "name" text not null, "idType" text not null, "idNumber" text not null, "sex" text not null, "birth" text not null, "phone" text not null, "address" text not null, "employer" text not null, "job" text not null, "partyId" text references household(id), "version" integer not null, "createdAt" text not null)',
  'create index case_person_case on case_person("caseId")',
]);
