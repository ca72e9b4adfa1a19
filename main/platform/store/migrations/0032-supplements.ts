import { schemaStep } from './schema-step.ts';

/** 补卷: what is asked to be added to a filed case, and the volume of its own it becomes; the first volume stays as it was sealed. */
const statements: readonly string[] = [
  `create table supplement ("id" text primary key not null, "caseId" text not null references case_record(id), "reason" text not null,
    "state" text not null, "askedBy" text not null, "askedById" text not null, "askedAt" text not null, "answeredBy" text,
    "answeredById" text, "answeredAt" text, "opinion" text not null, "volumeId" text) strict`,
  'create index supplement_case on supplement("caseId")',
  `create index supplement_asked on supplement("askedAt") where state = 'asked'`,
  'alter table exhibit add column "supplementId" text references supplement(id)',
  'alter table volume add column "supplementId" text references supplement(id)',
];

export const supplements = schemaStep(32, 'Supplements', statements);
