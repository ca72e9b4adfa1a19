import { v7 as newId } from 'uuid';
import type { EntityManager } from 'typeorm';
import { partyProblems } from '../../../shared/identity/party-problems.ts';
import type { Party, PartyDetails } from '../../../shared/identity/party.ts';
import { invalid, notFound, RefusalError } from '../../platform/refusal-error.ts';
import { formerNameTable, type HouseholdRow, householdTable } from '../../platform/store/tables/cases.ts';
import { type FeatureContext, emitChanged, nowOf, todayOf } from '../context.ts';
import { type HouseholdIdentity, identityOf, isKnown, refuseDuplicate } from './household-details.ts';
import { indexHousehold } from './index-household.ts';
import { membersOf, rootOf } from './merged.ts';
import { partyOf } from './party.ts';

export type HouseholdUpdate = PartyDetails & { householdId: string; version: number; reason: string };

/** Brings what was filled from a household after its change, in the same unit of work; `before` is the party as it was. */
export type FollowHousehold = (before: Party) => void;

/** Changes the identity; the key moves only from a temporary one to a real one, a rename keeps the old name. */
export async function updateHousehold(
  context: FeatureContext,
  follow: FollowHousehold,
  update: HouseholdUpdate,
): Promise<Party> {
  const { householdId: asked, version, reason, ...details } = update;
  const householdId = rootOf(context, asked);
  const identity = identityOf(details);
  const row = await context.store.unit.run(async (tx) => {
    const before = await tx.findOneBy(householdTable, { id: householdId });
    if (!before) throw notFound('household');
    if (before.version !== version)
      throw new RefusalError({ code: 'stale', what: before.name, by: '其他人', at: before.updatedAt });
    if (identity.keyText !== before.keyText) refuseKeyChange(context, before, identity);
    return writeHousehold(context, { tx, follow }, before, identity, { verb: '修改当事人信息', reason });
  });
  emitChanged(context, ['households', 'cases', 'documents']);
  return partyOf(row);
}

/**
 * Puts into a household what a paper says of its party and the household does not know, inside the unit of work of the paper: what is typed
 * at 立案 need not be typed again. A number that another household has stays out; the two are to be merged by a person.
 */
export async function learnOfHousehold(
  context: FeatureContext,
  follow: FollowHousehold,
  { householdId, known, reason }: { householdId: string; known: Partial<PartyDetails>; reason: string },
): Promise<void> {
  await context.store.unit.run(async (tx) => {
    const before = await tx.findOneByOrFail(householdTable, { id: rootOf(context, householdId) });
    const { householdId: _id, version: _version, ...details } = partyOf(before);
    const gaps = Object.fromEntries(
      Object.entries(known).filter(([key, value]) => value !== '' && details[key as keyof PartyDetails] === ''),
    );
    if (Object.keys(gaps).length === 0) return;
    const whole = { ...details, ...gaps };
    // A number that a household does not take as it is, is looked at by a person.
    const sound =
      partyProblems(whole).length === 0 ? whole : { ...whole, uscc: details.uscc, idNumber: details.idNumber };
    if (partyProblems(sound).length > 0) return;
    const learnt = identityOf(sound);
    const taken = learnt.keyText !== before.keyText && isKnown(context, learnt);
    const { uscc, idNumber, keyKind, keyText } = before;
    const identity = taken ? { ...learnt, uscc, idNumber, keyKind, keyText } : learnt;
    await writeHousehold(context, { tx, follow }, before, identity, { verb: '补登当事人信息', reason });
  });
  emitChanged(context, ['households']);
}

interface Writing {
  tx: EntityManager;
  follow: FollowHousehold;
}

/** The new row with its search, its entry and what was filled from the old one. */
async function writeHousehold(
  context: FeatureContext,
  { tx, follow }: Writing,
  before: HouseholdRow,
  identity: HouseholdIdentity,
  { verb, reason }: { verb: string; reason: string },
): Promise<HouseholdRow> {
  const { id: householdId, version } = before;
  const after: HouseholdRow = { ...before, ...identity, version: version + 1, updatedAt: nowOf(context) };
  await tx.update(householdTable, { id: householdId }, after);
  if (after.name !== before.name)
    await tx.insert(formerNameTable, { id: newId(), householdId, name: before.name, until: todayOf(context) });
  indexHousehold(context, after, await formerNamesOf(tx, householdId));
  context.audit.append({
    verb,
    what: after.name,
    subjectId: householdId,
    detail: { reason, before: partyOf(before), after: partyOf(after) },
  });
  for (const member of membersOf(context, householdId)) follow({ ...partyOf(before), householdId: member });
  return after;
}

const formerNamesOf = async (tx: EntityManager, householdId: string): Promise<string[]> =>
  (await tx.findBy(formerNameTable, { householdId })).map(({ name }) => name);

function refuseKeyChange(context: FeatureContext, before: HouseholdRow, identity: HouseholdIdentity): void {
  if (before.keyKind === 'temporary') return refuseDuplicate(context, identity);
  const [field, label] =
    before.keyKind === 'uscc' ? (['uscc', '统一社会信用代码'] as const) : (['idNumber', '证件号码'] as const);
  const sentence = `${label}是这份一户式档案的编号，不能改成别的；若是另一个当事人，请新建档案。`;
  throw invalid([{ field, label, sentence, article: 35 }]);
}
