import { schemaStep } from './schema-step.ts';

const runs = (row: string): string => `${row}.state in ('source', 'open')`;
const add = 'insert into running_case ("personId", "createdAt", "caseId")';

/**
 * The cases that lie on a person's desk (registered or handled by them, not closed), so that the today board reads those alone and not
 * every running case of the office. It holds no fact of its own: triggers keep it with `case_record` and `case_officer`.
 */
const statements: readonly string[] = [
  'create table running_case ("personId" text not null, "createdAt" text not null, "caseId" text not null, primary key ("personId", "createdAt", "caseId")) without rowid',
  `create trigger running_case_of_new_case after insert on case_record when ${runs('new')} begin
     ${add} values (new."createdBy", new."createdAt", new.id) on conflict do nothing;
   end`,
  `create trigger running_case_of_changed_case after update of state on case_record begin
     delete from running_case where "caseId" = old.id and "createdAt" = old."createdAt"
       and "personId" in (select old."createdBy" union select "personId" from case_officer where "caseId" = old.id);
     ${add} select new."createdBy", new."createdAt", new.id where ${runs('new')} on conflict do nothing;
     ${add} select "personId", new."createdAt", new.id from case_officer where "caseId" = new.id and ${runs('new')} on conflict do nothing;
   end`,
  `create trigger running_case_of_new_officer after insert on case_officer begin
     ${add} select new."personId", "createdAt", id from case_record where id = new."caseId" and ${runs('case_record')} on conflict do nothing;
   end`,
  `create trigger running_case_of_former_officer after delete on case_officer begin
     delete from running_case where "personId" = old."personId" and "caseId" = old."caseId"
       and "createdAt" = (select "createdAt" from case_record where id = old."caseId" and "createdBy" <> old."personId");
   end`,
  `${add} select "createdBy", "createdAt", id from case_record where ${runs('case_record')}`,
  `${add} select "personId", "createdAt", id from case_officer join case_record on id = "caseId" where ${runs('case_record')} on conflict do nothing`,
];

export const runningCases = schemaStep(13, 'RunningCases', statements);
