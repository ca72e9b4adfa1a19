import { schemaStep } from './schema-step.ts';

/** What 法规科 makes of the 案由: editions by their day, as templates and rules have them; what was judged before one is judged anew. */
const statements: readonly string[] = [
  'create table cause_edition (id text primary key, "causeId" text not null, version integer not null, cause text not null, "effectiveFrom" text not null, "by" text not null, at text not null, reason text not null)',
  'create unique index cause_edition_version on cause_edition("causeId", version)',
  `create trigger case_outlook_after_insert_of_cause_edition after insert on cause_edition begin update case_outlook set "judgedOn" = '' where "judgedOn" <> ''; end`,
];

export const causeEditions = schemaStep(31, 'CauseEditions', statements);
