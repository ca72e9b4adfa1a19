import { schemaStep } from './schema-step.ts';

/** 请假: the days somebody is away, and who stands in. */
export const officeAbsences = schemaStep(3, 'OfficeAbsences', [
  'create table absence ("personId" text primary key not null references person(id), "absentFrom" text not null, "absentTo" text not null, "standInId" text references person(id)) strict',
]);
