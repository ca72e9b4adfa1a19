import { v7 as newId } from 'uuid';
import type { Party, PartyDetails } from '../../../shared/identity/party.ts';
import { type HouseholdRow, householdTable } from '../../platform/store/tables/cases.ts';
import { type FeatureContext, emitChanged, nowOf } from '../context.ts';
import { readOffice } from '../staff/settings.ts';
import { identityOf, refuseDuplicate } from './household-details.ts';
import { indexHousehold } from './index-household.ts';
import { partyOf } from './party.ts';

/** Opens the household (一户式档案) of a party that has none yet. */
export async function createHousehold(context: FeatureContext, details: PartyDetails): Promise<Party> {
  const identity = identityOf(details);
  const moment = nowOf(context);
  const row: HouseholdRow = {
    id: newId(),
    office: readOffice(context.office.store).code,
    ...identity,
    version: 1,
    createdAt: moment,
    updatedAt: moment,
  };
  await context.store.unit.run(async (tx) => {
    refuseDuplicate(context, identity);
    await tx.insert(householdTable, row);
    indexHousehold(context, row, []);
    context.audit.append({ verb: '建立一户式档案', what: row.name, subjectId: row.id, detail: { ...details } });
  });
  emitChanged(context, ['households']);
  return partyOf(row);
}
