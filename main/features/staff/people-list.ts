import type { Officer } from '../../../shared/case-file.ts';
import type { Reads } from '../../../shared/contract/right.ts';
import type { Operator } from '../../../shared/contract/session.ts';
import { awayFor } from '../../../shared/procedure/absence.ts';
import type { Store } from '../../platform/store/open.ts';
import type { AbsenceRow, PersonRow } from '../../platform/store/tables/staff.ts';

export const officerOf = (row: PersonRow): Officer => ({
  personId: row.id,
  name: row.name,
  roles: row.roles,
  unitId: row.unitId,
  certNo: row.certNo,
  certFrom: row.certFrom,
  certTo: row.certTo,
  active: row.active,
});

/** A person as who is logged in: with those for whom they stand in on this day. What is nobody's to read stands in for nobody. */
export const operatorFrom = (
  { personId, name, roles, unitId }: Officer,
  people: readonly Officer[],
  { reads, day }: { reads: Reads; day: string },
): Operator => ({
  personId,
  name,
  roles,
  unitId,
  standsInFor:
    reads === 'office'
      ? []
      : awayFor(personId, people, day).map((away) => ({
          personId: away.personId,
          name: away.name,
          roles: away.roles,
          unitId: away.unitId,
        })),
  reads,
});

type ListedPerson = Omit<PersonRow, 'roles' | 'active'> & { roles: string; active: number } & (
    | Pick<AbsenceRow, 'absentFrom' | 'absentTo' | 'standInId'>
    | { absentFrom: null }
  );

/** Everybody of the office, those who left too, by name. */
export function listPeople(store: Pick<Store, 'all'>): Officer[] {
  return store
    .all<ListedPerson>(
      `select person.*, "absentFrom", "absentTo", "standInId" from person left join absence on absence."personId" = person.id
       order by active desc, name`,
    )
    .map((row) => ({
      ...officerOf({ ...row, roles: JSON.parse(row.roles) as PersonRow['roles'], active: row.active === 1 }),
      ...(row.absentFrom === null
        ? {}
        : { absence: { from: row.absentFrom, to: row.absentTo, standInId: row.standInId } }),
    }));
}

/** Rises with every change of anybody, so that what names people can tell that it is old. */
export const peopleEdition = (store: Pick<Store, 'get'>): number =>
  store.get<{ edition: number }>('select coalesce(sum(version), 0) as edition from person')?.edition ?? 0;
