import { v7 as newId } from 'uuid';
import type { EntityManager } from 'typeorm';
import type { Party, PartyDetails } from '../../../shared/identity/party.ts';
import { invalid, notFound, RefusalError } from '../../platform/refusal-error.ts';
import { formerNameTable, type HouseholdRow, householdTable } from '../../platform/store/tables/cases.ts';
import { type FeatureContext, emitChanged, nowOf, todayOf } from '../context.ts';
import { type HouseholdIdentity, identityOf, refuseDuplicate } from './household-details.ts';
import { indexHousehold } from './index-household.ts';
import { partyOf } from './party.ts';

export type HouseholdUpdate = PartyDetails & { householdId: string; version: number; reason: string };

/** Changes the identity; the key moves only from a temporary one to a real one, a rename keeps the old name. */
export async function updateHousehold(context: FeatureContext, update: HouseholdUpdate): Promise<Party> {
  const { householdId, version, reason, ...details } = update;
  const identity = identityOf(details);
  const row = await context.store.unit.run(async (tx) => {
    const before = await tx.findOneBy(householdTable, { id: householdId });
    if (!before) throw notFound('household');
    if (before.version !== version)
      throw new RefusalError({ code: 'stale', what: before.name, by: '其他人', at: before.updatedAt });
    if (identity.keyText !== before.keyText) refuseKeyChange(context, before, identity);
    const after: HouseholdRow = { ...before, ...identity, version: version + 1, updatedAt: nowOf(context) };
    await tx.update(householdTable, { id: householdId }, after);
    if (after.name !== before.name)
      await tx.insert(formerNameTable, { id: newId(), householdId, name: before.name, until: todayOf(context) });
    indexHousehold(context, after, await formerNamesOf(tx, householdId));
    context.audit.append({
      verb: '修改当事人信息',
      what: after.name,
      subjectId: householdId,
      detail: { reason, before: partyOf(before), after: partyOf(after) },
    });
    return after;
  });
  emitChanged(context, ['households', 'cases']);
  return partyOf(row);
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
