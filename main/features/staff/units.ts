import type { Unit } from '../../../shared/contract/staff.ts';
import type { Store } from '../../platform/store/open.ts';

/** Every unit (科室) of the office, those given up too, by name. */
export const listUnits = (store: Pick<Store, 'all'>): Unit[] =>
  store
    .all<Omit<Unit, 'active'> & { active: number }>('select * from unit order by active desc, name')
    .map((row) => ({ ...row, active: row.active === 1 }));
