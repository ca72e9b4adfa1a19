import type { Approval } from '../../../shared/case-file.ts';
import type { Awaited, Desk, GivenOpinion, WaitingPaper } from '../../../shared/contract/documents.ts';
import { readsOf } from '../../../shared/contract/right.ts';
import { watchedDate } from '../../../shared/periods/periods.ts';
import { currentRound, standing } from '../../../shared/procedure/approvals.ts';
import { dayOf } from '../../../shared/time/moments.ts';
import { opinionVerbs } from '../../platform/store/migrations/0021-opinions.ts';
import { runningPeriods } from '../cases/running-periods.ts';
import { type FeatureContext, hasRole, nowOf, todayOf } from '../context.ts';
import { partyTitles } from '../households/case-summaries.ts';
import { openable } from '../staff/access.ts';
import { listPeople, operatorFrom } from '../staff/people-list.ts';

const DESK_LENGTH = 200;
/** Opinions looked back on for what was given today and for the phrases. */
const OPINIONS_READ = 200;
const PHRASES = 2;

/** 审批 desk: what waits for an opinion of the person logged in, what they said today, and how they say it. */
export function readDesk(context: FeatureContext): Desk {
  const own = ownOpinions(context);
  const { blankOpinionAgrees } = context.editions.rules(nowOf(context));
  const waiting = waitingPapers(context);
  return {
    waiting,
    // What came back for another opinion waits; what was said of it before is on the paper.
    given: givenToday(context, own).filter(({ paperId }) => !waiting.some((row) => row.paperId === paperId)),
    phrases: phrasesIn(own),
    blankOpinionAgrees,
  };
}

interface MadeOut {
  caseId: string;
  partyId: string | null;
}

/** The party a paper is made out to, else all parties of its case. */
function partiesOf({ store }: FeatureContext, papers: readonly MadeOut[]): (paper: MadeOut) => string {
  const ofCase = partyTitles(
    store,
    papers.map(({ caseId }) => caseId),
  );
  const parties = store.all<{ id: string; name: string }>(
    'select id, name from household where id in (select value from json_each(?))',
    JSON.stringify(papers.flatMap(({ partyId }) => partyId ?? [])),
  );
  const names = new Map(parties.map(({ id, name }) => [id, name]));
  return ({ caseId, partyId }) => (partyId === null ? undefined : names.get(partyId)) ?? ofCase(caseId);
}

type WaitingRow = Omit<WaitingPaper, 'partyName' | 'period'> & Pick<MadeOut, 'partyId'> & { approvals: string };
type Reading = Pick<FeatureContext, 'operator' | 'store'>;

/** The places of a chain that belong to the case: the same as `signersOf` tells of one paper. */
const askedOfOperator = `(waitsForRole <> '承办人' or exists (select 1 from case_officer where case_officer.caseId = case_record.id and case_officer.personId = @operatorId))
  and (waitsForRole <> '承办单位负责人' or @everything or unitId is null or unitId = @operatorUnit)`;

/** What waits for this person, and for those they stand in for (请假). Nobody signs twice in one round (第十三条), so what this person signed already waits for somebody else. */
export function waitingRows({ operator, store }: Reading): WaitingRow[] {
  const own = rowsAskedOf({ operator, store }, null);
  const others = operator.standsInFor.flatMap((away) => {
    // As 承办人 nobody stands in who is none (第十八条).
    const roles = away.roles.filter((role) => role !== '承办人' || hasRole(operator, role));
    return rowsAskedOf({ operator: { ...away, roles, reads: operator.reads, standsInFor: [] }, store }, away.name);
  });
  const rows = new Map([...others, ...own].map((row) => [row.paperId, row]));
  return [...rows.values()].filter(
    ({ approvals }) => !hasSigned(JSON.parse(approvals) as Approval[], operator.personId),
  );
}

