import type { SearchHit } from '../../../shared/contract/households.ts';
import type { Outlook } from '../../../shared/inbox/next-act.ts';
import { fieldsOf } from '../../../shared/template/template.ts';
import { textsIn, type Values } from '../../../shared/template/values.ts';
import { shownKey } from '../../../shared/identity/household-key.ts';
import { rangesOf, type SearchKind } from '../../platform/store/search.ts';
import { inLists, type CaseRow, type HouseholdRow } from '../../platform/store/tables/cases.ts';
import type { ExhibitRow, PaperRow } from '../../platform/store/tables/papers.ts';
import type { FeatureContext } from '../context.ts';
import { listPeople } from '../staff/people-list.ts';
import { membersOf } from './merged.ts';

type HitFacts = Pick<SearchHit, 'field' | 'state' | 'facts'>;
type Facts = HitFacts['facts'];

/** What is known of a hit beside the text it was found in, for the preview of the search. */
export function factsOfHit(
  context: FeatureContext,
): (kind: SearchKind, id: string, body: string, query: string) => HitFacts {
  let names: ReadonlyMap<string, string> | undefined;
  const namesOf = (ids: readonly string[]): string => {
    names ??= new Map(listPeople(context.office.store).map(({ personId, name }) => [personId, name]));
    return ids.flatMap((id) => names?.get(id) ?? []).join('、');
  };
  return (kind, id, body, query) => {
    if (kind === 'household') return ofHousehold(context, id);
    if (kind === 'case') return ofCase(context, id, namesOf);
    if (kind === 'paper') return ofPaper(context, id, body, query);
    return ofExhibit(context, id);
  };
}

const filled = (facts: readonly [term: string, text: string | null | undefined][]): Facts =>
  facts.flatMap(([term, text]) => (text === null || text === undefined || text === '' ? [] : [{ term, text }]));

function ofHousehold(context: FeatureContext, id: string): HitFacts {
  const row = context.store.get<HouseholdRow & { cases: number }>(
    `select *, (select count(distinct caseId) from case_party join case_record on case_record.id = case_party.caseId
       where case_party.householdId in (select value from json_each(@members)) and ${inLists}) as cases from household where id = @id`,
    { id, members: JSON.stringify(membersOf(context, id)) },
  );
  if (row === undefined) return { field: '', state: null, facts: [] };
  const facts = filled([
    ['号码', shownKey(row)],
    [row.kind === '单位' ? '法定代表人' : '经营者', row.legalRep],
    ['地址', row.address],
    ['电话', row.phone],
    ['案件', `${row.cases} 件`],
  ]);
  return { field: '', state: null, facts };
}

function ofCase({ store }: FeatureContext, id: string, namesOf: (ids: readonly string[]) => string): HitFacts {
  const row = store.get<Omit<CaseRow, 'officerIds'> & { officerIds: string; outlook: string; stage: string }>(
    'select case_record.*, outlook, stage from case_record join case_outlook on caseId = id where id = ?',
    id,
  );
  if (row === undefined) return { field: '', state: null, facts: [] };
  const isRunning = row.state === 'source' || row.state === 'open';
  const next = isRunning && row.outlook !== '' ? (JSON.parse(row.outlook) as Outlook).next : null;
  const facts = filled([
    ['环节', isRunning ? row.stage : ''],
    ['下一步', next?.title.replace(/^下一步：/, '')],
    ['承办', namesOf(JSON.parse(row.officerIds) as string[])],
  ]);
  return { field: '', state: row.state, facts };
}

function ofPaper(context: FeatureContext, id: string, body: string, query: string): HitFacts {
  const row = context.store.get<Omit<PaperRow, 'values'> & { values: string; causeName: string; begunAt: string }>(
    'select paper.*, causeName, case_record.createdAt as begunAt from paper join case_record on case_record.id = caseId where paper.id = ?',
    id,
  );
  if (row === undefined) return { field: '', state: null, facts: [] };
  const facts = filled([
    ['案由', row.causeName],
    ['文号', row.number],
  ]);
  return { field: fieldHolding(context, row, body, query), state: row.status, facts };
}

/** The name of the field a paper was found by: 违法事实. */
function fieldHolding(
  { editions }: FeatureContext,
  { templateId, values: written, begunAt }: { templateId: string; values: string; begunAt: string },
  body: string,
  query: string,
): string {
  const first = rangesOf(body, query)[0]?.[0];
  const template = editions.templates(begunAt).get(templateId);
  if (first === undefined || template === undefined) return '';
  const line = body.slice(body.lastIndexOf('\n', first - 1) + 1).split('\n')[0] ?? '';
  const values = JSON.parse(written) as Values;
  const holding = fieldsOf(template).find(
    ({ key, secret }) => !secret && textsIn(values[key]).some((text) => text.includes(line)),
  );
  return holding?.label ?? '';
}

function ofExhibit({ store }: FeatureContext, id: string): HitFacts {
  const row = store.get<ExhibitRow>('select * from exhibit where id = ?', id);
  const facts = filled([
    ['种类', row?.kind],
    ['证明内容', row?.proves],
    ['来源', row?.source],
    ['文件', row?.fileName],
  ]);
  return { field: '', state: null, facts };
}
