import { schemaStep } from './schema-step.ts';

/** Blank forms with a number are handed to officers (号段领用): who took each, when, and who gave, used or voided it last. */
const statements: readonly string[] = [
  `alter table paper_number add column holder text not null default ''`,
  `alter table paper_number add column "takenAt" text`,
  `alter table paper_number add column "by" text not null default ''`,
  // Of forms handed out before nobody wrote down who took them; they still have to come back.
  `update paper_number set "takenAt" = at where status = 'reserved'`,
  'create index paper_number_taken on paper_number("takenAt") where "takenAt" is not null',
];

export const blankHolders = schemaStep(4, 'BlankHolders', statements);
