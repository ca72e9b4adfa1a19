import { v7 as newId } from 'uuid';
import { invalidField, notFound } from '../../platform/refusal-error.ts';
import { type HouseholdRow, householdMergeTable, type HouseholdMergeRow } from '../../platform/store/tables/cases.ts';
import { type FeatureContext, emitChanged, nowOf } from '../context.ts';
import { openable } from '../staff/access.ts';
import { membersOf, rootOf } from './merged.ts';
import { partyOf } from './party.ts';
import type { FollowHousehold } from './update-household.ts';

interface MergeRequest {
  fromId: string;
  intoId: string;
  reason: string;
}

/** 合并一户式档案: one target that was registered twice is read as one file from now on; see `households.merge`. */
export async function mergeHouseholds(
  context: FeatureContext,
  follow: FollowHousehold,
  { fromId, intoId, reason }: MergeRequest,
): Promise<{ householdId: string }> {
  const [from, into] = [householdRow(context, fromId), householdRow(context, intoId)];
  refuseMerge(context, from, into);
  const row: HouseholdMergeRow = {
    id: newId(),
    fromId,
    intoId,
    reason,
    by: context.operator.name,
    at: nowOf(context),
    undoneReason: null,
    undoneBy: null,
    undoneAt: null,
  };
  await context.store.unit.run(async (tx) => {
    await tx.insert(householdMergeTable, row);
    context.audit.append({
      verb: '合并一户式档案',
      what: into.name,
      subjectId: intoId,
      detail: { reason, from: partyOf(from), into: partyOf(into) },
    });
    follow(partyOf(from));
  });
  emitChanged(context, ['households', 'cases', 'documents']);
  return { householdId: intoId };
}

/** 分开一户式档案: the merge taken back; each has again what is its own. */
export async function separateHouseholds(
  context: FeatureContext,
  follow: FollowHousehold,
  { fromId, reason }: { fromId: string; reason: string },
): Promise<{ householdId: string }> {
  const intoId = rootOf(context, fromId);
  const [from, into] = [householdRow(context, fromId), householdRow(context, intoId)];
  if (intoId === fromId) throw invalidField('fromId', '一户式档案', `“${from.name}”没有并入别的档案。`, 35);
  await context.store.unit.run(async () => {
    context.store.run(
      'update household_merge set "undoneReason" = ?, "undoneBy" = ?, "undoneAt" = ? where "fromId" = ? and "undoneAt" is null',
      reason,
      context.operator.name,
      nowOf(context),
      fromId,
    );
    context.audit.append({
      verb: '分开一户式档案',
      what: from.name,
      subjectId: fromId,
      detail: { reason, from: partyOf(from), into: partyOf(into) },
    });
    // Drafts were filled from the one they were read as.
    follow({ ...partyOf(into), householdId: fromId });
  });
  emitChanged(context, ['households', 'cases', 'documents']);
  return { householdId: fromId };
}

function householdRow({ store }: FeatureContext, id: string): HouseholdRow {
  const row = store.get<HouseholdRow>('select * from household where id = ?', id);
  if (row === undefined) throw notFound('household');
  return row;
}

function refuseMerge(context: FeatureContext, from: HouseholdRow, into: HouseholdRow): void {
  const fault =
    from.id === into.id
      ? '请选另一份档案。'
      : (faultOfStanding(context, from, into) ?? faultOfCases(context, from, into));
  if (fault !== null) throw invalidField('fromId', '要并入的档案', fault, 35);
}

/** A merge goes one step deep, and the file that stands has the number. */
function faultOfStanding(context: FeatureContext, from: HouseholdRow, into: HouseholdRow): string | null {
  for (const each of [from, into])
    if (rootOf(context, each.id) !== each.id) return `“${each.name}”已经并入别的档案，请先把它分开。`;
  if (membersOf(context, from.id).length > 1)
    return `“${from.name}”里已经并入过别的档案，请以它为准合并，或者先把它们分开。`;
  return from.keyKind !== 'temporary' && into.keyKind === 'temporary'
    ? `“${into.name}”的号码还没有查清，请以有号码的“${from.name}”为准合并。`
    : null;
}

/** Two respondents of one case cannot become one while it runs. */
function faultOfCases({ store, operator }: FeatureContext, from: HouseholdRow, into: HouseholdRow): string | null {
  const access = openable(operator);
  const shared = store.get<{ causeName: string; mayOpen: number }>(
    `select causeName, ${access.sql} as mayOpen from case_party one join case_party other on other.caseId = one.caseId
     join case_record on case_record.id = one.caseId
     where one.householdId = @from and other.householdId = @into and one.leftAt is null and other.leftAt is null and state <> 'filed'`,
    { from: from.id, into: into.id, ...access.params },
  );
  if (shared === undefined) return null;
  const which = shared.mayOpen ? `案件“${shared.causeName}”` : '有一件案件（您无权查阅）';
  return `${which}同时以两者为当事人，请先在该案里让其中一个退出。`;
}
