import { schemaStep } from './schema-step.ts';

/** Who looked at what (查阅记录). Looks are no acts: they are written behind, and entries of the chain cover them by the batch. */
const statements: readonly string[] = [
  'create table look (seq integer primary key, at text not null, "personId" text not null, who text not null, kind text not null, what text not null, "subjectId" text not null, "caseId" text not null) strict',
  'create index look_of_case on look("caseId", seq)',
  "create trigger look_no_update before update on look begin select raise(abort, 'looks are append-only'); end",
  "create trigger look_no_delete before delete on look begin select raise(abort, 'looks are append-only'); end",
  `create index audit_looks on audit(seq) where verb = '登记查阅'`,
];

export const looks = schemaStep(16, 'Looks', statements);
