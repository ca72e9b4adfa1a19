import { schemaStep } from './schema-step.ts';

/** What was printed to be signed or sealed; `print_code` leads from the code in the foot of a page to its paper. */
const statements: readonly string[] = [
  `alter table paper add column "prints" text not null default '[]'`,
  'create table print_code ("printId" text primary key not null, "paperId" text not null) strict',
];

export const prints = schemaStep(24, 'Prints', statements);
