import { schemaStep } from './schema-step.ts';

const identity = ['id text primary key'];
const columns = (...lines: string[]): string => lines.join(', ');
const required = (...names: string[]): string => names.map((name) => `"${name}" text not null`).join(', ');
const optional = (...names: string[]): string => names.map((name) => `"${name}" text`).join(', ');
const integers = (...names: string[]): string => names.map((name) => `"${name}" integer not null`).join(', ');

const staff = [
  `create table setting (key text primary key, ${required('value', 'updatedAt')})`,
  `create table unit (${columns(...identity, required('name', 'head'), 'active boolean not null')})`,
  `create table person (${columns(...identity, required('name', 'roles'), optional('unitId'), required('certNo', 'certFrom', 'certTo'), 'active boolean not null', integers('version'), 'foreign key (unitId) references unit(id)')})`,
];

const households = [
  `create table household (${columns(...identity, required('office', 'keyText', 'keyKind', 'kind', 'name', 'uscc', 'legalRep', 'position', 'idType', 'idNumber', 'address', 'phone'), integers('version'), required('createdAt', 'updatedAt'))})`,
  'create unique index household_key on household(keyText)',
  'create index household_phone on household(phone)',
  `create table former_name (${columns(...identity, required('householdId', 'name', 'until'), 'foreign key (householdId) references household(id)')})`,
  'create index former_name_household on former_name(householdId)',
];

const cases = [
  `create table case_record (${columns(...identity, required('office', 'number', 'procedure', 'causeName', 'state'), optional('unitId'), required('officerIds', 'createdAt', 'createdBy', 'updatedAt'), optional('closedAt'), integers('version'))})`,
  'create index case_state on case_record(state, createdAt)',
  'create index case_created on case_record(createdAt)',
  `create table case_party (${required('caseId', 'householdId')}, position integer not null, primary key (caseId, householdId), foreign key (caseId) references case_record(id), foreign key (householdId) references household(id))`,
  'create index case_party_household on case_party(householdId)',
  `create table case_officer (${required('caseId', 'personId')}, primary key (caseId, personId), foreign key (caseId) references case_record(id))`,
  'create index case_officer_person on case_officer(personId)',
  `create table period (${required('caseId', 'ruleId', 'subjectId')}, ${optional('due', 'warnAt', 'metAt')}, harm integer not null, "period" text not null, primary key (caseId, ruleId, subjectId), foreign key (caseId) references case_record(id))`,
  'create index period_open on period(warnAt) where metAt is null',
  `create table period_change (${columns(...identity, required('caseId', 'ruleId', 'kind'), 'n integer', optional('from', 'to'), required('basis', 'createdAt'), 'foreign key (caseId) references case_record(id)')})`,
  'create index period_change_case on period_change(caseId)',
];

const papers = [
  `create table paper (${columns(...identity, required('caseId', 'templateId'), integers('templateVersion'), required('name'), integers('version'), required('status'), optional('number'), required('values', 'signatures', 'approvals', 'createdAt', 'createdBy', 'updatedAt', 'updatedBy'), optional('issuedAt', 'issuedBy', 'sha256'), 'pages integer', optional('voidReason', 'waitsForRole', 'waitsSince'), 'foreign key (caseId) references case_record(id)')})`,
  'create index paper_case on paper(caseId)',
  'create index paper_waiting on paper(waitsForRole, waitsSince) where waitsForRole is not null',
  `create table paper_number (number text primary key, ${required('code', 'letters')}, ${integers('year', 'seq')}, ${required('paperId', 'status', 'reason', 'at')}, foreign key (paperId) references paper(id))`,
  'create unique index paper_number_seq on paper_number(code, letters, year, seq)',
  'create index paper_number_paper on paper_number(paperId)',
  `create table exhibit (${columns(...identity, required('caseId', 'title', 'kind', 'source', 'maker', 'proves', 'originality'), optional('paperId', 'stepId'), required('place', 'device', 'startAt', 'endAt'), 'noticeSpoken boolean not null', required('transcript', 'fileName', 'mime'), integers('bytes'), required('sha256', 'sm3', 'importedAt', 'importedBy'), optional('thumbnail', 'damage', 'withdrawnReason'), 'foreign key (caseId) references case_record(id)')})`,
  'create index exhibit_case on exhibit(caseId)',
  'create index exhibit_sha256 on exhibit(sha256)',
  `create table intake (${columns(...identity, required('caseId', 'fileName'), integers('bytes'), required('mime', 'details', 'startedAt', 'startedBy'), 'foreign key (caseId) references case_record(id)')})`,
];

const archive = [
  `create table volume (${columns(...identity, required('caseId', 'filedAt', 'filer', 'inspector', 'retention', 'archiveNo'), integers('items', 'pages'), required('sha256', 'rows', 'situation', 'createdAt'), 'foreign key (caseId) references case_record(id)')})`,
  'create index volume_case on volume(caseId)',
  `create table handover (${columns(...identity, required('caseId', 'kind', 'recipient', 'state', 'form', 'folder'), integers('itemCount', 'bytes'), required('manifestSha256', 'manifestSm3', 'anchor'), optional('due'), required('createdAt', 'createdBy'), optional('verifiedAt', 'receipt', 'failure'), required('items', 'request'), optional('duplicate'), 'foreign key (caseId) references case_record(id)')})`,
  'create index handover_case on handover(caseId)',
  `create table job (${columns(...identity, required('kind', 'subject', 'state'), integers('done', 'total'), required('step'), 'secondsLeft integer', required('faults'), optional('resultId', 'cursor'), required('startedAt'), optional('endedAt'))})`,
];

const audit = [
  `create table audit (seq integer primary key, ${['at', 'personId', 'who', 'verb', 'what', 'subjectId', 'caseId', 'detail', 'previous', 'hash'].map((name) => `"${name}" text not null`).join(', ')}) strict`,
  'create index audit_case on audit(caseId, seq)',
  "create trigger audit_no_update before update on audit begin select raise(abort, 'audit is append-only'); end",
  "create trigger audit_no_delete before delete on audit begin select raise(abort, 'audit is append-only'); end",
];

// Contentless: the index holds only the bigrams our code makes (main/store/search.ts); the words stay in `search_text`.
// `prefix` keeps one-character searches to one list: without it every bigram that begins with the character is merged.
const index = (name: string): string =>
  `create virtual table ${name} using fts5(grams, content='', contentless_delete=1, detail=full, prefix='1', tokenize='unicode61 remove_diacritics 0')`;
const search = [
  `create table search_text (rowid integer primary key, ${required('kind', 'refId')}, ${optional('caseId', 'householdId')}, ${required('title', 'body', 'at')})`,
  'create unique index search_text_ref on search_text(kind, refId)',
  index('search_index'),
  index('household_index'),
];

export const foundation = schemaStep(1, 'Foundation', [
  ...staff,
  ...households,
  ...cases,
  ...papers,
  ...archive,
  ...audit,
  ...search,
]);
