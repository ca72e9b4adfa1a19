import { schemaStep } from './schema-step.ts';

/**
 * When time alone changes a case: the last day of a period that is not met, while it is to come. It is counted with the period; here
 * every unmet period gets its own last day, so that the first log-in counts the cases of which that day is over once.
 */
const statements: readonly string[] = [
  'alter table period add column "lapsesAt" text',
  'update period set "lapsesAt" = due where "metAt" is null',
  'create index period_lapses on period("lapsesAt") where "lapsesAt" is not null',
];

export const lapses = schemaStep(8, 'Lapses', statements);
