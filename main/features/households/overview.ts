import type { HouseholdOverview, LaneCase, RelatedHousehold } from '../../../shared/contract/households.ts';
import { isOver } from '../../../shared/periods/periods.ts';
import type { Period } from '../../../shared/periods/rule.ts';
import { amountOf, rowsOf } from '../../../shared/procedure/paper-values.ts';
import { paperIds } from '../../../shared/template/paper-ids.ts';
import type { Values } from '../../../shared/template/values.ts';
import { notFound } from '../../platform/refusal-error.ts';
import { inLists, type HouseholdRow } from '../../platform/store/tables/cases.ts';
import { type FeatureContext, nowOf, todayOf } from '../context.ts';
import { openable } from '../staff/access.ts';
import { membersOf, rootOf, rootSql } from './merged.ts';

/** Cases on the line of years; older ones are in the list. */
const LANE_LENGTH = 40;
const RELATED_LENGTH = 6;
const PENALTIES = [paperIds.penaltyDecision, paperIds.onTheSpotPenalty];

interface OwnCase extends Omit<LaneCase, 'caseId' | 'from' | 'to' | 'marks'> {
  id: string;
  createdAt: string;
  touchedAt: string;
}

/** 一户式 at a glance: figures, relations and the line of years, of the cases the person logged in may open (第四十二条). */
export function overviewOf(context: FeatureContext, householdId: string): HouseholdOverview {
  const members = membersOf(context, rootOf(context, householdId));
  const households = context.store.all<HouseholdRow>(
    'select household.* from json_each(?) member cross join household on household.id = member.value',
    JSON.stringify(members),
  );
  if (households.length === 0) throw notFound('household');
  const cases = ownCases(context, members);
  const recordings = recordingsIn(context, cases);
  return {
    cases: cases.length,
    running: cases.filter(isRunning).length,
    ...penaltiesIn(context, members, cases),
    overdueDuties: overdueDuties(context, members, cases),
    recordings: recordings.length,
    sameCause: sameCauseIn(cases),
    related: relatedTo(context, households),
    lane: laneOf(context, members, cases.slice(0, LANE_LENGTH), recordings),
  };
}

const isRunning = ({ state }: Pick<OwnCase, 'state'>): boolean => state === 'source' || state === 'open';
const idsOf = (cases: readonly OwnCase[]): string => JSON.stringify(cases.map(({ id }) => id));

/** The newest first, without what was registered by mistake. */
function ownCases({ store, operator }: FeatureContext, members: readonly string[]): OwnCase[] {
  const access = openable(operator);
  return store.all<OwnCase>(
    `select case_record.id, causeName, number, state, case_record.createdAt, touchedAt from case_record
     join case_outlook on case_outlook.caseId = case_record.id
     where case_record.id in (select caseId from json_each(@members) member cross join case_party on householdId = member.value) and ${inLists} and ${access.sql} order by case_record.createdAt desc`,
    { members: JSON.stringify(members), ...access.params },
  );
}

/**
 * Papers that were issued to the household, or to all parties of its case.
 * @param columns what is read of each paper, in SQL; the values as a whole are large
 */
const issuedIn = <Row>(
  { store }: FeatureContext,
  members: readonly string[],
  { cases, templates, columns }: { cases: readonly OwnCase[]; templates: readonly string[]; columns: string },
) =>
  store.all<Row>(
    `select ${columns} from json_each(@cases) own cross join json_each(@templates) kind
     cross join paper on paper.templateId = kind.value and paper.caseId = own.value
     where status = 'issued' and (partyId is null or partyId in (select value from json_each(@members)))`,
    { members: JSON.stringify(members), cases: idsOf(cases), templates: JSON.stringify(templates) },
  );

/** The fields in which a decision says its fine, and no others. */
const FINES = `json_object('penalties', paper."values" -> '$.penalties', 'amountUnit', paper."values" -> '$.amountUnit',
  'amountPerson', paper."values" -> '$.amountPerson') as fines`;

function penaltiesIn(
  context: FeatureContext,
  members: readonly string[],
  cases: readonly OwnCase[],
): Pick<HouseholdOverview, 'penalties' | 'fines'> {
  const papers = issuedIn<{ fines: string }>(context, members, { cases, templates: PENALTIES, columns: FINES });
  const fines = papers.reduce((sum, paper) => sum + fineIn(JSON.parse(paper.fines) as Values), 0);
  return { penalties: papers.length, fines };
}

