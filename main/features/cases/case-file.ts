import type {
  Answer,
  CaseFile,
  CaseState,
  Exhibit,
  LinkedCase,
  PeriodChange,
  Volume,
} from '../../../shared/case-file.ts';
import { causeOfCase } from '../../../shared/procedure/cause-of-case.ts';
import { templatesAcross } from '../../../shared/periods/events.ts';
import { type FeatureContext, todayOf } from '../context.ts';
import { notFound } from '../../platform/refusal-error.ts';
import { mayOpenCase } from '../staff/access.ts';
import { listPeople } from '../staff/people-list.ts';
import { readOffice } from '../staff/settings.ts';
import type { CaseRow, HouseholdRow } from '../../platform/store/tables/cases.ts';
import type { ExhibitRow } from '../../platform/store/tables/papers.ts';
import { rootSql } from '../households/merged.ts';
import { partyOf } from '../households/party.ts';
import { readChain } from './case-chain.ts';
import { readJoined, withJoined } from './joined-cases.ts';
import { paperOf, type StoredPaper } from './paper-of-row.ts';
import { readPeople, readWorkers } from './read-people.ts';
import type { Party } from '../../../shared/identity/party.ts';

type Raw<T, Json extends keyof T, Flag extends keyof T = never> = Omit<T, Json | Flag> &
  Record<Json, string> &
  Record<Flag, number>;

export const exhibitOf = ({ thumbnail, encoding, gatheredAt, ...row }: ExhibitRow): Exhibit => ({
  ...row,
  encoding: encoding ?? '自动识别',
  gatheredAt: gatheredAt ?? '',
  hasThumbnail: thumbnail !== null,
});
const storedExhibit = (row: Raw<ExhibitRow, never, 'noticeSpoken'>): Exhibit =>
  exhibitOf({ ...row, noticeSpoken: row.noticeSpoken === 1 });

type Reader = Pick<FeatureContext, 'store' | 'office' | 'now' | 'editions' | 'definitions' | 'operator'>;

/** The snapshot of one case that the page shows and the rules judge; reads inside a unit of work see its own changes. */
export const readCaseFile = (context: Reader, caseId: string): CaseFile =>
  shownTo(context, readWholeCase(context, caseId));

/** The case without the others it hangs together with that the person logged in may not open (第四十二条): of those only how many there are. */
export function shownTo(context: Pick<Reader, 'store' | 'operator'>, whole: CaseFile): CaseFile {
  const linked = whole.linked.filter(({ id }) => mayOpenCase(context, id));
  const chain = whole.chain.filter(({ id }) => mayOpenCase(context, id));
  const joined = whole.joined.filter(({ id }) => mayOpenCase(context, id));
  const unseenCases = [whole.linked, whole.chain, whole.joined].flat().length - [linked, chain, joined].flat().length;
  return { ...whole, linked, chain, joined, unseenCases };
}

/** For the clock, whoever is logged in: what happens in one case starts and meets periods of the others. Never shown to anybody as it is. */
export function readWholeCase(context: Omit<Reader, 'operator'>, caseId: string): CaseFile {
  const { store } = context;
  const row = store.get<Raw<CaseRow, 'officerIds'>>('select * from case_record where id = ?', caseId);
  if (!row) throw notFound('case');
  const volume = store.get<Volume>(
    'select id, caseId, filedAt, filer, inspector, retention, archiveNo, items, pages, sha256, "supplementId", "part" from volume where caseId = ? and "supplementId" is null and "part" is not \'副卷\' order by createdAt desc limit 1',
    caseId,
  );
  const joined = readJoined(store, caseId);
  const own = partsOf(store, caseId);
  const file: CaseFile = {
    case: {
      id: row.id,
      number: row.number,
      procedure: row.procedure,
      causeName: row.causeName,
      state: row.state,
      unitId: row.unitId,
      officerIds: JSON.parse(row.officerIds) as string[],
      followsId: row.followsId,
      createdAt: row.createdAt,
      version: row.version,
      originId: row.originId,
      originLead: row.originLead,
      registeredBy: row.createdBy,
      cancelReason: row.cancelReason,
      modelId: row.modelId,
    },
    ...own,
    ...withJoined(
      own,
      joined.filter(({ stands }) => stands === 'from').map(({ id }) => partsOf(store, id)),
    ),
    officers: listPeople(context.office.store),
    office: readOffice(context.office.store),
    settings: context.editions.rules(row.createdAt),
    periodChanges: store.all<PeriodChange>(
      'select ruleId, kind, n, "from", "to", basis from period_change where caseId = ? order by createdAt',
      caseId,
    ),
    volume: volume ?? null,
    linked: readLinked(context, caseId),
    chain: readChain(context, row),
    unseenCases: 0,
    answers: store
      .all<Answer>('select questionId, answer, note, "by", at from case_answer where caseId = ? order by at', caseId)
      .filter(isLatest),
    cause: null,
    today: todayOf(context),
    people: readPeople(store, caseId),
    workers: readWorkers(store, caseId),
    joined,
  };
  const { causes, laws } = context.editions;
  return { ...file, cause: causeOfCase(file, causes(row.createdAt), laws) };
}

