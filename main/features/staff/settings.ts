import type { EntityManager } from 'typeorm';
import { Office } from '../../../shared/case-file.ts';
import type { Store } from '../../platform/store/open.ts';
import { settingTable } from '../../platform/store/tables/staff.ts';

/** The facts of the office, written at set-up. */
export function readOffice(store: Pick<Store, 'get'>): Office {
  const row = store.get<{ value: string }>("select value from setting where key = 'office'");
  return Office.parse(row ? JSON.parse(row.value) : {});
}

export async function writeOffice(tx: EntityManager, office: Office, moment: string): Promise<void> {
  await tx.upsert(settingTable, { key: 'office', value: office, updatedAt: moment }, ['key']);
}