/** The fine of a decision, yuan: in rows of 处罚, or in the field of a penalty on the spot. */
function fineIn(values: Values): number {
  const rows = amountOf(rowsOf({ values }, 'penalties'), (kind) => kind.includes('罚款'));
  const [onTheSpot] = [values['amountUnit'], values['amountPerson']].filter((amount) => typeof amount === 'number');
  return rows ?? onTheSpot ?? 0;
}

/** What the party had to do by a day that has passed; the right to sue or to be heard is no duty, it lapses. */
function overdueDuties(context: FeatureContext, members: readonly string[], cases: readonly OwnCase[]): number {
  const [now, today] = [nowOf(context), todayOf(context)];
  return context.store
    .all<{ period: string }>(
      `select period from json_each(@cases) own cross join period on period.caseId = own.value
       where metAt is null and (partyId is null or partyId in (select value from json_each(@members)))`,
      { members: JSON.stringify(members), cases: idsOf(cases) },
    )
    .map(({ period }) => JSON.parse(period) as Period)
    .filter(
      (period) =>
        period.duty === '当事人' &&
        period.kind === 'max' &&
        !period.lapses &&
        !isOver(period, now) &&
        period.due !== null &&
        period.due < today,
    ).length;
}

type OwnMark = LaneCase['marks'][number] & { caseId: string };

const recordingsIn = ({ store }: FeatureContext, cases: readonly OwnCase[]): OwnMark[] =>
  store.all<OwnMark>(
    `select exhibit.caseId, importedAt as at, '音像' as kind, title as name from json_each(?) own
     cross join exhibit on exhibit.caseId = own.value
     where (mime like 'audio/%' or mime like 'video/%') and withdrawnReason is null`,
    idsOf(cases),
  );

function sameCauseIn(cases: readonly OwnCase[]): HouseholdOverview['sameCause'] {
  const counts = new Map<string, number>();
  for (const { causeName } of cases) counts.set(causeName, (counts.get(causeName) ?? 0) + 1);
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return most === undefined || most[1] < 2 ? null : { causeName: most[0], count: most[1] };
}

/** Other households with the same head, address or phone as this one, or as one that was merged into it. */
function relatedTo(context: FeatureContext, households: readonly HouseholdRow[]): RelatedHousehold[] {
  const found = households.flatMap((household) => relatedToOne(context, household));
  const own = new Set(households.map(({ id }) => id));
  return found
    .filter(({ householdId }) => !own.has(householdId))
    .filter((row, index, all) => all.findIndex(({ householdId }) => householdId === row.householdId) === index)
    .slice(0, RELATED_LENGTH);
}

function relatedToOne({ store }: FeatureContext, { legalRep, address, phone }: HouseholdRow): RelatedHousehold[] {
  const same = [
    { by: '法定代表人', column: 'legalRep', value: legalRep },
    { by: '地址', column: 'address', value: address },
    { by: '电话', column: 'phone', value: phone },
  ] as const;
  return same.flatMap(({ by, column, value }) =>
    value === ''
      ? []
      : store
          .all<Omit<RelatedHousehold, 'by'>>(
            `select distinct root.id as householdId, root.name from household join household root on root.id = ${rootSql('household.id')}
             where household."${column}" = ? and household."${column}" <> '' limit ?`,
            value,
            // Itself and what was merged into it are among them.
            RELATED_LENGTH * 2,
          )
          .map((row) => ({ ...row, by })),
  );
}

function laneOf(
  context: FeatureContext,
  members: readonly string[],
  cases: readonly OwnCase[],
  recordings: readonly OwnMark[],
): LaneCase[] {
  const marks = [...papersOnLane(context, members, cases), ...recordings];
  return cases
    .map((own) => ({
      caseId: own.id,
      causeName: own.causeName,
      number: own.number,
      state: own.state,
      from: own.createdAt,
      to: isRunning(own) ? null : own.touchedAt,
      marks: marks.filter(({ caseId }) => caseId === own.id).map(({ caseId: _caseId, ...mark }) => mark),
    }))
    .toReversed();
}

function papersOnLane(context: FeatureContext, members: readonly string[], cases: readonly OwnCase[]): OwnMark[] {
  const templates = [...context.editions.templates(todayOf(context)).values()];
  const kinds = { decision: '决定', service: '送达' } as const;
  return (['decision', 'service'] as const).flatMap((ofClass) =>
    issuedIn<{ caseId: string; name: string; issuedAt: string }>(context, members, {
      cases,
      templates: templates.filter((template) => template.class === ofClass).map(({ id }) => id),
      columns: 'paper.caseId, name, issuedAt',
    }).map(({ caseId, issuedAt, name }) => ({ caseId, at: issuedAt, kind: kinds[ofClass], name })),
  );
}
