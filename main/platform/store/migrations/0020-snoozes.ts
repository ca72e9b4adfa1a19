import { schemaStep } from './schema-step.ts';

/** What a person has put off on 今日 (稍后), until which day. It hides a line from that person and changes nothing of a case. */
const statements: readonly string[] = [
  'create table snooze ("personId" text not null, key text not null, until text not null, primary key ("personId", key)) strict',
];

export const snoozes = schemaStep(20, 'Snoozes', statements);
