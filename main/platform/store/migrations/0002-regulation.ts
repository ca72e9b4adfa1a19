import { schemaStep } from './schema-step.ts';

// What 法规科 decides for this office: editions of templates and rule settings, calendar years, confirmed notes, and answers to review questions.
const statements = [
  'create table template_edition (id text primary key, "templateId" text not null, version integer not null, template text not null, "effectiveFrom" text not null, "by" text not null, at text not null, reason text not null)',
  'create unique index template_edition_version on template_edition("templateId", version)',
  'create table rule_edition (id text primary key, settings text not null, "effectiveFrom" text not null, "by" text not null, at text not null, reason text not null)',
  'create table calendar_year (year integer primary key, calendar text not null, "by" text not null, at text not null)',
  'create table confirmed_note (id text primary key, "by" text not null, at text not null, remark text not null)',
  'create table case_answer (id text primary key, "caseId" text not null, "questionId" text not null, answer text not null, note text not null, "by" text not null, at text not null, foreign key ("caseId") references case_record(id))',
  'create index case_answer_case on case_answer("caseId", at)',
  // The settings kept so far become the first edition, in force for every case there is.
  `insert into rule_edition (id, settings, "effectiveFrom", "by", at, reason) select 'first', value, '2000-01-01', '', "updatedAt", '首次设置' from setting where key = 'rules'`,
  "delete from setting where key = 'rules'",
];

export const regulation = schemaStep(2, 'Regulation', statements);