function rowsAskedOf({ operator, store }: Reading, standsInFor: string | null): WaitingRow[] {
  const access = openable(operator);
  return store
    .all<WaitingRow>(
      `select paper.id as paperId, paper.caseId, paper.name as paperName, case_record.number as caseNumber, causeName,
       waitsSince as since, approvals, paper.partyId, @standsInFor as standsInFor
     from paper join case_record on case_record.id = paper.caseId
     where waitsForRole in (select value from json_each(@roles)) and ${askedOfOperator} and ${access.sql} order by waitsSince limit @length`,
      {
        roles: JSON.stringify(operator.roles),
        everything: hasRole(operator, '法规科', '分管领导') ? 1 : 0,
        length: DESK_LENGTH,
        standsInFor,
        ...access.params,
      },
    )
    .filter(({ approvals }) => !hasSigned(JSON.parse(approvals) as Approval[], operator.personId));
}

export function waitingPapers(context: FeatureContext): WaitingPaper[] {
  const rows = waitingRows(context);
  const periodsOf = runningPeriods(
    context,
    rows.map(({ caseId }) => caseId),
  );
  const partyOf = partiesOf(context, rows);
  return rows
    .map((row) => ({
      ...row,
      partyName: partyOf(row),
      period: periodsOf(row.caseId).binding[0] ?? null,
    }))
    .toSorted((a, b) => orderOf(a).localeCompare(orderOf(b)));
}

/** Whose opinion is waited for, those of one paper first, then who has most. */
export function awaitedPeople(context: FeatureContext, paperId: string | null): Awaited[] {
  const people = listPeople(context.office.store);
  return people
    .filter(({ active }) => active)
    .flatMap((person) => {
      const { personId, name, roles } = person;
      const operator = operatorFrom(person, people, { reads: readsOf(roles), day: todayOf(context) });
      const rows = waitingRows({ ...context, operator });
      const isNext = rows.some((row) => row.paperId === paperId);
      return rows.length === 0 ? [] : [{ personId, name, papers: rows.length, isNext }];
    })
    .toSorted((a, b) => Number(b.isNext) - Number(a.isNext) || b.papers - a.papers);
}

const hasSigned = (approvals: Approval[], personId: string): boolean =>
  currentRound(approvals).some((approval) => approval.personId === personId);

/** What ends first comes first; without an end, what waits longest. */
const orderOf = ({ period, since }: WaitingPaper): string =>
  `${(period === null ? null : watchedDate(period)) ?? '9999'} ${since}`;

interface OwnOpinion {
  at: string;
  subjectId: string;
  verdict: Approval['verdict'];
  opinion: string;
}

/** The newest opinions of the person logged in, as the chain has them. */
const ownOpinions = ({ store, operator }: FeatureContext): OwnOpinion[] =>
  store
    .all<{ at: string; subjectId: string; detail: string }>(
      `select at, subjectId, detail from audit where personId = ? and ${opinionVerbs} order by seq desc limit ?`,
      operator.personId,
      OPINIONS_READ,
    )
    .map(({ detail, ...entry }) => ({ ...entry, ...(JSON.parse(detail) as Pick<OwnOpinion, 'verdict' | 'opinion'>) }));

/** The newest of today for each paper, while it stands. */
function givenToday(context: FeatureContext, own: readonly OwnOpinion[]): GivenOpinion[] {
  const today = todayOf(context);
  const papers = new Set(own.filter(({ at }) => dayOf(at) === today).map(({ subjectId }) => subjectId));
  const rows = context.store.all<MadeOut & { paperId: string; paperName: string; approvals: string }>(
    `select paper.id as paperId, caseId, partyId, name as paperName, approvals from json_each(?) given
     join paper on paper.id = given.value order by given.key`,
    JSON.stringify([...papers]),
  );
  const partyOf = partiesOf(context, rows);
  return rows.flatMap((row) => {
    const given = standing(JSON.parse(row.approvals) as Approval[]).findLast(
      ({ personId }) => personId === context.operator.personId,
    );
    if (given === undefined || dayOf(given.at) !== today) return [];
    const { paperId, caseId, paperName } = row;
    const { verdict, opinion, at } = given;
    return [{ paperId, caseId, paperName, partyName: partyOf(row), verdict, opinion, at }];
  });
}

/** What is said most often when agreeing; of two said equally often the newer. */
function phrasesIn(own: readonly OwnOpinion[]): string[] {
  const times = new Map<string, number>();
  for (const { verdict, opinion } of own) if (verdict === '同意') times.set(opinion, (times.get(opinion) ?? 0) + 1);
  return [...times]
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, PHRASES)
    .map(([phrase]) => phrase);
}
