import { schemaStep } from './schema-step.ts';

// Typed moments are meant in the office's time zone (+08:00); entries stand at moments in UTC, or mixed clocks would sort wrongly.
const utc = "'%Y-%m-%dT%H:%M:%fZ'";
const recorded = (row: string): string =>
  `coalesce(case when ${row}."startAt" glob '*Z' or ${row}."startAt" glob '*[+-][0-9][0-9]:[0-9][0-9]' then strftime(${utc}, ${row}."startAt") else strftime(${utc}, ${row}."startAt", '-8 hours') end, ${row}."importedAt")`;

interface Source {
  table: string;
  kind: (row: string) => string;
  moment: (row: string) => string;
  caseId: string;
  /** Whether the row stands in the file of `case_party."householdId"`. */
  listed: (row: string) => string;
  /** Columns of which a change moves or hides the entry; none for what is never changed. */
  changed: string;
}

const always = (): string => '1';
// What was made out to another party of the same case belongs to that one's file.
const sources: readonly Source[] = [
  {
    table: 'case_record',
    kind: () => "'案件'",
    moment: (row) => `${row}."createdAt"`,
    caseId: 'id',
    listed: always,
    changed: '',
  },
  {
    table: 'paper',
    kind: () => "'文书'",
    moment: (row) => `coalesce(${row}."issuedAt", ${row}."updatedAt")`,
    caseId: 'caseId',
    listed: (row) => `(${row}."partyId" is null or ${row}."partyId" = case_party."householdId")`,
    changed: '"issuedAt", "updatedAt", "partyId"',
  },
  {
    table: 'exhibit',
    kind: (row) => `case when ${row}.mime like 'audio/%' or ${row}.mime like 'video/%' then '音像' else '证据' end`,
    moment: recorded,
    caseId: 'caseId',
    listed: (row) => `${row}."withdrawnReason" is null`,
    changed: '"startAt", "importedAt", mime, "withdrawnReason"',
  },
  {
    table: 'volume',
    kind: () => "'案卷'",
    moment: (row) => `${row}."createdAt"`,
    caseId: 'caseId',
    listed: always,
    changed: '',
  },
  {
    table: 'handover',
    kind: () => "'移送'",
    moment: (row) => `${row}."createdAt"`,
    caseId: 'caseId',
    listed: always,
    changed: '',
  },
];

/** The entries of the rows called `row`, one for each household whose file they stand in. */
const entriesOf = ({ kind, moment, caseId, listed }: Source, row: string, from: string): string =>
  `insert into household_entry select case_party."householdId", ${moment(row)}, ${kind(row)}, ${row}.id, ${row}."${caseId}" from ${from} and ${listed(row)} on conflict do nothing`;
const entriesOfRow = (source: Source, row: string): string =>
  entriesOf(source, row, `case_party where case_party."caseId" = ${row}."${source.caseId}"`);
const entriesOfCase = (source: Source, caseId: string): string =>
  entriesOf(
    source,
    source.table,
    `${source.table} join case_party on case_party."caseId" = ${source.table}."${source.caseId}" where case_party."caseId" = ${caseId} and case_party."householdId" = new."householdId"`,
  );

function triggersOf(source: Source): string[] {
  const { table, kind, moment, caseId, changed } = source;
  const added = `create trigger household_entry_of_new_${table} after insert on ${table} begin ${entriesOfRow(source, 'new')}; end`;
  if (changed === '') return [added];
  const removal = `delete from household_entry where "householdId" in (select "householdId" from case_party where "caseId" = old."${caseId}") and at = ${moment('old')} and kind = ${kind('old')} and "refId" = old.id`;
  return [
    added,
    `create trigger household_entry_of_changed_${table} after update of ${changed} on ${table} begin ${removal}; ${entriesOfRow(source, 'new')}; end`,
  ];
}

/**
 * Everything in the file of a household by its moment, so that a page of the 一户式 time line is read from one place however many cases there
 * are. It holds no fact of its own: triggers keep it with what it is made of, in the same transaction, whoever writes.
 */
const statements: readonly string[] = [
  'create table household_entry ("householdId" text not null, at text not null, kind text not null, "refId" text not null, "caseId" text not null, primary key ("householdId", at, kind, "refId")) without rowid',
  ...sources.flatMap(triggersOf),
  `create trigger household_entry_of_new_party after insert on case_party begin ${sources.map((source) => `${entriesOfCase(source, 'new."caseId"')};`).join(' ')} end`,
  ...sources.map((source) =>
    entriesOf(
      source,
      source.table,
      `${source.table} join case_party on case_party."caseId" = ${source.table}."${source.caseId}" where 1`,
    ),
  ),
  'drop index paper_moment',
  'create index paper_case on paper("caseId")',
];

export const householdEntries = schemaStep(12, 'HouseholdEntries', statements);
