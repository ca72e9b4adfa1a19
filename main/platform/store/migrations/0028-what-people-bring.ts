import { schemaStep } from './schema-step.ts';

/** How an odd credit code was compared with the licence, in which encoding a text was read, and the words within files, to find them by. */
export const whatPeopleBring = schemaStep(28, 'WhatPeopleBring', [
  'alter table household add column "usccChecked" text',
  'alter table exhibit add column encoding text',
  `create table exhibit_text (
    "exhibitId" text primary key not null references exhibit(id),
    text text not null
  ) strict`,
]);
