import { schemaStep } from './schema-step.ts';

/**
 * Lists that stay quick in an office with a million papers: the cases of one officer by time (a case never changes when it began, so the
 * copy of that moment never grows old), and the papers of a case by the moment the 一户式 time line gives them.
 */
const statements: readonly string[] = [
  `alter table case_officer add column "begunAt" text not null default ''`,
  'update case_officer set "begunAt" = (select "createdAt" from case_record where case_record.id = case_officer."caseId")',
  'drop index case_officer_person',
  'create index case_officer_begun on case_officer("personId", "begunAt")',
  'create index paper_moment on paper("caseId", coalesce("issuedAt", "updatedAt"), "partyId")',
  'drop index paper_case',
];

export const manyPapers = schemaStep(9, 'ManyPapers', statements);
