import { schemaStep } from './schema-step.ts';

/**
 * What an entry of the chain left in the tables of facts: a digest for every row it wrote, '' for one it took away. `audit.rows` is a
 * hash over them, so that the chain covers them; it is '' for an entry that wrote no such row, as every one before this step.
 */
const statements: readonly string[] = [
  `alter table audit add column "rows" text not null default ''`,
  `create table audit_row (seq integer not null, "tableName" text not null, "rowId" text not null, "caseId" text not null, digest text not null, marks text not null, primary key (seq, "tableName", "rowId")) strict, without rowid`,
  'create index audit_row_latest on audit_row("caseId", "tableName", "rowId", seq)',
  "create trigger audit_row_no_update before update on audit_row begin select raise(abort, 'audit is append-only'); end",
  "create trigger audit_row_no_delete before delete on audit_row begin select raise(abort, 'audit is append-only'); end",
  `create index audit_baseline on audit(seq) where verb = '登记核对值'`,
  `create index audit_overwritten on audit("caseId") where verb = '发现改动'`,
];

export const rowDigests = schemaStep(14, 'RowDigests', statements);
