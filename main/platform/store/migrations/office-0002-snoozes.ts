import { schemaStep } from './schema-step.ts';

/** The same as in the database of the cases (0020-snoozes.ts): who opens no case puts off what the office asks for. */
export const officeSnoozes = schemaStep(2, 'OfficeSnoozes', [
  'create table snooze ("personId" text not null, key text not null, until text not null, primary key ("personId", key)) strict',
]);
