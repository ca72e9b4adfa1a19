import { schemaStep } from './schema-step.ts';

// Forms somebody has begun and not saved; they are no records yet, so nothing refers to them.
const statements = [
  'create table kept_draft ("personId" text not null, key text not null, value text not null, at text not null, primary key ("personId", key))',
];

export const keptDrafts = schemaStep(5, 'KeptDrafts', statements);
