import { schemaStep } from './schema-step.ts';

// Papers each party gets of its own when this step was made, and the 送达回证: what stands in a case so far is its first party's.
const ownPapers =
  "'J06','J19','J20','J21','J22','J23','J24','J25','J26','J27','J31','J32','J33','J34','J35','J38a','J38b','J39','J40','J41','J42','J43','J44','J48','Q01b','Q01d','Q02','S01','S02','S05','S06','S08'";

// Several parties in one case: whose a paper and a period is, and who has left the case. SQLite cannot change a primary key, so the
// periods get a new table; the periods of a paper served on several parties differ by party alone.
const statements = [
  'alter table paper add column "partyId" text references household(id)',
  `update paper set "partyId" = (select "householdId" from case_party where case_party."caseId" = paper."caseId" order by position limit 1) where "templateId" in (${ownPapers})`,
  'alter table case_party add column "leftAt" text',
  'alter table case_party add column "leftReason" text',
  'create table period_new ("caseId" text not null, "ruleId" text not null, "subjectId" text not null, "partyId" text not null, due text, "warnAt" text, "metAt" text, harm integer not null, "period" text not null, primary key ("caseId", "ruleId", "subjectId", "partyId"), foreign key ("caseId") references case_record(id))',
  `insert into period_new select "caseId", "ruleId", "subjectId", '', due, "warnAt", "metAt", harm, json_set("period", '$.partyId', null) from period`,
  'drop table period',
  'alter table period_new rename to period',
  'create index period_open on period("warnAt") where "metAt" is null',
];

export const parties = schemaStep(7, 'Parties', statements);