type Parts = Pick<CaseFile, 'parties' | 'formerParties' | 'papers' | 'exhibits'>;

/** What a case has of its own. */
const partsOf = (store: FeatureContext['store'], caseId: string): Parts => ({
  ...partiesOf(store, caseId),
  papers: store.all<StoredPaper>('select * from paper where caseId = ? order by createdAt, id', caseId).map(paperOf),
  exhibits: store
    .all<Raw<ExhibitRow, never, 'noticeSpoken'>>(
      'select * from exhibit where caseId = ? order by importedAt, id',
      caseId,
    )
    .map(storedExhibit),
});

type StoredParty = HouseholdRow & { ownId: string; leftAt: string | null; leftReason: string | null };

/** Who a party is, is told by the household it was merged into; in the case and its papers it keeps the id it came with. */
const standingParty = (row: StoredParty): Party => ({ ...partyOf(row), householdId: row.ownId });

function partiesOf(store: FeatureContext['store'], caseId: string): Pick<CaseFile, 'parties' | 'formerParties'> {
  const rows = store.all<StoredParty>(
    `select household.*, case_party.householdId as ownId, leftAt, leftReason from case_party
     join household on household.id = ${rootSql('case_party.householdId')} where caseId = ? order by case_party.position`,
    caseId,
  );
  return {
    parties: rows.filter(({ leftAt }) => leftAt === null).map(standingParty),
    formerParties: rows.flatMap((row) =>
      row.leftAt === null ? [] : [{ ...standingParty(row), leftAt: row.leftAt, reason: row.leftReason ?? '' }],
    ),
  };
}

/** Later answers to the same question take the place of earlier ones. */
const isLatest = (answer: Answer, index: number, all: Answer[]): boolean =>
  !all.slice(index + 1).some((later) => later.questionId === answer.questionId);

interface FamilyRow {
  id: string;
  state: CaseState;
  followsId: string | null;
  number: string;
  causeName: string;
  procedure: string;
}

/**
 * The case with all it follows, up to the first, and all that follow on that: the cases about one decision. `cross` keeps the few rows
 * of the family in front: the planner would walk every case in the order wanted.
 */
const family = `
  with recursive up(id, followsId) as (
    select id, followsId from case_record where id = @caseId
    union select one.id, one.followsId from case_record one join up on one.id = up.followsId
  ), down(id) as (
    select id from up where followsId is null
    union select one.id from case_record one join down on one.followsId = down.id
  )
  select one.id, one.state, one.followsId, number, causeName, procedure from down cross join case_record one on one.id = down.id order by createdAt`;

/** The ids a case follows, nearest first. */
function followedBy(rows: readonly FamilyRow[], id: string): string[] {
  const follows = rows.find((row) => row.id === id)?.followsId ?? null;
  return follows === null ? [] : [follows, ...followedBy(rows, follows)];
}

/** The other cases about the same decision, with those of their papers that period rules ask for. */
function readLinked({ store, editions }: Pick<FeatureContext, 'store' | 'editions'>, caseId: string): LinkedCase[] {
  const rows = store.all<FamilyRow>(family, { caseId });
  if (rows.length < 2) return [];
  const earlier = followedBy(rows, caseId);
  const templates = JSON.stringify(templatesAcross(editions.periodRules()));
  return rows
    .filter(({ id, state }) => id !== caseId && state !== 'cancelled')
    .map(({ id, number, causeName, procedure }) => ({
      id,
      number,
      causeName,
      procedure,
      stands: earlier.includes(id)
        ? ('earlier' as const)
        : followedBy(rows, id).includes(caseId)
          ? ('later' as const)
          : ('beside' as const),
      papers: store
        .all<StoredPaper>(
          "select * from paper where caseId = ? and status <> 'void' and templateId in (select value from json_each(?)) order by createdAt, id",
          id,
          templates,
        )
        .map(paperOf),
    }));
}
