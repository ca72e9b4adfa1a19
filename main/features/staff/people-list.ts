import type { Officer } from '../../../shared/case-file.ts';
import type { Store } from '../../platform/store/open.ts';
import type { PersonRow } from '../../platform/store/tables/staff.ts';

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

/** Everybody of the office, those who left too, by name. */
export function listPeople(store: Pick<Store, 'all'>): Officer[] {
  return store
    .all<Omit<PersonRow, 'roles' | 'active'> & { roles: string; active: number }>(
      'select * from person order by active desc, name',
    )
    .map((row) => officerOf({ ...row, roles: JSON.parse(row.roles) as PersonRow['roles'], active: row.active === 1 }));
}

/** Rises with every change of anybody, so that what names people can tell that it is old. */
export const peopleEdition = (store: Pick<Store, 'get'>): number =>
  store.get<{ edition: number }>('select coalesce(sum(version), 0) as edition from person')?.edition ?? 0;
