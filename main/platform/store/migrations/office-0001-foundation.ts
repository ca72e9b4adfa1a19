import { schemaStep } from './schema-step.ts';

const appendOnly = (table: string): string[] =>
  ['update', 'delete'].map(
    (act) =>
      `create trigger ${table}_no_${act} before ${act} on ${table} begin select raise(abort, 'audit is append-only'); end`,
  );

/** People, units, settings, and a chain like that of the cases (0001-foundation.ts, 0014-row-digests.ts, 0017-signatures.ts). */
const statements: readonly string[] = [
  'create table setting (key text primary key not null, value text not null, "updatedAt" text not null) strict',
  'create table unit (id text primary key not null, name text not null, head text not null, active integer not null) strict',
  'create table person (id text primary key not null, name text not null, roles text not null, "unitId" text references unit(id), "certNo" text not null, "certFrom" text not null, "certTo" text not null, active integer not null, version integer not null) strict',
  'create table signing_key ("publicKey" text primary key not null, "personId" text not null, suite text not null, "fromSeq" integer not null) strict',
  'create index signing_key_person on signing_key("personId", "fromSeq")',
  'create table form_draft ("personId" text not null, key text not null, value text not null, at text not null, primary key ("personId", key)) strict',
  'create table job (id text primary key not null, kind text not null, subject text not null, "caseId" text, state text not null, done integer not null, total integer not null, step text not null, "secondsLeft" integer, faults text not null, "resultId" text, cursor text, "startedAt" text not null, "endedAt" text) strict',
  'create table audit (seq integer primary key, at text not null, "personId" text not null, who text not null, verb text not null, what text not null, "subjectId" text not null, "caseId" text not null, detail text not null, previous text not null, hash text not null, rows text not null, signature text not null, "signingKey" text not null) strict',
  'create table audit_row (seq integer not null, "tableName" text not null, "rowId" text not null, "caseId" text not null, digest text not null, marks text not null, primary key (seq, "tableName", "rowId")) strict, without rowid',
  'create index audit_row_latest on audit_row("caseId", "tableName", "rowId", seq)',
  ...appendOnly('audit'),
  ...appendOnly('audit_row'),
  `create index audit_overwritten on audit("caseId") where verb = '发现改动'`,
  `create index audit_unsigned on audit(seq) where signature = ''`,
  `create index audit_verified on audit(seq) where verb = '验证'`,
];

export const officeFoundation = schemaStep(1, 'OfficeFoundation', statements);
