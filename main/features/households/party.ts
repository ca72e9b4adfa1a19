import type { Party } from '../../../shared/identity/party.ts';
import type { HouseholdRow } from '../../platform/store/tables/cases.ts';

/** The identity kept in a household row, without what only the store needs. */
export const partyOf = (row: HouseholdRow): Party => ({
  householdId: row.id,
  version: row.version,
  kind: row.kind,
  name: row.name,
  uscc: row.uscc,
  legalRep: row.legalRep,
  position: row.position,
  idType: row.idType,
  idNumber: row.idNumber,
  address: row.address,
  phone: row.phone,
  usccChecked: row.usccChecked ?? '',
});
