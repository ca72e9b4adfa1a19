import { schemaStep } from './schema-step.ts';

/** No own duty with a last day runs: sorts behind every day. */
const none = `'9999'`;

/** The earliest last day of a running duty of ours; what opens by itself, grows by the day or is the party's binds nobody here. */
const nearest = (caseId: string): string =>
  `coalesce((select min("warnAt") from period where "caseId" = ${caseId} and "metAt" is null and iif(json_valid(period.period),
     json_extract(period.period, '$.duty') = '本机关' and json_extract(period.period, '$.kind') in ('max', 'before') and not coalesce(json_extract(period.period, '$.lapses'), 0), 0)), ${none})`;

const onChange = (table: string, act: 'insert' | 'update' | 'delete', caseId: string, set: string): string =>
  `create trigger case_outlook_after_${act}_of_${table} after ${act} on ${table} begin
     update case_outlook set ${set} where "caseId" = ${caseId};
   end`;

const stale = `"judgedOn" = ''`;
const touched = (moment: string): string => `${stale}, "touchedAt" = max("touchedAt", ${moment})`;

/** What was saved for all: whatever was judged before it is judged anew. */
const onEdition = (table: string): string =>
  `create trigger case_outlook_after_insert_of_${table} after insert on ${table} begin update case_outlook set ${stale} where "judgedOn" <> ''; end`;

/**
 * How each case stands, for 今日 and the list of cases: the last day that binds, when it was last touched, and the next step as it was judged
 * on a day. It holds no fact of its own: triggers keep the first two and mark the third as old, whoever writes; the program judges it anew
 * (features/cases/outlooks.ts).
 */
const statements: readonly string[] = [
  'create table case_outlook ("caseId" text primary key not null, "dueAt" text not null, "touchedAt" text not null, "judgedOn" text not null, stage text not null, outlook text not null) strict',
  `insert into case_outlook select id, ${nearest('case_record.id')}, max("updatedAt", coalesce((select max("updatedAt") from paper where paper."caseId" = case_record.id), '')), '', '', '' from case_record`,
  'create index exhibit_damaged on exhibit("caseId") where damage is not null',
  'create index case_outlook_due on case_outlook("dueAt", "caseId")',
  'create index case_outlook_touched on case_outlook("touchedAt", "caseId")',
  `create trigger case_outlook_of_new_case after insert on case_record begin
     insert into case_outlook values (new.id, ${none}, new."updatedAt", '', '', '');
   end`,
  `create trigger case_outlook_of_gone_case after delete on case_record begin delete from case_outlook where "caseId" = old.id; end`,
  onChange('case_record', 'update', 'new.id', touched('new."updatedAt"')),
  onChange('paper', 'insert', 'new."caseId"', touched('new."updatedAt"')),
  onChange('paper', 'update', 'new."caseId"', touched('new."updatedAt"')),
  onChange('exhibit', 'insert', 'new."caseId"', touched('new."importedAt"')),
  onChange('exhibit', 'update', 'new."caseId"', stale),
  onChange('case_answer', 'insert', 'new."caseId"', touched('new.at')),
  onChange('case_party', 'insert', 'new."caseId"', stale),
  onChange('case_party', 'update', 'new."caseId"', stale),
  onChange('volume', 'insert', 'new."caseId"', stale),
  ...(['insert', 'update', 'delete'] as const).map((act) => {
    const caseId = `${act === 'delete' ? 'old' : 'new'}."caseId"`;
    return onChange('period', act, caseId, `"dueAt" = ${nearest(caseId)}`);
  }),
  onEdition('template_edition'),
  onEdition('rule_edition'),
];

export const outlooks = schemaStep(19, 'Outlooks', statements);
